"""How each script is set, on paper and on the site: `templates/fonts/scripts.toml`."""

import dataclasses as dc
import tomllib
from collections.abc import Mapping
from typing import Any, Self

from manualkit.model.language import Language, language

TYPEFACES = "templates/fonts/scripts.toml"
"""Where they are chosen, from the project's top folder."""
_FALLBACK = "Latn"


@dc.dataclass(frozen=True, slots=True)
class Paper:
    """How a language is set on paper; the file explains each value."""

    family: str
    size: float
    line: float
    heading_line: float
    hyphens: bool = False
    foot: int = 24
    composed: bool = False
    writing: int = 19
    tall: bool = False
    cards: int = 4

    @property
    def font(self) -> str:
        """Name of its files in `templates/fonts/print`, without style."""
        return self.family.replace(" ", "")


@dc.dataclass(frozen=True, slots=True)
class Screen:
    """How a language is set on the site; the file explains each value."""

    font: str
    family: str
    leading: float
    headings: float | None = None
    lists: float | None = None
    tight: float | None = None
    underline: float | None = None


@dc.dataclass(frozen=True, slots=True)
class Typeface:
    """How a language is set."""

    paper: Paper
    screen: Screen
    foreign: frozenset[str] = frozenset()
    """Letters in CLDR's names that the language does not have."""


@dc.dataclass(frozen=True, slots=True)
class Typefaces:
    """What is chosen for each script, and for the languages that differ from theirs."""

    scripts: Mapping[str, Any]
    languages: Mapping[str, Any]

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read the text of the file."""
        data = tomllib.loads(text)
        return cls(data["script"], data["language"])

    def of(self, asked: Language) -> Typeface:
        """Return how a language is set; one that the file does not know, as its script."""
        base = asked.code.partition("-")[0]
        row = self.scripts.get(asked.script, self.scripts[_FALLBACK])
        # A row of Urdu's is one for its own script, and not for Urdu in Latin letters.
        same = asked.script == language(base).script
        own = self.languages.get(base, {}) if same else {}
        paper, screen = ({**row[side], **own.get(side, {})} for side in ("paper", "screen"))
        foreign = frozenset(own.get("foreign", ""))
        return Typeface(Paper(**paper), Screen(**screen), foreign)

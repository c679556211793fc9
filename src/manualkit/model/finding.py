"""Findings: what a person should look at. A fault of a person's input is a value, no exception."""

import dataclasses as dc
from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher
from enum import StrEnum

from rapidfuzz.distance import OSA

_FARTHEST = 0.5
_MOST_UNLIKE = 0.45


class Severity(StrEnum):
    """How bad a finding is."""

    ERROR = "error"
    """Nothing is built."""
    WARNING = "warning"
    """The build goes on; somebody should look."""


@dc.dataclass(frozen=True, slots=True, order=True)
class Location:
    """A place in a file, as the person typed it."""

    file: str
    """Path from the project's top folder, with forward slashes."""
    line: int = 1
    """First line is 1."""
    column: int = 1
    """First column is 1."""

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


@dc.dataclass(frozen=True, slots=True)
class Finding:
    """One thing a person should look at."""

    code: str
    """Stable short name, for example `locked-block`."""
    location: Location
    message: str
    """What is wrong and what was found."""
    hint: str
    """What to do next, in words that an adaptor knows."""
    severity: Severity = Severity.ERROR


class InvalidProject(Exception):  # noqa: N818  (the name says what it is; it carries findings)
    """The input holds errors, so the work cannot go on. Raised once, with all findings."""

    def __init__(self, findings: Sequence[Finding]) -> None:
        super().__init__(f"{len(findings)} findings")
        self.findings = tuple(findings)


def did_you_mean(word: str, names: Iterable[str], otherwise: str = "") -> str:
    """Return 'Did you mean "…"?' for the nearest of `names`, or `otherwise`."""
    near = nearest(word, names)
    return otherwise if near is None else f'Did you mean "{near}"?'


def nearest(word: str, names: Iterable[str]) -> str | None:
    """Return the name that `word` most likely stands for, or None if all are far off."""
    ranked = sorted((*_distance(word, name), name) for name in names)
    if not ranked:
        return None
    distance, unlike, _, name = ranked[0]
    return name if distance <= _FARTHEST or unlike <= _MOST_UNLIKE else None


def _distance(word: str, name: str) -> tuple[float, float, float]:
    """Return the share of letters to change (a swap is one change), and of unlike letters.

    Capitals count only between names that are equally near.
    """
    small = (word.lower(), name.lower())
    unlike = 1 - SequenceMatcher(None, *small).ratio()
    return OSA.normalized_distance(*small), unlike, OSA.normalized_distance(word, name)


def errors(findings: Iterable[Finding]) -> list[Finding]:
    """Return the findings that stop a build."""
    return [finding for finding in findings if finding.severity is Severity.ERROR]

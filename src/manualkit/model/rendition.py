"""What is needed to render a page in a language, and what comes out."""

import dataclasses as dc
from collections.abc import Callable, Mapping

from manualkit.model.language import Language
from manualkit.model.manifest import ManifestFact

Translate = Callable[[str], str | None]
"""Message → its published translation, or None. Fuzzy and faulty entries are never published."""


@dc.dataclass(frozen=True, slots=True)
class RenderContext:
    """Everything that rendering one page depends on, besides its Markdown."""

    page: str
    """Page path, for example `group/session-2`; decides how pictures are addressed."""
    language: Language
    translate: Translate
    facts: Mapping[str, ManifestFact]
    strings: Mapping[str, str] = dc.field(default_factory=dict)
    """Interface strings by id (`kind.say`), in English; they go through `translate` too."""
    safety_approved: bool = False
    """Whether this language's safety text is approved; if not, it stays English with a notice."""
    translate_safety: Translate | None = None
    """Looks safety text up; None: there is no catalogue of its own, as in most tests."""


@dc.dataclass(frozen=True, slots=True)
class Message:
    """One block-level text that a translator sees."""

    text: str
    """English, with facts as `{name}` and inline Markdown."""
    kind: str
    """Where it stands: p, li, td, th, h1 … h6, dt, dd, alt, string, title."""
    page: str = ""
    block: str = ""
    """Id of the block that it stands in."""
    heading: str = ""
    """English text of the nearest heading above it."""
    safety: bool = False
    """Whether it is safety text."""
    line: int = 0


@dc.dataclass(frozen=True, slots=True)
class Heading:
    """A heading of a rendered page."""

    id: str
    text: str
    """Plain text in the page's language, facts filled in."""
    level: int


@dc.dataclass(frozen=True, slots=True)
class RenderedPage:
    """A page in a language."""

    html: str
    """Sanitised HTML of the body, facts filled in, first heading included."""
    title: str
    """Plain text of the first heading."""
    headings: tuple[Heading, ...]
    messages: tuple[Message, ...]
    """Every message that the page asked for, in reading order."""
    untranslated: tuple[Message, ...]
    """Those that fell back to English; safety text that stays English by rule is not among them."""

"""The places on a page that hold one message each."""

import dataclasses as dc
from collections.abc import MutableMapping
from typing import Protocol
from xml.etree.ElementTree import Element

from markdown.util import AtomicString

from manualkit.markdown.parts import Parts
from manualkit.markdown.tokens import FactTokens
from manualkit.model.rendition import Message


class Attributed(Protocol):
    """An element of ElementTree or of lxml."""

    def get(self, key: str, default: str, /) -> str | None:
        """Return an attribute."""

    def set(self, key: str, value: str, /) -> None:
        """Write an attribute."""


class Slot(Protocol):
    """A place that holds one message."""

    @property
    def message(self) -> Message:
        """The message."""

    def fill(self, translation: str) -> None:
        """Put the translation in."""

    def leave_english(self) -> None:
        """Say that the text there is English for want of a translation."""


def mark_english(element: Attributed, *, untranslated: bool) -> None:
    """Set language and direction of an element in whose place a translation should stand."""
    element.set("lang", "en")
    element.set("dir", "ltr")
    if untranslated:
        element.set("class", f"{element.get('class', '') or ''} untranslated".strip())


@dc.dataclass(frozen=True, slots=True)
class TextSlot:
    """The text of an element, or the text behind one of its children."""

    message: Message
    parts: Parts
    tokens: FactTokens
    element: Element
    after: Element | None
    """The child that the text stands behind; None for the element's own text."""

    def fill(self, translation: str) -> None:
        """Put the translation between lead and trail."""
        self._write(self.parts.lead + self.parts.put(translation, self.tokens) + self.parts.trail)

    def leave_english(self) -> None:
        """Mark the element, or only the text if other messages stand in the element too."""
        if self.after is None and not len(self.element):
            mark_english(self.element, untranslated=True)
            return
        span = Element("span")
        span.text, span.tail = self.parts.english, self.parts.trail
        mark_english(span, untranslated=True)
        at = 0 if self.after is None else list(self.element).index(self.after) + 1
        self._write(self.parts.lead)
        self.element.insert(at, span)

    def _write(self, text: str) -> None:
        # In HTML that is not read as Markdown, text is atomic and must stay so.
        old = self.element.text if self.after is None else self.after.tail
        text = AtomicString(text) if isinstance(old, AtomicString) else text
        if self.after is None:
            self.element.text = text
        else:
            self.after.tail = text


@dc.dataclass(frozen=True, slots=True)
class AttributeSlot:
    """What is spoken, not shown: the alternative text of a picture, the title of a link."""

    message: Message
    parts: Parts
    tokens: FactTokens
    element: Element
    name: str

    def fill(self, translation: str) -> None:
        """Set the attribute."""
        self.element.set(self.name, self.parts.put(translation, self.tokens))

    def leave_english(self) -> None:
        """Mark the element."""
        mark_english(self.element, untranslated=True)


@dc.dataclass(frozen=True, slots=True)
class AbbreviationSlot:
    """What an abbreviation stands for; Markdown makes the elements later."""

    message: Message
    parts: Parts
    tokens: FactTokens
    titles: MutableMapping[str, str]
    abbreviation: str

    def fill(self, translation: str) -> None:
        """Set the title."""
        self.titles[self.abbreviation] = self.parts.put(translation, self.tokens)

    def leave_english(self) -> None:
        """Leave it; there is no element yet that could be marked."""

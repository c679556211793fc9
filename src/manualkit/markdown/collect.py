"""Find every message of a page in the tree that Markdown's block parser has built.

One message is one paragraph, list item, cell, heading or title. The text is still raw Markdown, and
nothing is written back as Markdown, so that nothing can be mangled.
"""

import dataclasses as dc
from collections.abc import Iterator, Mapping
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions.abbr import AbbrTreeprocessor

from manualkit.markdown.conversion import Conversion
from manualkit.markdown.parts import HEADINGS, Parts, take_apart
from manualkit.markdown.rawhtml import raw_html_slots, stashed
from manualkit.markdown.safety import SafetyBlock
from manualkit.markdown.slots import AbbreviationSlot, AttributeSlot, Slot, TextSlot
from manualkit.model.rendition import Message

_SKIPPED = frozenset({"script", "style", "pre", "code"})


@dc.dataclass(frozen=True, slots=True)
class Place:
    """Where on the page the walk is."""

    block: str = ""
    safety: SafetyBlock | None = None


class Collector:
    """Walks over one page."""

    def __init__(
        self, md: Markdown, conversion: Conversion, safety: Mapping[Element, SafetyBlock]
    ) -> None:
        self._md = md
        self._conversion = conversion
        self._safety = safety
        self._heading = ""
        self._step = ""

    def collect(self, root: Element) -> list[tuple[Slot, SafetyBlock | None]]:
        """Return every slot in reading order, with the safety block that it belongs to."""
        return [*self._walk(root, Place()), *((slot, None) for slot in self._abbreviations())]

    def _walk(self, element: Element, place: Place) -> Iterator[tuple[Slot, SafetyBlock | None]]:
        if element.tag in _SKIPPED or element.get("translate") == "no":
            return
        place = self._place(element, place)
        for slot in self._own(element, place):
            yield slot, place.safety
        for child in list(element):
            yield from self._walk(child, place)
            for slot in self._text(element, child, place):
                yield slot, place.safety

    def _place(self, element: Element, place: Place) -> Place:
        classes = element.get("class", "").split()
        if "block-label" in classes:
            return Place()  # a word of ours, wherever it stands
        if element.tag in HEADINGS:
            self._step = element.get("id", "")
            self._heading = self._take_apart(element.text or "", element.tag).message
        block = element.get("id", "") if classes[:1] == ["block"] else place.block
        return Place(block, self._safety.get(element, place.safety))

    def _own(self, element: Element, place: Place) -> Iterator[Slot]:
        name, kind = _spoken_attribute(element)
        parts = self._take_apart(element.get(name, ""), element.tag)
        if parts.message:
            message = self._message(parts, kind, place)
            yield AttributeSlot(message, parts, self._conversion.tokens, element, name)
        yield from self._text(element, None, place)

    def _text(self, element: Element, after: Element | None, place: Place) -> Iterator[Slot]:
        text = element.text if after is None else after.tail
        if not text or not text.strip():
            return
        tokens = self._conversion.tokens
        parts = self._take_apart(text, element.tag)
        for index in stashed(text):
            raw = str(self._md.htmlStash.rawHtmlBlocks[index])
            base = self._message(dc.replace(parts, english=raw), "html", place)
            yield from raw_html_slots(self._md, index, base, tokens)
        if parts.message:
            message = self._message(parts, _kind(element), place)
            yield TextSlot(message, parts, tokens, element, after)

    def _abbreviations(self) -> Iterator[Slot]:
        # Abbreviations stand beside the tree until Markdown finds them in the text.
        processor = next(
            (each for each in self._md.treeprocessors if isinstance(each, AbbrTreeprocessor)), None
        )
        titles = {} if processor is None else processor.abbrs
        for abbreviation, title in list(titles.items()):
            parts = self._take_apart(title, "abbr")
            if parts.message:
                message = self._message(parts, "abbr", Place())
                yield AbbreviationSlot(
                    message, parts, self._conversion.tokens, titles, abbreviation
                )

    def _take_apart(self, text: str, tag: str) -> Parts:
        return take_apart(text, tag, self._md, self._conversion.tokens)

    def _message(self, parts: Parts, kind: str, place: Place) -> Message:
        if kind == "string":
            return Message(parts.message, kind)
        return Message(
            text=parts.message,
            kind=kind,
            page=self._conversion.context.page,
            block=place.block or self._step,
            heading=self._heading,
            safety=place.safety is not None,
            line=self._conversion.line_of(parts.english),
        )


def _spoken_attribute(element: Element) -> tuple[str, str]:
    """Return the attribute that a screen reader speaks, and what kind of message it is."""
    if element.tag == "img":
        return "alt", "alt"
    is_backref = "footnote-backref" in element.get("class", "").split()
    return ("title", "string") if is_backref else ("", "")


def _kind(element: Element) -> str:
    classes = element.get("class", "").split()
    if "block-label" in classes:
        return "string"
    return "title" if "admonition-title" in classes else element.tag

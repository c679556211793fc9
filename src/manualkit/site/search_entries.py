"""What search finds on a page: headings and blocks, each with the words that stand there."""

import dataclasses as dc
import re
from collections.abc import Iterator

from lxml import html

_HEADINGS = frozenset({"h2", "h3", "h4"})
_LEFT_OUT = (
    "ancestor-or-self::*[contains(concat(' ', @class, ' '), ' block-label ')"
    " or contains(concat(' ', @class, ' '), ' safety-notice ')"
    " or contains(concat(' ', @class, ' '), ' minute-bar ')]"
)
_CELLS = frozenset({"td", "th"})
_PARTS = frozenset({"p", "div", "ul", "ol", "li", "dt", "dd", "tr", "figure", "br", "blockquote"})
_BLANKS = re.compile(r"\s+")
_OPEN_END = re.compile(r"(?<=[^\s.,:;!?…۔؟؛،·–-])\n")


@dc.dataclass(frozen=True, slots=True)
class Entry:
    """A heading, or a block, that search can lead to."""

    id: str
    title: str
    """What a heading says; empty for a block, which is named after its step and kind."""
    text: str
    """On a page in two languages, in the reader's own."""
    kind: str = ""
    """The kind of a block: `say`; empty for a heading."""
    under: int | None = None
    """Place of the heading that it stands under, among the entries of the page."""
    beside: str = ""
    """The text in English, on a page in two languages."""


@dc.dataclass(frozen=True, slots=True)
class SearchedPage:
    """All that search knows of a page."""

    title: str
    intro: str
    """Words before the first heading and outside of blocks."""
    entries: tuple[Entry, ...]


def searched_page(content: str, language: str, beside: str = "") -> SearchedPage:
    """Take the HTML of a page apart; of two languages, `language` comes first.

    `beside` is the other language of a page in two.
    """
    root = html.fragment_fromstring(content, create_parent="div")
    title, loose = "", _Loose(language, beside)
    for element in _parts(root):
        if element.tag == "h1":
            title = _title(element, language)
        elif _is_heading(element):
            entry = Entry(element.get("id", ""), _title(element, language), "")
            loose.begin(entry, part=element.tag != "h2")
        elif _is_block(element):
            loose.block(element)
        else:
            loose.add(element)
    return SearchedPage(title, *loose.end())


def _parts(root: html.HtmlElement) -> Iterator[html.HtmlElement]:
    """Return headings, blocks and what stands between them, however deep they stand."""
    for element in root:
        if not isinstance(element.tag, str):
            continue
        inner = element.iterdescendants()
        if _is_block(element) or not any(_is_block(part) or _is_heading(part) for part in inner):
            yield element
        else:
            yield from _parts(element)


def _is_heading(element: html.HtmlElement) -> bool:
    return element.tag in _HEADINGS and bool(element.get("id"))


def _is_block(element: html.HtmlElement) -> bool:
    return "block" in _classes(element) and bool(element.get("id"))


def _classes(element: html.HtmlElement) -> list[str]:
    return str(element.get("class", "")).split()


class _Loose:
    """Puts blocks under headings, and with a heading what stands below it outside of blocks."""

    def __init__(self, language: str, beside: str) -> None:
        self.entries: list[Entry] = []
        self._languages = (language if beside else "", beside)
        self._step: int | None = None
        self._heading: int | None = None
        self._told = False
        self._read: dict[int | None, list[html.HtmlElement]] = {}

    def begin(self, heading: Entry, *, part: bool) -> None:
        self._heading = len(self.entries)
        self.entries.append(dc.replace(heading, under=self._step if part else None))
        if not part:
            self._step = self._heading
        self._told = False

    def block(self, element: html.HtmlElement) -> None:
        block = _block(element, self._languages)
        # A step goes on after the tellings of a story, which stand under headings of their own.
        if self._told and block.kind != "scene":
            self._heading = self._step
        self._told = block.kind == "scene"
        self.entries.append(dc.replace(block, under=self._heading))

    def add(self, element: html.HtmlElement) -> None:
        self._read.setdefault(self._heading, []).append(element)

    def end(self) -> tuple[str, tuple[Entry, ...]]:
        filled = (
            self._filled(entry, place) if place in self._read else entry
            for place, entry in enumerate(self.entries)
        )
        return self._loose(None, ""), tuple(filled)

    def _filled(self, heading: Entry, place: int) -> Entry:
        own, beside = self._languages
        other = self._loose(place, beside) if beside else ""
        return dc.replace(heading, text=self._loose(place, own), beside=other)

    def _loose(self, place: int | None, language: str) -> str:
        texts = (_text(element, language) for element in self._read.get(place, ()))
        return _sentences([text for text in texts if text])


def _block(element: html.HtmlElement, languages: tuple[str, str]) -> Entry:
    own, beside = languages
    kinds = _classes(element)
    kind = kinds[kinds.index("block") + 1] if len(kinds) > 1 else ""
    other = _text(element, beside) if beside else ""
    return Entry(element.get("id", ""), "", _text(element, own), kind, beside=other)


def _title(element: html.HtmlElement, language: str) -> str:
    """Return the words of a heading; those of the reader's language before the English."""
    sides = element.xpath(".//*[@class='side']")
    if not sides:
        return _text(element)
    ranked = sorted(sides, key=lambda side: side.get("lang") != language)
    # Isolates keep the two directions apart.
    return " · ".join(f"\u2068{_text(side)}\u2069" for side in ranked)


def _text(element: html.HtmlElement, language: str = "") -> str:
    """Return the words that people read, and what the pictures show; rows are parted by a dot.

    Of a text in two languages, those of `language` alone, if it is given.
    """
    pieces = "".join(_pieces(element, language))
    lines = re.sub(r"\s*\n\s*", "\n", pieces).strip()
    cells = re.sub(r" *\t\s*", " – ", _OPEN_END.sub(" · ", lines))
    return _BLANKS.sub(" ", cells).strip(" ·–")


def _sentences(parts: list[str]) -> str:
    """Return texts one after another, as if each was a line."""
    return _BLANKS.sub(" ", _OPEN_END.sub(" · ", "\n".join(parts)))


def _pieces(element: html.HtmlElement, language: str) -> Iterator[str]:
    if not isinstance(element.tag, str) or element.xpath(f"boolean({_LEFT_OUT})"):
        return
    if language and element.get("lang", language) != language and "side" in _classes(element):
        return
    if element.tag == "img":
        yield f"\n{element.get('alt', '')}\n"
    yield _BLANKS.sub(" ", element.text or "")
    for child in element:
        yield from _pieces(child, language)
        yield _BLANKS.sub(" ", child.tail or "")
    if element.tag in _CELLS:
        yield "\t"
    elif element.tag in _PARTS:
        yield "\n"

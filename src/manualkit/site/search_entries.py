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
    kind: str = ""
    """The kind of a block: `say`; empty for a heading."""
    under: int | None = None
    """Place of the heading that it stands under, among the entries of the page."""


@dc.dataclass(frozen=True, slots=True)
class SearchedPage:
    """All that search knows of a page."""

    title: str
    intro: str
    """Words before the first heading and outside of blocks."""
    entries: tuple[Entry, ...]


def searched_page(content: str, language: str) -> SearchedPage:
    """Take the HTML of a page apart; of two languages, `language` comes first."""
    root = html.fragment_fromstring(content, create_parent="div")
    title, loose = "", _Loose()
    for element in _parts(root):
        if element.tag == "h1":
            title = _title(element, language)
        elif _is_heading(element):
            entry = Entry(element.get("id", ""), _title(element, language), "")
            loose.begin(entry, part=element.tag != "h2")
        elif _is_block(element):
            loose.block(_block(element))
        else:
            loose.add(_text(element))
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
    return "block" in element.get("class", "").split() and bool(element.get("id"))


class _Loose:
    """Puts blocks under headings, and with a heading what stands below it outside of blocks."""

    def __init__(self) -> None:
        self.entries: list[Entry] = []
        self._step: int | None = None
        self._heading: int | None = None
        self._told = False
        self._texts: dict[int | None, list[str]] = {}

    def begin(self, heading: Entry, *, part: bool) -> None:
        self._heading = len(self.entries)
        self.entries.append(dc.replace(heading, under=self._step if part else None))
        if not part:
            self._step = self._heading
        self._told = False

    def block(self, block: Entry) -> None:
        # A step goes on after the tellings of a story, which stand under headings of their own.
        if self._told and block.kind != "scene":
            self._heading = self._step
        self._told = block.kind == "scene"
        self.entries.append(dc.replace(block, under=self._heading))

    def add(self, text: str) -> None:
        if text:
            self._texts.setdefault(self._heading, []).append(text)

    def end(self) -> tuple[str, tuple[Entry, ...]]:
        texts = {place: _sentences(parts) for place, parts in self._texts.items()}
        filled = (
            dc.replace(entry, text=texts[place]) if place in texts else entry
            for place, entry in enumerate(self.entries)
        )
        return texts.get(None, ""), tuple(filled)


def _block(element: html.HtmlElement) -> Entry:
    kinds = element.get("class", "").split()
    kind = kinds[kinds.index("block") + 1] if len(kinds) > 1 else ""
    return Entry(element.get("id", ""), "", _text(element), kind)


def _title(element: html.HtmlElement, language: str) -> str:
    """Return the words of a heading; those of the reader's language before the English."""
    sides = element.xpath(".//*[@class='side']")
    if not sides:
        return _text(element)
    ranked = sorted(sides, key=lambda side: side.get("lang") != language)
    # Isolates keep the two directions apart.
    return " · ".join(f"\u2068{_text(side)}\u2069" for side in ranked)


def _text(element: html.HtmlElement) -> str:
    """Return the words that people read, and what the pictures show; rows are parted by a dot."""
    pieces = "".join(_pieces(element))
    lines = re.sub(r"\s*\n\s*", "\n", pieces).strip()
    cells = re.sub(r" *\t\s*", " – ", _OPEN_END.sub(" · ", lines))
    return _BLANKS.sub(" ", cells).strip(" ·–")


def _sentences(parts: list[str]) -> str:
    """Return texts one after another, as if each was a line."""
    return _BLANKS.sub(" ", _OPEN_END.sub(" · ", "\n".join(parts)))


def _pieces(element: html.HtmlElement) -> Iterator[str]:
    if not isinstance(element.tag, str) or element.xpath(f"boolean({_LEFT_OUT})"):
        return
    if element.tag == "img":
        yield f"\n{element.get('alt', '')}\n"
    yield _BLANKS.sub(" ", element.text or "")
    for child in element:
        yield from _pieces(child)
        yield _BLANKS.sub(" ", child.tail or "")
    if element.tag in _CELLS:
        yield "\t"
    elif element.tag in _PARTS:
        yield "\n"

"""HTML as a reader meets it: pieces of text, with what decides how they are shown."""

import dataclasses as dc
import re
from collections.abc import Iterable, Iterator

from lxml import etree, html

from manualkit.verify.words import plain

HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
"""Tags of headings."""
_PIECES = HEADINGS | {"p", "li", "td", "th", "dt", "dd", "figcaption", "caption", "summary"}
_INLINE = frozenset(
    {"a", "abbr", "b", "bdi", "br", "del", "em", "i", "ins", "mark", "q", "small", "span", "strong",
     "sub", "sup", "time", "u"}
)  # fmt: skip
_AROUND = frozenset({"html", "body", "main", "article", "section", "div"})
_INSIDE = (
    _INLINE | _PIECES | {"blockquote", "div", "dl", "ol", "table", "tbody", "thead", "tr", "ul"}
)
_OF_PICTURES = frozenset({"figure", "img"})
_HIDING = re.compile(r"hid(e|den)|invisible|sr-only|d-none|no-?print|collapse", re.IGNORECASE)
_STYLE = re.compile(r"\s*text-align\s*:\s*(left|right|center|start|end|justify)\s*;?\s*")
_RTL_LETTER = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_LETTER = re.compile(r"[^\W\d_]")


@dc.dataclass(slots=True)
class Seen:
    """A piece of text on a page."""

    form: str
    element: html.HtmlElement
    parts: list[str] = dc.field(default_factory=list)
    languages: set[str] = dc.field(default_factory=set)
    """Languages that its letters are marked with."""
    directions: set[str] = dc.field(default_factory=set)
    """Directions of its letters, islands aside."""

    @property
    def words(self) -> str:
        """Its text."""
        return plain("".join(self.parts))

    @property
    def values(self) -> list[tuple[str, bool]]:
        """Its facts, and whether each is marked as reading from left to right."""
        facts = self.element.xpath(".//bdi[contains(concat(' ', @class, ' '), ' fact ')]")
        return [(plain(fact.text_content()), fact.get("dir") == "ltr") for fact in facts]

    @property
    def links(self) -> list[html.HtmlElement]:
        """Its links."""
        return list(self.element.iter("a"))


def parse(text: str) -> html.HtmlElement:
    """Return the tree of a page or of a part of one."""
    return html.document_fromstring(text or "<p></p>")


def classes(element: html.HtmlElement) -> list[str]:
    """Return the classes of an element."""
    return (element.get("class") or "").split()


def pieces(elements: Iterable[html.HtmlElement]) -> list[Seen]:
    """Return every piece of text in the elements, in order; also text that stands in no piece."""
    found: list[Seen] = []
    for element in elements:
        _walk(element, None, found)
    return [piece for piece in found if piece.words]


def _walk(element: html.HtmlElement, current: Seen | None, found: list[Seen]) -> None:
    if current is None or element.tag not in _INLINE:
        current = Seen(_form(element), element)
        found.append(current)
    if element.tag == "br":
        current.parts.append(" ")
    _add(current, element.text, element)
    for child in element:
        if isinstance(child.tag, str):
            _walk(child, current, found)
        _add(current, child.tail, element)


def _form(element: html.HtmlElement) -> str:
    """Return the form of a piece; the first paragraph of an item is the item's."""
    parent = element.getparent()
    tag = str(element.tag)
    first = parent is not None and parent[0] is element and not (parent.text or "").strip()
    if tag == "p" and parent is not None and parent.tag == "li" and first:
        return _form(parent)
    if tag == "li" and parent is not None:
        return str(parent.tag)
    return tag if tag in _PIECES else f"<{tag}>"


def _add(piece: Seen, text: str | None, within: html.HtmlElement) -> None:
    if not text:
        return
    piece.parts.append(text)
    if _LETTER.search(text):
        piece.languages.add(_nearest(within, "lang"))
        direction = _nearest(within, "dir")
        island = within.tag in {"bdi", "a"} and direction == "ltr" and not _RTL_LETTER.search(text)
        if not island:
            piece.directions.add(direction)


def _nearest(element: html.HtmlElement, name: str) -> str:
    for each in (element, *element.iterancestors()):
        value = each.get(name)
        if value:
            return str(value)
    return ""


def hidden(elements: Iterable[html.HtmlElement], *, picture: bool) -> Iterator[str]:
    """Yield what could keep a reader from seeing the elements as they are meant."""
    elements = list(elements)
    for above in elements[0].iterancestors():
        if above.tag not in _AROUND or "block" in classes(above):
            yield f"it stands inside <{above.tag}>"
        yield from _hides(above)
    allowed = _INSIDE | _OF_PICTURES if picture else _INSIDE
    for element in elements:
        for inside in element.iter():
            if not isinstance(inside.tag, str):
                continue  # a comment
            if inside.tag not in allowed or (inside.tag in _INLINE and inside.get("dir") == "rtl"):
                yield f"<{inside.tag}> stands in it"
            yield from _hides(inside)


def _hides(element: html.HtmlElement) -> Iterator[str]:
    for name in ("hidden", "inert", "reversed", "value", "popover"):
        if name in element.attrib:
            yield f'<{element.tag}> has the attribute "{name}"'
    if (element.get("aria-hidden") or "false").lower() != "false":
        yield f"<{element.tag}> is hidden from screen readers"
    style = element.get("style")
    if style is not None and not _STYLE.fullmatch(style):
        yield f'<{element.tag}> has the style "{style}"'
    if any(_HIDING.search(name) for name in classes(element)):
        yield f'<{element.tag}> has the class "{element.get("class")}"'


def has_letters(text: str) -> bool:
    """Whether there are words in a text, not only digits and marks."""
    return _LETTER.search(text) is not None


def line_of(element: html.HtmlElement) -> int:
    """Return the line of an element in its file."""
    return element.sourceline or 1


def tree_to_text(element: html.HtmlElement) -> str:
    """Return the HTML of an element."""
    return str(etree.tostring(element, encoding="unicode"))

"""The two sides of a pair: a text in English and in the reader's language, each marked as such."""

import copy
import re
from collections.abc import Iterator

from lxml import html

from manualkit.markdown.sanitise import sanitise
from manualkit.model.language import Language, language

SIDE = "side"
"""Class of what belongs to one language alone."""
PAIR = "pair"
"""Class of what holds two sides."""
ENGLISH = language("en")
_LETTER = re.compile(r"[^\W\d_]")
_INLINE = frozenset(
    {"a", "abbr", "b", "bdi", "br", "code", "del", "em", "i", "img", "input", "ins", "kbd", "label",
     "mark", "q", "s", "small", "span", "strong", "sub", "sup", "svg", "path", "time", "wbr"}
)  # fmt: skip


def parse(body: str) -> html.HtmlElement:
    """Return a page's HTML as a tree below one element."""
    return html.fragment_fromstring(body, create_parent="div")


def inner_html(tree: html.HtmlElement) -> str:
    """Return the HTML below an element. Parsing may turn a text into marks, so it is cleaned."""
    parts = [tree.text or "", *(html.tostring(child, encoding="unicode") for child in tree)]
    return sanitise("".join(parts))


def classes(element: html.HtmlElement) -> list[str]:
    """Return the classes of an element."""
    return (element.get("class") or "").split()


def is_inline(element: html.HtmlElement) -> bool:
    """Whether everything inside an element may stand in a line."""
    return all(inside.tag in _INLINE for inside in element.iterdescendants())


def has_own_text(element: html.HtmlElement) -> bool:
    """Whether text stands in an element beside its children."""
    return any((text or "").strip() for text in (element.text, *(c.tail for c in element)))


def has_words(element: html.HtmlElement) -> bool:
    """Whether there are words in an element, not only numbers, marks and pictures."""
    return _LETTER.search(element.text_content()) is not None


def is_english(element: html.HtmlElement) -> bool:
    """Whether all words of an element are marked as English: it fell back, or stays English."""
    languages = set(_languages(element, ""))
    return languages == {ENGLISH.code}


def _languages(element: html.HtmlElement, around: str) -> Iterator[str]:
    own = element.get("lang") or around
    if _LETTER.search(element.text or ""):
        yield own
    for child in element:
        yield from _languages(child, own)
        if _LETTER.search(child.tail or ""):
            yield own


def is_local(element: html.HtmlElement, code: str) -> bool:
    """Whether somebody wrote the element directly in the reader's language."""
    return bool(element.get("translate") == "no" and element.get("lang") == code)


def once(element: html.HtmlElement) -> html.HtmlElement:
    """Return a copy of an element, without what follows it."""
    made = copy.deepcopy(element)
    made.tail = None
    return made


def in_both(element: html.HtmlElement) -> html.HtmlElement:
    """Return a copy of an element whose words are the same in both languages."""
    made = once(element)
    made.set("class", " ".join((*classes(made), "both")))
    return made


def shell(element: html.HtmlElement) -> html.HtmlElement:
    """Return an element without what is in it."""
    return html.Element(element.tag, dict(element.attrib))


def alone(element: html.HtmlElement, reader: Language) -> html.HtmlElement:
    """Return an element that the other language does not have, as a side of its own."""
    made = once(element)
    if made.get("lang", reader.code) != reader.code:
        around = _side("div", reader)
        around.append(made)
        return around
    for name, value in _marks(reader).items():
        made.set(name, value)
    made.set("class", " ".join((*classes(made), SIDE)))
    return made


def pair_of(
    first: list[html.HtmlElement], second: list[html.HtmlElement], reader: Language, *marks: str
) -> html.HtmlElement:
    """Return a pair of whole elements, English first."""
    pair = html.Element("div", {"class": " ".join((PAIR, *marks))})
    for elements, each in ((first, ENGLISH), (second, reader)):
        side = _side("div", each)
        side.extend(once(element) for element in elements)
        pair.append(side)
    return pair


def pair_within(
    first: html.HtmlElement, second: html.HtmlElement, reader: Language
) -> html.HtmlElement:
    """Return one element, a heading or a cell, that holds the contents of both."""
    tag = "span" if is_inline(first) and is_inline(second) else "div"
    made = shell(second)
    for name in ("lang", "dir"):
        made.attrib.pop(name, None)
    pair = html.Element(tag, {"class": PAIR})
    for source, each in ((first, ENGLISH), (second, reader)):
        side = _side(tag, each)
        side.text = source.text
        side.extend(copy.deepcopy(child) for child in source)
        side.tail = " " if each is ENGLISH else None
        pair.append(side)
    made.append(pair)
    return made


def _side(tag: str, each: Language) -> html.HtmlElement:
    return html.Element(tag, {"class": SIDE, **_marks(each)})


def _marks(each: Language) -> dict[str, str]:
    return {"lang": each.code, "dir": each.direction}

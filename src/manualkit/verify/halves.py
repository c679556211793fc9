"""A page in two languages → the page as a reader of one of them meets it.

Nothing may fall between the halves: what is not clearly a side of the other language stays.
"""

from collections.abc import Mapping

from lxml import html

from manualkit.verify.protected import Rendition
from manualkit.verify.seen import classes, parse, tree_to_text

_SIDE, _PAIR, _BOTH = "side", "pair", "both"


def halves(pages: Mapping[str, str], rendition: Rendition, other: str) -> dict[str, str]:
    """Return pages in two languages as the half of a rendition; `other` is the other language."""
    marks = (rendition.language, "rtl" if rendition.rtl else "ltr")
    return {path: _half(text, marks, other) for path, text in pages.items()}


def _half(text: str, marks: tuple[str, str], other: str) -> str:
    tree = parse(text)
    for side in _all(tree, _SIDE):
        if side.get("lang") == other and _may_go(side, other):
            side.drop_tree()
    for side in _all(tree, _SIDE):
        if side.get("lang") == marks[0]:
            _take_off(side, _SIDE)
    for pair in _all(tree, _PAIR):
        pair.drop_tag()
    for element in _all(tree, _BOTH):
        _take_off(element, _BOTH)
        _mark(element, marks)
    return tree_to_text(tree)


def _may_go(side: html.HtmlElement, language: str) -> bool:
    """Whether a side is the other language's alone; English never stands without its partner."""
    pair = side.getparent()
    if pair is None or _PAIR not in classes(pair):
        return language != "en"
    sides = [each.get("lang") for each in pair if _SIDE in classes(each)]
    return len(sides) == len(pair) == len(set(sides)) <= 2  # noqa: PLR2004


def _take_off(element: html.HtmlElement, name: str) -> None:
    """Take a mark off; an element that is nothing else hands its language to what it holds."""
    marks = classes(element)
    if marks != [_SIDE] or element.tag not in {"div", "span"}:
        element.set("class", " ".join(mark for mark in marks if mark != name))
        return
    within = (element.get("lang", ""), element.get("dir", ""))
    if element.tag == "span":
        holder = _holder(element)
        if holder is None:
            return
        _mark(holder, within)
    else:
        for child in element:
            _mark(child, within)
    element.drop_tag()


def _holder(side: html.HtmlElement) -> html.HtmlElement | None:
    """Return the heading or cell that holds a side and nothing else."""
    pair = side.getparent()
    holder = None if pair is None else pair.getparent()
    if holder is None or _PAIR not in classes(pair) or len(pair) > 1 or len(holder) > 1:
        return None
    texts = (pair.text, side.tail, holder.text, pair.tail)
    return None if any((text or "").strip() for text in texts) else holder


def _mark(element: html.HtmlElement, marks: tuple[str, str]) -> None:
    for name, value in zip(("lang", "dir"), marks, strict=True):
        if name not in element.attrib:
            element.set(name, value)


def _all(tree: html.HtmlElement, name: str) -> list[html.HtmlElement]:
    return [each for each in tree.xpath("//*[@class]") if name in classes(each)]

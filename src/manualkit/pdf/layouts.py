"""The shape that some pages have on paper alone: cards to cut out, cards to hold up, posters.

What is done here moves and repeats elements; the words stay those of the page.
"""

import copy
from collections.abc import Iterable
from itertools import takewhile

from lxml import html

from manualkit.model.page import PageKind
from manualkit.pdf.foreign import HtmlElement
from manualkit.pdf.plan import SheetKind

_COPIES = 4
"""Cards on one sheet; A4 and Letter hold two rows of two."""
_IN_A_ROW = 2


def laid_out(body: str, page: PageKind, sheet: SheetKind) -> str:
    """Return a page's HTML for paper in the shape that its kind has there."""
    tree: HtmlElement = html.fromstring(body)
    if sheet is SheetKind.PICTURE_CARDS:
        _deal_cards(tree)
    elif page is PageKind.CRISIS_CARD:
        _repeat_card(tree)
    elif page is PageKind.POSTER:
        _set_rows(tree)
    else:
        return body
    tree.set("class", f"page on-{sheet if sheet is SheetKind.PICTURE_CARDS else page}")
    return str(html.tostring(tree, encoding="unicode"))


def _box(mark: str, elements: Iterable[HtmlElement]) -> HtmlElement:
    made: HtmlElement = html.Element("div", {"class": mark})
    made.extend(elements)
    return made


def _repeat_card(tree: HtmlElement) -> None:
    """Put the two faces one above the other, to be folded, and the card on the sheet four times."""
    for label in tree.find_class("block-label"):
        label.drop_tree()
    faces = [_box("wallet-face", [face]) for face in tree.find_class("pocket-card")]
    wallet = _box("wallet", faces)
    cards = [wallet, *(_without_ids(wallet) for _ in range(_COPIES - 1))]
    rows = [cards[at : at + _IN_A_ROW] for at in range(0, _COPIES, _IN_A_ROW)]
    tree.extend(_box("wallet-row", row) for row in rows)


def _without_ids(element: HtmlElement) -> HtmlElement:
    made = copy.deepcopy(element)
    for named in made.xpath(".//*[@id]"):
        del named.attrib["id"]
    return made


def _deal_cards(tree: HtmlElement) -> None:
    """Make two pages of each scene: the picture, and behind it what is told."""
    title, scenes = tree.find("h1"), tree.find_class("scene")
    for child in list(tree):
        tree.remove(child)
    for scene in scenes:
        figure = scene.find("figure")
        if figure is None:
            continue
        figure.drop_tree()
        told = [*_numbers(figure), *([] if title is None else [title]), scene]
        title = None
        tree.extend((_box("card-front", [figure]), _box("card-back", told)))


def _numbers(figure: HtmlElement) -> Iterable[HtmlElement]:
    """Yield the line below a picture once more, as a line of text."""
    for caption in figure.findall("figcaption"):
        line = copy.deepcopy(caption)
        line.tag, line.tail = "p", None
        yield line


def _set_rows(tree: HtmlElement) -> None:
    """Make a row of each step: number, picture, words. The rows fall into two sheets."""
    heads = tree.findall("h2")
    above = [child for child in tree if child not in heads and child.getprevious() is None]
    rows = [_row(head) for head in heads]
    half = len(rows) // 2
    for child in list(tree):
        tree.remove(child)
    tree.append(_box("tile above", [*above, *rows[:half]]))
    tree.append(_box("tile below", rows[half:]))
    tree.set("data-rows", str(len(rows)))


def _row(head: HtmlElement) -> HtmlElement:
    behind = list(takewhile(lambda each: each.tag != "h2", head.itersiblings()))
    pictures = [each for each in behind if each.find_class("picture")]
    words = [each for each in behind if each not in pictures]
    # Inside the heading, as in a session: a number beside it would read as text of the step above.
    number: HtmlElement = html.Element("span", {"class": "poster-number", "dir": "ltr"})
    number.text = head.get("data-step", "")
    number.tail, head.text = f" {head.text or ''}", None
    head.insert(0, number)
    row = _box("poster-row", pictures)
    row.append(_box("poster-words", [head, *words]))
    return row

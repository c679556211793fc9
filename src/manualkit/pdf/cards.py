"""Cards of a role-play on paper: each tells which role-play it belongs to, for it is cut out."""

from lxml import html

from manualkit.model.block import Kind
from manualkit.pdf.foreign import HtmlElement

_KINDS = (Kind.PERSON_CARD, Kind.HELPER_CARD, Kind.OBSERVER_CARD, Kind.TALK_CARD)
_CARD = "//div[{}]".format(
    " or ".join(f"contains(concat(@class, ' '), 'block {kind} ')" for kind in _KINDS)
)
_PART = ".//tbody/tr[not(td/@data-field)]"


def lay_out_cards(tree: HtmlElement, *, cut_out: bool) -> None:
    """Write the page's title above the label of each card that is cut out of its sheet.

    What must not happen stands on a line of its own above its items.
    """
    titles = tree.xpath("//h1[not(.//span[@class='pair'])]") if cut_out else []
    for card in tree.xpath(_CARD):
        # Cards stand beside each other as letters do; nothing may come between them.
        card.tail = None
        if titles:
            name = html.Element("p", {"class": "card-name"})
            name.text = "".join(titles[0].itertext())
            card.insert(0, name)
        for row in card.xpath(_PART):
            _span(row)


def _span(row: HtmlElement) -> None:
    name, columns = row[1], len(row)
    for cell in [cell for cell in row if cell is not name]:
        cell.drop_tree()
    name.tag = "th"
    name.set("colspan", str(columns))

"""Places to fill in, on paper: boxes, lines to write on, totals at the foot of each page."""

from lxml import html

from manualkit.pdf.foreign import HtmlElement

_SUM = "./tbody/tr[td[@data-input='sum']]"
_PART = "./tbody/tr[not(td/@data-field) and not(normalize-space(td[1])) and normalize-space(td[2])]"


def lay_out_fields(tree: HtmlElement) -> None:
    """Make what is filled in by pen of the cells that have a field's name."""
    for table in tree.xpath("//div[contains(concat(' ', @class, ' '), ' ratings ')]//table"):
        _repeat_totals(table)
        _span_parts(table)
    for box in tree.xpath("//td[@data-input='tick']"):
        box.insert(0, _box(box))


def _repeat_totals(table: HtmlElement) -> None:
    """Put the line of totals at the foot of the table on each page."""
    for row in table.xpath(_SUM):
        foot = html.Element("tfoot")
        foot.append(row)
        table.append(foot)


def _span_parts(table: HtmlElement) -> None:
    """Let the name of a part of the lines go over the whole table."""
    for row in table.xpath(_PART):
        name, columns = row[1], len(row)
        for cell in [cell for cell in row if cell is not name]:
            cell.drop_tree()
        name.tag = "th"
        name.set("colspan", str(columns))
        name.set("class", "part")


def _box(cell: HtmlElement) -> HtmlElement:
    """Return a box to tick; it stands before the cell's words."""
    box = html.Element("span", {"class": "box"})
    box.tail, cell.text = cell.text, None
    return box

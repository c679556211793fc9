"""Places to fill in, on paper: boxes, lines to write on, totals at the foot of each page."""

from lxml import html

from manualkit.pdf.foreign import HtmlElement

_SUM = "./tbody/tr[td[@data-input='sum']]"
_PART = "./tbody/tr[not(td/@data-field) and not(normalize-space(td[1])) and normalize-space(td[2])]"


def lay_out_fields(tree: HtmlElement, *, fillable: bool = False) -> None:
    """Make what is filled in of the cells that have a field's name.

    With `fillable`, boxes are ticked on a screen. Words are written by pen even then: a PDF's text
    fields do not pass PDF/UA.
    """
    for table in tree.xpath("//div[contains(concat(' ', @class, ' '), ' ratings ')]//table"):
        _repeat_totals(table)
        _span_parts(table)
    for box in tree.xpath("//td[@data-input='tick']"):
        _put_box(box, _check_box(box) if fillable else html.Element("span"))


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


def _put_box(cell: HtmlElement, box: HtmlElement) -> None:
    """Put a box to tick before the words of a cell."""
    box.set("class", "box")
    box.tail, cell.text = cell.text, None
    cell.insert(0, box)


def _check_box(cell: HtmlElement) -> HtmlElement:
    """Return a box of a form: its name is the field's, in every language."""
    name = cell.get("data-field")
    return html.Element("input", type="checkbox", name=name, title=_spoken(cell))


def _spoken(cell: HtmlElement) -> str:
    """Return what a screen reader says at a box: its line, and its own words or its column."""
    row = cell.getparent()
    place = row.index(cell)
    heads = row.xpath("ancestor::table/thead/tr/th")
    own = cell if cell.text_content().strip() or not heads else heads[place]
    line = [each for each in row[:2] if not each.get("data-field")]
    words = " ".join(" ".join(each.text_content().split()) for each in line)
    return f"{words}: {' '.join(own.text_content().split())}"

"""The adaptation record on paper: tables with before, after, reason, and heads on every page."""

from lxml import html

from manualkit.pdf.foreign import HtmlElement

_HEADS = ("Change", "Before", "After", "Reason")
_MOST_LETTERS = 700
"""A text beyond it fills most of a page; its row may go on over the next one."""
_GROUP = "//div[contains(@class, 'record-group')]"


def tabulate_changes(tree: HtmlElement) -> None:
    """Turn the changes of a record into one table for each group; other pages have none."""
    for group in tree.xpath(_GROUP):
        for index in group.xpath("./ol"):
            index.drop_tree()  # the table itself is short enough to look through
        table = _table(group.xpath("string(./h2)"))
        following = group.getnext()
        while following is not None and "record-change" in following.get("class", "").split():
            change, following = following, following.getnext()
            table[-1].append(_row(change))
            change.drop_tree()
        group.append(table)


def _table(name: str) -> HtmlElement:
    table = html.Element("table", {"class": "record-table", "aria-label": name})
    head = html.Element("tr")
    for words in _HEADS:
        cell = html.Element("th", {"scope": "col"})
        cell.text = words
        head.append(cell)
    top = html.Element("thead")
    top.append(head)
    table.extend([top, html.Element("tbody")])
    return table


def _row(change: HtmlElement) -> HtmlElement:
    """Return a change as a row: what it is, then its three sides without their labels."""
    row = html.Element("tr")
    if len(change.text_content()) > _MOST_LETTERS:
        row.set("class", "long")
    sides = change.xpath("./div[contains(@class, 'record-sides')]/div")
    (heading,) = change.xpath("./h3")
    first = html.Element("th", {"scope": "row", "id": heading.get("id", "")})
    heading.tag = "p"
    heading.attrib.clear()
    heading.set("class", "record-title")
    first.extend([heading, *change.xpath("./p")])
    row.append(first)
    for side in sides:
        cell = html.Element("td")
        label = side.xpath("./p[contains(@class, 'record-label')]")[0]
        label.drop_tree()
        cell.extend(list(side))
        row.append(cell)
    return row

"""The record on paper: tables with heads, for the changes of each group."""

from lxml import html

from manualkit.pdf.foreign import HtmlElement
from manualkit.pdf.paper import for_paper

CHANGE = """
<div class="block record-change english" lang="en" dir="ltr">
<h3 id="record-dem-{number}">DEM-{number}: A thing.</h3>
<p class="record-marks">replace</p>
<div class="record-sides">
<div class="record-side before"><p class="record-label">Before</p><p>old</p></div>
<div class="record-side after"><p class="record-label">After</p><p>{after}</p>
<p class="record-label">In English</p><p>said</p></div>
<div class="record-side reason"><p class="record-label">Reason</p><p>why</p></div>
</div>
<p>Shown on: <a href="group/session-1.md#a">Session 1</a></p>
</div>"""
GROUP = """
<div class="block record-group english"><h2 id="record-{name}">{name}</h2><ol><li>x</li></ol></div>
"""


def paper(*parts: str) -> HtmlElement:
    return html.fragment_fromstring(for_paper("".join(parts), "record", ("record",)))


def change(number: str, after: str = "new") -> str:
    return CHANGE.format(number=number, after=after)


def test_each_group_is_a_table_with_heads() -> None:
    groups = [GROUP.format(name=name) for name in ("Texts", "Words")]
    tree = paper(groups[0], change("020"), change("021"), groups[1], change("001"))
    tables = tree.xpath("//table[@class='record-table']")
    assert [len(table.xpath("./tbody/tr")) for table in tables] == [2, 1]
    assert [table.get("aria-label") for table in tables] == ["Texts", "Words"]
    heads = [cell.text for cell in tables[0].xpath("./thead/tr/th[@scope='col']")]
    assert heads == ["Change", "Before", "After", "Reason"]


def test_row_holds_what_the_page_says() -> None:
    tree = paper(GROUP.format(name="Texts"), change("020"))
    (row,) = tree.xpath("//tbody/tr")
    first, *sides = row
    assert (first.tag, first.get("scope"), first.get("id")) == (
        "th", "row", "record--record-dem-020",
    )  # fmt: skip
    assert " ".join(first.text_content().split()) == (
        "DEM-020: A thing. replace Shown on: Session 1"
    )
    assert [[part.text for part in cell] for cell in sides] == [
        ["old"], ["new", "In English", "said"], ["why"],
    ]  # fmt: skip
    assert tree.xpath("//h3 | //ol | //div[@class='record-sides']") == []


def test_long_row_may_go_over_two_pages() -> None:
    tree = paper(GROUP.format(name="Texts"), change("020"), change("021", "word " * 300))
    assert [row.get("class") for row in tree.xpath("//tbody/tr")] == [None, "long"]


def test_other_pages_stay_as_they_are() -> None:
    assert paper("<p>x</p>").xpath("//table") == []

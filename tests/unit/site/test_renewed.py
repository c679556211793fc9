"""What an old page is given anew."""

import pytest
from markupsafe import Markup

from manualkit.site.renewed import with_care, without_sheets
from manualkit.site.texts import Text

NEWEST = Text(Markup("Read the newest"))
SHEET = (
    '<a class="tool" href="../pdf/a.pdf"><span class="icon"></span>A <bdi dir="ltr">1 KB</bdi></a>'
)
WAY = '<a class="tool" href="../../new/">Read the newest</a>'


def gone(text: str) -> str:
    return f'<template class="old-sheets">{text}</template>'


def test_all_sheets_among_the_tools_give_way_to_one_link_to_the_newest_page() -> None:
    sheets = f"<li>{SHEET}</li>\n<li>{SHEET}</li>\n"
    page = f'<ul>{sheets}<li><a href="../fr/">Fr</a></li></ul>'
    assert without_sheets(page, "../../new/", NEWEST) == (
        f'<ul>{gone(sheets)}<li>{WAY}</li><li><a href="../fr/">Fr</a></li></ul>'
    )


def test_a_sheet_in_the_text_gives_way_by_itself_and_other_links_stay() -> None:
    page = f'<p>Print {SHEET} or <a href="../a/">read</a>.</p>'
    link = '<a href="../../new/">Read the newest</a>'
    shown = without_sheets(page, "../../new/", NEWEST)
    assert shown == f'<p>Print {gone(SHEET)}{link} or <a href="../a/">read</a>.</p>'
    assert without_sheets(shown, "../../new/", NEWEST) == shown


def test_a_page_without_a_place_for_help_is_not_shown() -> None:
    kept = '<aside class="care"></aside>'
    assert with_care(f"<body>{kept}", '<aside class="care">1</aside>', "en/index.html") == (
        '<body><aside class="care">1</aside>'
    )
    with pytest.raises(ValueError, match=r"en/index\.html: no place for help at once"):
        with_care("<body>", "", "en/index.html")

"""Cells of numbers alone are written as readers of the language count."""

import pytest

from manualkit.markdown import render_page
from manualkit.model.language import language
from manualkit.model.manifest import ManifestFact
from manualkit.model.numerals import with_numerals
from manualkit.model.rendition import RenderContext

CASES = [
    ("fa", "2", "۲"),
    ("fa", "80+", "۸۰+"),
    ("fa", "10:30", "۱۰:۳۰"),
    ("fa", "[6](#a), [8](#b)", '<a href="#a">۶</a>، <a href="#b">۸</a>'),
    ("fa", "K1", '<bdi dir="ltr">K1</bdi>'),
    ("fa", "{line}", '<bdi class="fact" dir="ltr">999</bdi>'),
    ("fa", "`12`", "<code>12</code>"),
    ("fa", "116 123", "116 123"),
    ("fa", "999", "999"),
    ("fa", "111, 999", "111, 999"),
    ("fa", "100%", "۱۰۰%"),
    ("ur", "4, 6", "4، 6"),
    ("ar", "2", "2"),
    ("th", "4, 6", "4, 6"),
    ("en", "4, 6", "4, 6"),
]


def _cell(text: str, code: str, numerals: dict[str, str]) -> str:
    context = RenderContext(
        "p",
        with_numerals(language(code), numerals),
        lambda text: text,
        {"line": ManifestFact(kind="phone", value="999")},
        {},
    )
    body = render_page(f"# T\n\n| A |\n|---|\n| {text} |\n", context).html
    return body.partition("<td>")[2].partition("</td>")[0]


@pytest.mark.parametrize(("code", "typed", "shown"), CASES)
def test_a_cell_of_numbers_alone_has_the_digits_and_the_comma_of_the_language(
    code: str, typed: str, shown: str
) -> None:
    assert _cell(typed, code, {}).replace(' dir="ltr" href', " href") == shown


def test_an_edition_may_count_in_other_digits() -> None:
    assert _cell("2", "ar", {"ar": "arabic"}) == "٢"


def test_what_is_left_in_english_keeps_its_digits() -> None:
    context = RenderContext("p", language("fa"), lambda text: text, {}, {})
    table = "<table><tbody><tr><td>2</td></tr></tbody></table>"
    raw = f'# T\n\n<div lang="en" markdown>\n\n| 1 |\n|---|\n| 2 |\n\n</div>\n{table}'
    body = render_page(raw, context).html
    assert "۱" not in body
    assert "۲" not in body

"""An edition says which digits a language counts with; without a word it counts as usual."""

import pytest

from manualkit.markdown.steps import in_digits
from manualkit.model.language import language
from manualkit.model.numerals import with_numerals
from manualkit.pdf.templates import page_number


@pytest.mark.parametrize(
    ("code", "numerals", "counter", "written"),
    [
        ("fa", {}, "persian", "۱۲"),
        ("fa", {"fa": "western"}, "decimal", "12"),
        ("ar", {}, "decimal", "12"),
        ("ar", {"ar": "arabic"}, "arabic-indic", "١٢"),
        ("ur", {"ar": "arabic"}, "decimal", "12"),
        ("ur", {"ur": "persian"}, "persian", "۱۲"),
    ],
)
def test_pages_and_minutes_are_counted_as_the_edition_says(
    code: str, numerals: dict[str, str], counter: str, written: str
) -> None:
    found = with_numerals(language(code), numerals)
    assert in_digits(12, found) == written
    assert page_number("{page}", found.counter) == f'"" counter(page, {counter}) ""'

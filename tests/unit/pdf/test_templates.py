"""The print templates."""

from manualkit.model.language import language
from manualkit.pdf.templates import css_string, page_number
from manualkit.pdf.typography import typography


def test_page_numbers_stand_in_the_words_of_the_language() -> None:
    assert page_number("Page {page} of {pages}", "decimal") == (
        '"Page " counter(page, decimal) " of " counter(pages, decimal) ""'
    )


def test_a_string_cannot_leave_its_quotes() -> None:
    assert css_string('a"; } \\ b') == '"a\\"; } \\\\ b"'


def test_each_script_has_its_font() -> None:
    families = {code: typography(language(code)).family for code in ("en", "ar", "ur", "ps", "th")}
    assert families == {
        "en": "Noto Sans",
        "ar": "Amiri",
        "ur": "Noto Nastaliq Urdu",
        "ps": "Vazirmatn",
        "th": "Noto Sans Thai Looped",
    }


def test_only_persian_has_its_own_digits_and_only_english_and_french_hyphens() -> None:
    codes = ("en", "fr", "tr", "ar", "fa", "ur", "th")
    styles = {code: typography(language(code)) for code in codes}
    assert {code for code in codes if styles[code].digits == "persian"} == {"fa"}
    assert {code for code in codes if styles[code].hyphens} == {"en", "fr"}
    assert styles["ur"].line >= 2.2

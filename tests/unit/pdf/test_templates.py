"""The print templates."""

import base64
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from manualkit.model.approval import State
from manualkit.model.language import language
from manualkit.model.variant import USUAL
from manualkit.pdf.pagesetup import page_setup
from manualkit.pdf.templates import css_string, page_number, style_sheet
from manualkit.pdf.typography import typography


def test_page_numbers_stand_in_the_words_of_the_language() -> None:
    assert page_number("Page {page} of {pages}", "decimal") == (
        '"Page " counter(page, decimal) " of " counter(pages, decimal) ""'
    )


def test_a_string_cannot_leave_its_quotes() -> None:
    assert css_string('a"; } \\ b') == '"a\\"; } \\\\ b"'


def test_each_script_has_its_font(root: Path) -> None:
    codes = ("en", "so", "ar", "ur", "ps", "th")
    families = {code: typography(language(code), root).family for code in codes}
    assert families == {
        "en": "Noto Sans",
        "so": "Noto Sans",
        "ar": "Amiri",
        "ur": "Noto Nastaliq Urdu",
        "ps": "Vazirmatn",
        "th": "Noto Sans Thai Looped",
    }


def test_only_english_and_french_are_hyphenated_and_urdu_has_tall_lines(root: Path) -> None:
    codes = ("en", "fr", "tr", "ar", "fa", "ur", "th")
    styles = {code: typography(language(code), root) for code in codes}
    assert {code for code in codes if styles[code].tall} == {"ur"}
    assert {code for code in codes if styles[code].hyphens} == {"en", "fr"}
    assert styles["ur"].line >= 2.2


def watermark(root: Path, state: State, word: str) -> str:
    """Return the picture in the left margin of a sheet; empty if there is none."""

    plain: Callable[[str], str] = {
        "page": "Page {page} of {pages}",
        "see-page": "page {page}",
        f"watermark.{state}": word,
    }.get  # type: ignore[assignment]
    english = language("en")
    values = {
        "language": english,
        "type": typography(english, root),
        "plain": plain,
        "kind": "session",
        "page": page_setup(USUAL, "A4", root),
        "state": state,
        "online": None,
    }
    css = style_sheet(root / "templates" / "pdf", values)
    found = re.search(r'url\("data:image/svg\+xml;base64,([^"]+)"\)', css)
    return base64.b64decode(found[1]).decode() if found else ""


@pytest.mark.parametrize("state", [State.DRAFT, State.IN_REVIEW, State.CHANGED])
def test_what_is_not_approved_carries_its_state_in_its_margins(root: Path, state: State) -> None:
    assert ">WORD<" in watermark(root, state, "WORD")


def test_what_is_approved_carries_no_state_in_its_margins(root: Path) -> None:
    assert watermark(root, State.APPROVED, "WORD") == ""


def test_a_long_word_in_the_margins_is_set_smaller(root: Path) -> None:
    sizes = [
        float(re.findall(r'font-size="([^"]+)"', watermark(root, State.DRAFT, word))[0])
        for word in ("DRAFT", "THIRTY LETTERS IN TWO BIG PILES")
    ]
    assert sizes[0] > 8 > sizes[1] > 3

"""A cell holds nothing that a spreadsheet would run."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from manualkit.outside.cells import from_cell, guarded, to_cell, unguarded


@pytest.mark.parametrize("text", ["=1+1", "+44", "-1", "@SUM(A1)", "'=1"])
def test_what_could_run_gets_an_apostrophe(text: str) -> None:
    assert guarded(text) == f"'{text}"


@pytest.mark.parametrize("text", ["", "1=1", "'Tis so", "a-b", " =1", "مرحبا"])
def test_other_texts_stay_as_they_are(text: str) -> None:
    assert guarded(text) == text


@given(st.text(alphabet="'=+-@\t\r ax_0AF\x07", max_size=12))
def test_guard_is_undone_whatever_the_text(text: str) -> None:
    assert unguarded(guarded(text)) == text
    assert from_cell(to_cell(text)) == text


@given(st.text(alphabet="=+-@\t\r' x", max_size=8))
def test_guarded_text_never_begins_with_a_sign_that_runs(text: str) -> None:
    assert not guarded(text).startswith(("=", "+", "-", "@", "\t", "\r"))

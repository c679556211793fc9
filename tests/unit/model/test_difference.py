"""What of a text is new, and what is gone."""

from hypothesis import given
from hypothesis import strategies as st

from manualkit.model.difference import Piece, word_difference


def test_changed_word_is_marked_on_both_sides() -> None:
    old, new = word_difference("Ana walks to the well.", "Ana walks to the bus stop.")
    assert [p for p in old if p.side == "gone"] == [Piece("gone", "well")]
    assert "".join(p.text for p in new if p.side == "new") == "bus stop"


def test_texts_with_little_in_common_come_whole() -> None:
    old, new = word_difference("Ana walks to the well.", "Breathe slowly, in and out")
    assert (len(old), len(new)) == (1, 1)
    assert {p.side for p in (*old, *new)} == {"same"}


def test_added_text_has_no_other_side() -> None:
    assert word_difference("", "New.") == ([], [Piece("same", "New.")])


@given(st.text(max_size=80), st.text(max_size=80))
def test_no_letter_is_lost(before: str, after: str) -> None:
    old, new = word_difference(before, after)
    assert "".join(p.text for p in old) == before
    assert "".join(p.text for p in new) == after

"""A cell holds nothing that a spreadsheet would cut."""

from hypothesis import given
from hypothesis import strategies as st

from manualkit.record.cells import MOST_LETTERS, parts


@given(st.integers(0, 3 * MOST_LETTERS))
def test_parts_are_short_enough_and_hold_everything(length: int) -> None:
    text = "x" * length
    pieces = list(parts(text))
    assert "".join(pieces) == text
    assert pieces
    assert all(len(piece) <= MOST_LETTERS for piece in pieces)

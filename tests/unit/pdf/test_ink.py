"""Shapes are compared, not the frames around them."""

import pytest

from manualkit.pdf.ink import Ink, Letter

SQUARE = [[(0, 0), (0, 10), (10, 10), (10, 0)]]
LOWER_LEFT = [[(0, 0), (0, 10), (10, 0)]]
UPPER_RIGHT = [[(1, 10), (10, 10), (10, 1)]]


def letter(outline: list[list[tuple[int, int]]], left: float, top: float) -> Letter:
    """Return a letter of ten by ten pixels."""
    return Letter.drawn(Ink(left, top, left + 10, top + 10), outline)


def test_what_lies_on_each_other_has_its_area() -> None:
    assert letter(SQUARE, 0, 0).shared(letter(SQUARE, 6, 8)) == pytest.approx(8, rel=0.1)


def test_letters_beside_each_other_share_nothing() -> None:
    assert letter(SQUARE, 0, 0).shared(letter(SQUARE, 11, 0)) == 0


def test_slanted_letters_in_one_frame_may_be_apart() -> None:
    assert letter(LOWER_LEFT, 0, 0).shared(letter(UPPER_RIGHT, 1.5, -1.5)) == 0
    assert letter(LOWER_LEFT, 0, 0).shared(letter(UPPER_RIGHT, -4, 4)) > 5


def test_a_letter_without_a_shape_shares_nothing() -> None:
    assert letter([], 0, 0).shared(letter(SQUARE, 0, 0)) == 0

"""The order of a booklet's pages on the sheets that are folded and stapled in the middle."""

import dataclasses as dc

_PAGES_OF_A_SHEET = 4


@dc.dataclass(frozen=True, slots=True)
class Fold:
    """The sheet that is folded."""

    width: float
    """Of the sheet lying down, in millimetres: two pages."""
    height: float
    rtl: bool
    """Whether it is bound at the right."""


@dc.dataclass(frozen=True, slots=True)
class Side:
    """One side of a sheet: which pages stand on its halves, counted from 0; None is blank."""

    left: int | None
    right: int | None


def imposed(pages: int, *, rtl: bool) -> list[Side]:
    """Return the sides of the sheets, front and back in turn, the outermost sheet first.

    They are printed on both sides and turned over the short edge. A booklet in a language that is
    written from right to left is bound at the right, so everything is mirrored. Blank pages fill
    the last sheet up and stand at the end.
    """
    whole = pages + -pages % _PAGES_OF_A_SHEET
    sides = []
    for number in range(whole // 2):
        first, last = number, whole - 1 - number
        # On a front the later page is at the side where the reader begins; on a back, the other.
        left, right = (last, first) if number % 2 == 0 else (first, last)
        if rtl:
            left, right = right, left
        sides.append(Side(_there(left, pages), _there(right, pages)))
    return sides


def _there(page: int, pages: int) -> int | None:
    return page if page < pages else None

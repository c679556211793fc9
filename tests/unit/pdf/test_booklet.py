"""The order of a booklet: the sheets are folded and turned over here as hands do it."""

import pytest

from manualkit.pdf.booklet import Side, imposed

Leaf = tuple[int | None, int | None]
"""Front and back of half a sheet, as a reader meets them."""


def read(sides: list[Side], *, rtl: bool) -> list[int | None]:
    """Return the pages in the order in which they are met in the folded pile.

    Turned over its short edge, a sheet shows the right half of its back behind the left half of its
    front. The pile is folded with the fronts outside: the spine is at the left of the cover, or
    at its right in a booklet that is read from right to left.
    """
    sheets = list(zip(sides[::2], sides[1::2], strict=True))
    opening: list[Leaf] = []
    closing: list[Leaf] = []
    for front, back in sheets:
        left_half: Leaf = (front.left, back.right)
        right_half: Leaf = (front.right, back.left)
        if rtl:
            opening.append(left_half)
            closing.append((right_half[1], right_half[0]))
        else:
            opening.append(right_half)
            closing.append((left_half[1], left_half[0]))
    leaves = [*opening, *reversed(closing)]  # the innermost sheet is met in the middle
    return [page for leaf in leaves for page in leaf]


@pytest.mark.parametrize("rtl", [False, True], ids=["left-to-right", "right-to-left"])
@pytest.mark.parametrize("pages", range(1, 65))
def test_the_folded_pile_reads_in_order(pages: int, *, rtl: bool) -> None:
    met = read(imposed(pages, rtl=rtl), rtl=rtl)
    assert met[:pages] == list(range(pages))
    assert set(met[pages:]) <= {None}
    assert len(met) % 4 == 0
    assert len(met) - pages < 4


def test_the_folding_tells_a_wrong_binding() -> None:
    assert read(imposed(8, rtl=True), rtl=False) != list(range(8))


def test_eight_pages_stand_as_printers_know_it() -> None:
    assert [(s.left, s.right) for s in imposed(8, rtl=False)] == [(7, 0), (1, 6), (5, 2), (3, 4)]
    assert [(s.left, s.right) for s in imposed(8, rtl=True)] == [(0, 7), (6, 1), (2, 5), (4, 3)]


def test_blank_pages_stand_at_the_end() -> None:
    assert imposed(1, rtl=False) == [Side(None, 0), Side(None, None)]
    assert imposed(5, rtl=True)[0] == Side(0, None)

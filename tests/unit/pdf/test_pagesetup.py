"""How big the pages and the print of a variant are."""

from pathlib import Path

import pytest

from manualkit.model.variant import LARGE, USUAL, Paper, Variant
from manualkit.pdf.pagesetup import CLEAR_PRINT, page_setup

BOOKLET = Variant(booklet=True)
A5 = (148, 210)


@pytest.mark.parametrize(
    ("variant", "paper", "page", "folded"),
    [
        (USUAL, "A4", (210, 297), None),
        (USUAL, "Letter", (215.9, 279.4), None),
        (Variant(Paper.A5), "Letter", A5, None),
        (BOOKLET, "A4", A5, (297, 210)),
        (BOOKLET, "Letter", (139.7, 215.9), (279.4, 215.9)),
        (Variant(Paper.A4, booklet=True), "Letter", A5, (297, 210)),
    ],
)
def test_pages_are_as_large_as_the_paper_or_half_of_it(
    root: Path,
    variant: Variant,
    paper: str,
    page: tuple[float, float],
    folded: tuple[float, float] | None,
) -> None:
    setup = page_setup(variant, paper, root)
    assert (setup.width, setup.height) == page
    assert setup.folded == folded


def test_small_print_is_an_exception_for_half_sheets_and_large_print_is_18_points(
    root: Path,
) -> None:
    assert page_setup(USUAL, "A4", root).least.text == CLEAR_PRINT.text
    assert CLEAR_PRINT.text == 12
    assert page_setup(LARGE, "A4", root).least.text == 18
    assert page_setup(BOOKLET, "A4", root).least.text == 10
    assert page_setup(Variant(Paper.A5, large=True), "A4", root).least.text == 18


def test_the_wide_margin_is_there_only_where_two_sides_are_printed(root: Path) -> None:
    setups = {v: page_setup(v, "A4", root).binding for v in (USUAL, Variant(two_sided=True))}
    assert setups[USUAL] == 0
    assert setups[Variant(two_sided=True)] > 0
    assert page_setup(BOOKLET, "A4", root).binding > 0

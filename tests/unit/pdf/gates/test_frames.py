"""Nothing leaves a card or the row of a poster without being told."""

from collections.abc import Callable

import pytest

from manualkit.pdf.document import Markup

pytestmark = pytest.mark.pdf
Codes = Callable[[Markup], set[str]]
MakeDocument = Callable[..., Markup]
CSS = ".wallet-face { height: 20mm } .poster-row { height: 20mm } img { height: 30mm }"


def test_what_fits_a_card_passes(codes: Codes, document: MakeDocument) -> None:
    body = '<div class="wallet-face"><p>One line.</p></div><p>Behind it.</p>'
    assert codes(document(body, CSS)) == set()


@pytest.mark.parametrize(
    "inside",
    [
        "<p>Line.</p>" * 6,
        "<p>A line that is long.</p>" * 4,
        '<img src="images/circle.svg" alt="x">',
    ],
)
@pytest.mark.parametrize("frame", ["wallet-face", "poster-row"])
def test_what_leaves_it_is_a_fault(
    codes: Codes, document: MakeDocument, frame: str, inside: str
) -> None:
    body = f'<div class="{frame}">{inside}</div>'
    assert codes(document(body, CSS)) == {"pdf-frame"}


def test_a_card_may_have_smaller_print_but_not_smaller_than_the_file_says(
    codes: Codes, document: MakeDocument
) -> None:
    body = '<div class="wallet-face"><p>Small.</p></div><p>Large.</p>'
    assert codes(document(body, ".wallet-face { font-size: 8pt }")) == set()
    assert codes(document(body, ".wallet-face { font-size: 7pt }")) == {"pdf-small-text"}
    assert codes(document(body, "p { font-size: 8pt }")) == {"pdf-small-text"}

"""One piece of protected text beside what was published."""

import dataclasses as dc

import pytest
from lxml import html

from manualkit.verify.piece import piece_faults
from manualkit.verify.protected import Piece, Rendition, Wording
from manualkit.verify.seen import Seen

FARSI = Rendition("core", "fa", True, (), (), {}, (), (), ("116123",))  # noqa: FBT003


def _faults(wanted: str, there: str, *, fact: bool = False) -> list[str]:
    shown = f'<bdi class="fact" dir="ltr">{there}</bdi>' if fact else there
    cell = html.fragment_fromstring(f"<td>{shown}</td>")
    expected = Piece("td", (Wording(wanted),))
    found = dc.replace(Seen("td", cell), parts=[there])
    return [code for code, _ in piece_faults(expected, found, FARSI, "page")]


@pytest.mark.parametrize(("wanted", "there"), [("2", "۲"), ("6, 8", "۶، ۸"), ("2", "2")])
def test_a_cell_of_numbers_may_be_in_the_digits_of_the_language(wanted: str, there: str) -> None:
    assert _faults(wanted, there) == []


@pytest.mark.parametrize(
    ("wanted", "there"),
    [("2", "۳"), ("6, 8", "۸، ۶"), ("116 123", "۱۱۶ ۱۲۳"), ("Step 2", "Step ۲")],
)
def test_other_numbers_and_numbers_to_call_are_an_alarm(wanted: str, there: str) -> None:
    assert _faults(wanted, there) == ["verify-text"]


def test_a_fact_keeps_its_digits() -> None:
    assert _faults("999", "۹۹۹", fact=True)[:1] == ["verify-text"]

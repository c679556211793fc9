"""Kits, on the real manual and its adaptation."""

from manualkit.compose import Composition
from manualkit.model.finding import Finding

Adapted = tuple[list[Finding], Composition | None]


def test_the_page_leads_to_each_sheet_and_tells_its_copies(real_edition: Adapted) -> None:
    _, composition = real_edition
    assert composition is not None
    page = composition.pages["kits"]
    assert "| [Breathing card](handouts/breathing-card.md) | 12 |" in page
    assert "What a peer lay therapist keeps at hand" in page, "in the words of the context"


def test_what_a_participant_gets_begins_and_ends_with_the_numbers_to_call(
    real_edition: Adapted,
) -> None:
    _, composition = real_edition
    assert composition is not None
    (pack,) = [kit for kit in composition.manifest.kits if kit.id == "participant-pack"]
    assert pack.sheets[0].page == pack.sheets[-1].page == "handouts/crisis-card"

"""Kits, on the real manual and its adaptation."""

import re

import pytest

from manualkit.compose import Composition
from manualkit.model.finding import Finding

Adapted = tuple[list[Finding], Composition | None]
LISTS = re.compile(r"^## Copy for .*$\n+((?:^- .*$\n)+)", re.MULTILINE)
LINK = re.compile(r"\]\((?:\.\./)*([\w/-]+)\.md\)")


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


@pytest.mark.parametrize("day", range(1, 9))
def test_the_kit_of_a_training_day_holds_all_that_its_page_says_to_copy(
    real_edition: Adapted, day: int
) -> None:
    _, composition = real_edition
    assert composition is not None
    page = composition.pages[f"training/course-day-{day}"]
    lists = LISTS.findall(page)
    assert len(lists) == page.count("## Copy for ")
    (kit,) = [kit for kit in composition.manifest.kits if kit.id == f"training-day-{day}"]
    sheets = [sheet.page for sheet in kit.sheets]
    assert {sheets[0], sheets[-1]} == {f"training/course-day-{day}", f"training/catch-up-{day}"}
    to_copy = [name.rsplit("/", 1)[-1] for part in lists for name in LINK.findall(part)]
    assert to_copy or day == 1
    assert not set(to_copy) - {sheet.rsplit("/", 1)[-1] for sheet in sheets}

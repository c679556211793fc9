"""Kits, on a small project and on the samples."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from manualkit.compose import Composition
from manualkit.model.kit import Kit
from manualkit.pipeline import prepare

ROOT = Path(__file__).parents[3]


@pytest.fixture
def kits(project: Callable[[str], Path], today: date) -> dict[str, dict[str, Kit]]:
    """Return the kits of each edition by their ids."""
    made = prepare(project("good-kits"), today).manifests
    return {each.edition.id: {kit.id: kit for kit in each.kits} for each in made}


@pytest.fixture(scope="module")
def samples() -> dict[str, Composition]:
    compositions = prepare(ROOT, date(2026, 3, 1)).compositions
    return {each.manifest.edition.id: each for each in compositions}


def test_a_kit_names_the_session_by_its_number_and_people_by_their_words(
    kits: dict[str, dict[str, Kit]],
) -> None:
    core = kits["core"]
    assert core["pack"].title == "Pack of Session 1"
    assert core["pack"].summary == "For each client."
    assert core["visit"].title == "A visit to Session 1"


def test_an_adaptation_adds_kits_and_puts_its_own_in_the_place_of_one_with_the_same_id(
    kits: dict[str, dict[str, Kit]],
) -> None:
    demo = kits["demo"]
    assert list(demo) == ["pack", "visit", "own"]
    assert demo["visit"].title == "A visit to our Session 1"
    assert next((s.page, s.copies) for s in demo["visit"].sheets) == ("contacts", 1)
    assert "own" not in kits["core"]


def test_where_an_edition_spreads_a_session_the_kit_holds_all_parts_of_it(
    samples: dict[str, Composition],
) -> None:
    manifest = samples["phone-ten-calls"].manifest
    handbook = next(kit for kit in manifest.kits if kit.id == "handbook")
    calls = [sheet.page for sheet in handbook.sheets if sheet.page.startswith("individual/")]
    assert len(calls) > 5
    assert set(calls) <= {page.path for page in manifest.pages}


def test_the_page_lists_every_sheet_with_its_copies(samples: dict[str, Composition]) -> None:
    page = samples["core"].pages["kits"]
    assert "## Training day 3: Managing Stress {#kit-training-day-3}" in page
    assert "| [Breathing card](handouts/breathing-card.md) | 12 |" in page


def test_every_kind_of_kit_that_a_trainer_needs_is_among_the_samples(
    samples: dict[str, Composition],
) -> None:
    kits = {kit.id: kit for kit in samples["prosper-liverpool"].manifest.kits}
    assert {f"training-day-{day}" for day in range(1, 9)} < set(kits)
    assert kits["handbook"].title == "Handbook for peer lay therapists"
    worksheets = [s for s in kits["group-session-2"].sheets if "worksheet" in s.page]
    assert [sheet.copies for sheet in worksheets] == [8]
    assert kits["participant-pack"].for_participants

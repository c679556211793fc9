"""Composed pages of an edition that has other pages and steps than the core."""

from collections.abc import Callable
from pathlib import Path

import pytest

from manualkit.adapt import adapt
from manualkit.compose import Composition, compose
from manualkit.load import load_project
from manualkit.model.manifest import ManifestPage
from manualkit.validate import validate_project

TESTS = Path(__file__).parents[2]
PAGES = (
    "group/session-1",
    "group/family-evening",
    "group/session-2",
    "group/session-2-breathing",
    "group/session-3",
    "group/module-sleep",
    "handouts/bus-card",
    "checklists/group-session-2-2",
    "checklists/group-family-evening",
)


@pytest.fixture
def composed(project: Callable[[str], Path]) -> Composition:
    made, _ = validate_project(load_project(project("good-structure"))[0])
    assert made is not None
    edition, findings = adapt(made.core, made.contexts[0])
    composition, words = compose(edition, TESTS.parent / "templates" / "pages")
    assert findings + words == []
    return composition


def page_of(composition: Composition, path: str) -> ManifestPage:
    return next(page for page in composition.manifest.pages if page.path == path)


@pytest.mark.parametrize("page", PAGES)
def test_composed_page_is_golden(
    composed: Composition, page: str, compare: Callable[[str, Path], None]
) -> None:
    compare(composed.pages[page], TESTS / "golden" / "structure" / f"{page}.md")


def test_a_link_to_a_step_that_moved_is_led_to_its_part(composed: Composition) -> None:
    link = "[the breathing](session-2-breathing.md#g2-breathe)"
    assert link in composed.pages["group/session-3"]


def test_a_page_of_a_choice_tells_of_the_others(composed: Composition) -> None:
    paths = ["group/module-sleep", "group/module-anger"]
    assert [page_of(composed, path).alternatives for path in paths] == [paths, paths]
    assert "- [Session 6: Anger](module-anger.md)" in composed.pages["group/module-sleep"]


def test_a_checklist_carries_the_number_of_its_session(composed: Composition) -> None:
    titles = [page.title for page in composed.manifest.pages if page.kind == "checklist"]
    assert titles == [f"Fidelity checklist: Session {number}" for number in (1, 2, 4, 5, 6)]
    assert "Fidelity checklist: Session" not in composed.pages["training/course-plan"]


def test_copies_are_known_to_the_manifest(composed: Composition) -> None:
    copies = [block for block in composed.manifest.blocks if block.copy_of == "g2-breathe-script"]
    assert [block.id for block in copies] == [
        "dem-057-g2-breathe-script",
        "dem-056-g2-breathe-script",
    ]
    original = next(b for b in composed.manifest.blocks if b.id == "g2-breathe-script")
    assert {block.digest for block in copies} == {original.digest}


def test_scenes_of_a_repeated_step_are_copies_too(composed: Composition) -> None:
    blocks = {block.id: block for block in composed.manifest.blocks}
    scene = blocks["dem-059-g1-story-walk-female-start"]
    assert (scene.page, scene.change) == ("group/module-sleep", "DEM-059")
    assert scene.copy_of == "g1-story-walk-female-start"
    assert scene.digest == blocks[scene.copy_of].digest

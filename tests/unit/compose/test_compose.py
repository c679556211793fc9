"""Composed pages of good-minimal, and what writing them changes."""

import dataclasses as dc
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from manualkit.adapt import adapt, core_edition
from manualkit.compose import (
    Composition,
    compose,
    remove_other_editions,
    write_composition,
)
from manualkit.load import load_project
from manualkit.model.edition import Edition
from manualkit.model.manifest import Manifest
from manualkit.validate import validate_project

TESTS = Path(__file__).parents[2]
MINIMAL = TESTS / "projects" / "good-minimal"
TEMPLATES = TESTS.parent / "templates" / "pages"
PAGES = ("group/session-1", "safety/safety", "case-studies/walk", "checklists/group-session-1")


@cache
def editions() -> dict[str, Edition]:
    raw, _ = load_project(MINIMAL)
    project, _ = validate_project(raw)
    assert project is not None
    demo, _ = adapt(project.core, project.contexts[0])
    return {"core": core_edition(project.core), "demo": demo}


@cache
def composed(edition: str) -> Composition:
    composition, findings = compose(editions()[edition], TEMPLATES)
    assert findings == []
    return composition


@pytest.mark.parametrize("edition", ["core", "demo"])
@pytest.mark.parametrize("page", PAGES)
def test_composed_page_is_golden(
    edition: str, page: str, compare: Callable[[str, Path], None]
) -> None:
    compare(composed(edition).pages[page], TESTS / "golden" / edition / f"{page}.md")


def test_manifest_has_pages_in_reading_order_and_the_record() -> None:
    manifest = composed("demo").manifest
    assert [page.path for page in manifest.pages] == [
        "index",
        "safety/safety",
        "contacts",
        "group/session-1",
        "case-studies/walk",
        "case-studies/walk-male",
        "checklists/group-session-1",
        "training/course-plan",
        "about",
        "record",
    ]
    assert [(change.id, change.action) for change in manifest.changes] == [
        ("DEM-001", "term"),
        ("DEM-010", "contact"),
        ("DEM-011", "fact"),
        ("DEM-030", "picture"),
        ("DEM-040", "case-study"),
        ("DEM-020", "replace"),
        ("DEM-021", "add-before"),
        ("DEM-022", "add-after"),
        ("DEM-023", "remove"),
    ]


def test_facts_stay_text() -> None:
    facts = composed("demo").manifest.facts
    assert (facts["crisis_line"].kind, facts["crisis_line"].value) == ("phone", "0311 999")
    assert facts["fare"].value == "2.50"


def test_every_id_stands_in_the_manifest_once() -> None:
    ids = [block.id for block in composed("demo").manifest.blocks]
    assert len(ids) == len(set(ids))


def test_digest_of_the_edition_changes_with_a_fact_alone() -> None:
    core = editions()["core"]
    placed = core.facts["fare"]
    other = dc.replace(placed, value=placed.value.model_copy(update={"value": "31.00"}))
    changed, _ = compose(dc.replace(core, facts={"fare": other}), TEMPLATES)
    assert changed.manifest.edition.digest != composed("core").manifest.edition.digest
    assert changed.pages == composed("core").pages


def test_missing_term_of_a_template_is_a_finding() -> None:
    core = editions()["core"]
    terms = {name: term for name, term in core.terms.items() if name != "client"}
    _, findings = compose(dc.replace(core, terms=terms), TEMPLATES)
    assert "template-word" in [finding.code for finding in findings]


def test_composing_does_not_stop_at_what_a_check_reports() -> None:
    core = editions()["core"]
    items = [item.model_copy(update={"group": "nowhere"}) for item in core.bank.value.items]
    bank = dc.replace(core.bank, value=core.bank.value.model_copy(update={"items": items}))
    compose(dc.replace(core, bank=bank, pictures={}), TEMPLATES)


def test_second_writing_touches_nothing(tmp_path: Path) -> None:
    (tmp_path / "docs").symlink_to(MINIMAL / "docs")
    first = write_composition(tmp_path, composed("core"))
    assert (first.files, first.removed) == (len(composed("core").pages) + 2, 0)
    again = write_composition(tmp_path, composed("core"))
    assert (again.files, again.removed) == (0, 0)
    manifest = (tmp_path / "build/editions/core/manifest.json").read_text("utf-8")
    assert Manifest.model_validate_json(manifest) == composed("core").manifest


def test_page_that_is_gone_and_edition_that_is_gone_are_removed(tmp_path: Path) -> None:
    (tmp_path / "docs").symlink_to(MINIMAL / "docs")
    write_composition(tmp_path, composed("core"))
    (tmp_path / "build/editions/core/pages/old.md").write_text("x")
    assert write_composition(tmp_path, composed("core")).removed == 1
    (tmp_path / "build/editions/old/pages").mkdir(parents=True)
    (tmp_path / "build/editions/old/pages/x.md").write_text("x")
    assert remove_other_editions(tmp_path, ["core"]) == 1
    assert [path.name for path in (tmp_path / "build/editions").iterdir()] == ["core"]

"""Pages of training: numbers and links are those of the edition."""

import dataclasses as dc
from collections.abc import Callable
from pathlib import Path

import pytest

from manualkit.adapt import adapt, core_edition
from manualkit.compose import Composition, compose
from manualkit.load import load_project
from manualkit.model.course import CoursePlan
from manualkit.model.edition import Edition
from manualkit.validate import validate_project

TESTS = Path(__file__).parents[2]
TEMPLATES = TESTS.parent / "templates" / "pages"
PAGES = (
    "training/course-day-1",
    "training/catch-up-1",
    "training/role-play-walk",
    "checklists/competency",
)
Find = Callable[[str], Path]


def composed(edition: Edition) -> Composition:
    composition, findings = compose(edition, TEMPLATES)
    assert findings == []
    return composition


def edition_of(folder: Path, context: int | None = None) -> Edition:
    made, _ = validate_project(load_project(folder)[0])
    assert made is not None
    return core_edition(made.core) if context is None else adapt(made.core, made.contexts[0])[0]


def with_part(edition: Edition, title: str, pages: list[str]) -> Edition:
    """Return an edition whose course is one part."""
    part = {"start": "10:00", "minutes": 60, "title": title, "pages": pages}
    day = {"day": 1, "title": "One", "start": "10:00", "end": "11:00", "parts": [part]}
    plan = CoursePlan.model_validate({"id": "c", "title": "C", "summary": "S.", "days": [day]})
    return dc.replace(edition, course=dc.replace(edition.course, value=plan))


@pytest.mark.parametrize("page", PAGES)
def test_composed_page_is_golden(
    project: Find, page: str, compare: Callable[[str, Path], None]
) -> None:
    composition = composed(edition_of(project("good-training")))
    compare(composition.pages[page], TESTS / "golden" / "training" / f"{page}.md")


def test_a_part_tells_the_number_that_its_session_has_in_the_edition(project: Find) -> None:
    edition = edition_of(project("good-structure"), 0)
    page = edition.pages["group/session-3"]
    renumbered = dc.replace(page, head=page.head.model_copy(update={"session": 9}))
    edition = dc.replace(edition, pages={**edition.pages, page.path: renumbered})
    part = with_part(edition, "Walk through Session {{ session }}", [page.path])
    plan = composed(part).pages["training/course-plan"]
    assert "| Walk through Session 9 | [Session 9:" in plan


def test_a_session_that_was_spread_brings_all_its_parts(project: Find) -> None:
    edition = edition_of(project("good-structure"), 0)
    part = with_part(edition, "Session {{ session }}", ["group/session-2"])
    plan = composed(part).pages["training/course-plan"]
    first, later = (
        edition.pages[path].head.session
        for path in ("group/session-2", "group/session-2-breathing")
    )
    assert f"| Session {first}, {later} |" in plan
    assert "](../group/session-2.md)" in plan
    assert "](../group/session-2-breathing.md)" in plan


def test_where_the_manuals_differ_both_numbers_are_told(project: Find) -> None:
    edition = edition_of(project("good-minimal"))
    page = edition.pages["group/session-1"]
    other = dc.replace(
        page,
        path="individual/session-1",
        blocks=(),
        head=page.head.model_copy(update={"manual": "individual", "session": 4}),
    )
    edition = dc.replace(edition, pages={**edition.pages, other.path: other})
    both = with_part(edition, "Session {{ session }}", [page.path, other.path])
    assert "| Session 1 / 4 |" in composed(both).pages["training/course-plan"]
    alike = with_part(edition, "Session {{ session }}", [page.path, page.path])
    assert "| Session 1 |" in composed(alike).pages["training/course-plan"]


def test_the_plan_calls_a_day_as_its_page_does(project: Find) -> None:
    edition = edition_of(project("good-training"))
    day = edition.pages["training/course-day-1"]
    renamed = dc.replace(day, head=day.head.model_copy(update={"title": "A first day"}))
    plan = composed(dc.replace(edition, pages={**edition.pages, day.path: renamed}))
    assert "\n## A first day {#course-day-1}" in plan.pages["training/course-plan"]
    alone = {path: page for path, page in edition.pages.items() if page != day}
    title = edition.course.value.days[0].title
    plan = composed(dc.replace(edition, pages=alone))
    assert f"\n## {title} {{#course-day-1}}" in plan.pages["training/course-plan"]

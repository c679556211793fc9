"""Where a strategy is taught, pictures' numbers, and the contacts on a card."""

import dataclasses as dc
import re
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from manualkit.adapt import adapt, core_edition
from manualkit.compose import Composition, compose
from manualkit.load import load_project
from manualkit.model.edition import Edition
from manualkit.model.finding import Location
from manualkit.model.manual import NavSection
from manualkit.model.page import Page, PageHead
from manualkit.validate import validate_project

TESTS = Path(__file__).parents[2]
TEMPLATES = TESTS.parent / "templates" / "pages"


@cache
def edition(name: str) -> Edition:
    raw, _ = load_project(TESTS / "projects" / "good-minimal")
    project, _ = validate_project(raw)
    assert project is not None
    made = core_edition(project.core)
    if name == "demo":
        made, _ = adapt(project.core, project.contexts[0])
    strategy = PageHead(title="Planning", kind="strategy", steps=["g1-plan", "g1-hear"])
    card = PageHead(title="Numbers", kind="crisis-card")
    pages = {path: Page(path, head, (), Location("x")) for path, head in (
        ("strategies/planning", strategy), ("handouts/card", card),
    )}  # fmt: skip
    nav = (*made.nav, NavSection(title="More", pages=list(pages)))
    return dc.replace(made, nav=nav, pages={**made.pages, **pages})


def composed(of: Edition) -> Composition:
    composition, findings = compose(of, TEMPLATES)
    assert findings == []
    return composition


def without(of: Edition, block: str) -> Edition:
    session = of.pages["group/session-1"]
    left = tuple(each for each in session.blocks if each.id != block)
    return dc.replace(of, pages={**of.pages, session.path: dc.replace(session, blocks=left)})


def test_a_strategy_leads_to_its_steps_in_the_order_of_the_sessions() -> None:
    page = composed(edition("core")).pages["strategies/planning"]
    assert page.index("session-1.md#g1-hear") < page.index("session-1.md#g1-plan")
    assert "[Session 1: Walking](../group/session-1.md)" in page


def steps_of(composition: Composition) -> list[str]:
    """Return the steps of the strategy, as the manifest hands them on."""
    pages = composition.manifest.pages
    return next(page for page in pages if page.path == "strategies/planning").steps


def test_the_manifest_knows_the_steps_of_a_strategy() -> None:
    assert steps_of(composed(edition("core"))) == ["g1-hear", "g1-plan"]


def test_a_step_that_an_edition_left_out_drops_out() -> None:
    composition = composed(without(edition("core"), "g1-hear"))
    assert "g1-hear" not in composition.pages["strategies/planning"]
    assert steps_of(composition) == ["g1-plan"]


def test_a_copy_of_a_step_belongs_where_the_step_does() -> None:
    core = edition("core")
    session = core.pages["group/session-1"]
    step = next(block for block in session.blocks if block.id == "g1-plan")
    blocks = (*session.blocks, dc.replace(step, id="g1-again", copy_of="g1-plan"))
    pages = {**core.pages, session.path: dc.replace(session, blocks=blocks)}
    assert steps_of(composed(dc.replace(core, pages=pages))) == ["g1-hear", "g1-plan", "g1-again"]


def test_a_session_with_another_number_is_named_by_it() -> None:
    core = edition("core")
    session = core.pages["group/session-1"]
    head = session.head.model_copy(update={"title": "Session {{ session }}", "session": 4})
    pages = {**core.pages, session.path: dc.replace(session, head=head)}
    page = composed(dc.replace(core, pages=pages)).pages["strategies/planning"]
    assert "[Session 4](../group/session-1.md)" in page


def picture_numbers(composition: Composition) -> dict[str, str]:
    """Return the number of each scene's picture by the scene's id, as the pages say it."""
    text = "\n".join(composition.pages.values())
    return dict(re.findall(r'^::: scene \{#([a-z0-9-]+)[^}]* number="(\d+)"', text, re.MULTILINE))


def test_a_picture_has_one_number_wherever_it_is_shown() -> None:
    numbers = picture_numbers(composed(edition("demo")))
    assert set(numbers.values()) == {"1"}
    assert {"walk-female-start", "g1-story-walk-female-start", "walk-male-start"} <= set(numbers)


def test_scenes_are_numbered_in_their_order() -> None:
    core = edition("core")
    story = core.pages["case-studies/walk"]
    second = dc.replace(story.blocks[0], id="walk-female-end")
    pages = {**core.pages, story.path: dc.replace(story, blocks=(*story.blocks, second))}
    numbers = picture_numbers(composed(dc.replace(core, pages=pages)))
    assert numbers["walk-female-end"] == "2"
    assert numbers["g1-story-walk-female-end"] == "2"


def test_a_card_holds_the_numbers_of_emergencies_as_facts() -> None:
    page = composed(edition("core")).pages["handouts/card"]
    assert "| To talk about hard thoughts | [{crisis_line}](tel:{crisis_line}) |" in page
    assert "Not checked yet. This card is an example." in page


@pytest.mark.parametrize("expires", [date(2026, 6, 30), None])
def test_a_card_tells_until_when_its_numbers_were_checked(expires: date | None) -> None:
    core = edition("core")
    placed = core.contacts["crisis_line"]
    checked = {"example": False, "checked_on": date(2026, 1, 15), "expires": expires}
    contact = dc.replace(placed, value=placed.value.model_copy(update=checked))
    page = composed(dc.replace(core, contacts={"crisis_line": contact})).pages["handouts/card"]
    assert "Not checked yet" not in page
    assert ("| Check again by | {crisis_line_expires} |" in page) is (expires is not None)


@pytest.mark.parametrize(
    ("example", "checked_on", "said"),
    [
        (True, "never", "| Checked | Never. This is an example. |"),
        (False, "never", "| Checked | Never. |"),
        (False, date(2026, 1, 15), "| Checked on | {crisis_line_checked_on} |"),
    ],
)
def test_the_page_of_contacts_says_if_nobody_has_checked_a_number(
    *, example: bool, checked_on: object, said: str
) -> None:
    core = edition("core")
    placed = core.contacts["crisis_line"]
    state = {"example": example, "checked_on": checked_on}
    contact = dc.replace(placed, value=placed.value.model_copy(update=state))
    assert said in composed(dc.replace(core, contacts={"crisis_line": contact})).pages["contacts"]


def test_a_contact_without_a_number_is_on_no_card() -> None:
    core = edition("core")
    placed = core.contacts["crisis_line"]
    silent = placed.value.model_copy(update={"phone": None, "url": "https://example.org"})
    page, _ = compose(
        dc.replace(core, contacts={"crisis_line": dc.replace(placed, value=silent)}), TEMPLATES
    )
    assert "hard thoughts" not in page.pages["handouts/card"]

"""Checks of an edition, on good-minimal with one thing made wrong in memory."""

import dataclasses as dc
from collections.abc import Callable
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from manualkit.adapt import core_edition
from manualkit.check import check_edition
from manualkit.load import load_project
from manualkit.model.block import Block, Kind, Lock
from manualkit.model.edition import Edition
from manualkit.model.finding import Location
from manualkit.model.page import Page
from manualkit.validate import validate_project

TODAY = date(2026, 3, 1)
SESSION = "group/session-1"


@cache
def minimal() -> Edition:
    raw, _ = load_project(Path(__file__).parents[2] / "projects" / "good-minimal")
    project, _ = validate_project(raw)
    assert project is not None
    return core_edition(project.core)


def with_blocks(path: str, change: Callable[[tuple[Block, ...]], tuple[Block, ...]]) -> Edition:
    page = minimal().pages[path]
    changed = dc.replace(page, blocks=change(page.blocks))
    return dc.replace(minimal(), pages={**minimal().pages, path: changed})


def codes(edition: Edition) -> list[str]:
    return [finding.code for finding in check_edition(edition, TODAY)]


def without(block_id: str) -> Callable[[tuple[Block, ...]], tuple[Block, ...]]:
    return lambda blocks: tuple(block for block in blocks if block.id != block_id)


def replaced(block_id: str, **values: object) -> Callable[[tuple[Block, ...]], tuple[Block, ...]]:
    return lambda blocks: tuple(
        dc.replace(block, **values) if block.id == block_id else block  # type: ignore[arg-type]
        for block in blocks
    )


def test_edition_without_a_fault_has_no_finding() -> None:
    assert codes(minimal()) == []


@pytest.mark.parametrize(
    ("path", "change", "code"),
    [
        pytest.param(SESSION, without("g1-plan-script"), "protected-missing", id="core lost"),
        pytest.param(
            "safety/safety", without("safety-steps"), "protected-missing", id="safety lost"
        ),
        pytest.param(
            SESSION, replaced("g1-plan-script", text="No."), "protected-changed", id="other text"
        ),
        pytest.param(
            SESSION, replaced("g1-plan", title="No."), "protected-changed", id="other title"
        ),
        pytest.param(
            SESSION,
            replaced("g1-plan-script", lock=Lock.ADAPTABLE),
            "protected-changed",
            id="lock taken away",
        ),
        pytest.param(SESSION, replaced("g1-plan", minutes=90), "minutes-sum", id="minutes"),
        pytest.param(
            "case-studies/walk",
            replaced("walk-female-start", options={"point": "other", "part": "1"}),
            "point-not-told",
            id="a point that no scene tells",
        ),
        pytest.param(
            SESSION,
            replaced("g1-plan-note", text="[x](\nnowhere.md)"),
            "broken-link",
            id="a link over two lines",
        ),
    ],
)
def test_broken_promise_is_a_finding(
    path: str, change: Callable[[tuple[Block, ...]], tuple[Block, ...]], code: str
) -> None:
    assert code in codes(with_blocks(path, change))


@pytest.mark.parametrize("at", [0, 1, 2])
def test_nothing_that_a_context_adds_touches_a_safety_block(at: int) -> None:
    added = Block("dem-099", Kind.NOTE, "x", Location("x.md"), change="DEM-099")
    edition = with_blocks("safety/safety", lambda blocks: (*blocks[:at], added, *blocks[at:]))
    assert "safety-surroundings" in codes(edition)


COPY = Block("dem-099-x", Kind.SAY, "x", Location("x.md"), change="DEM-099")


@pytest.mark.parametrize(
    ("values", "code"),
    [
        pytest.param({"copy_of": "g1-plan-script", "lock": Lock.CORE}, "copy-differs", id="words"),
        pytest.param({"copy_of": "g1-nothing", "lock": Lock.CORE}, "copy-differs", id="of nothing"),
        pytest.param({"lock": Lock.CORE}, "protected-false", id="locked by nobody"),
        pytest.param({"lock": Lock.SAFETY}, "protected-false", id="safety of nobody"),
    ],
)
def test_false_copies_and_false_locks_are_found(values: dict[str, object], code: str) -> None:
    block = dc.replace(COPY, **values)  # type: ignore[arg-type]
    assert code in codes(with_blocks(SESSION, lambda blocks: (*blocks, block)))


def test_true_copy_has_no_finding() -> None:
    _, original = minimal().blocks()["g1-question"]
    copy = dc.replace(original, id="dem-099-g1-question", copy_of=original.id, change="DEM-099")
    assert codes(with_blocks(SESSION, lambda blocks: (*blocks, copy))) == []


def test_adaptable_copy_may_get_words_of_its_own() -> None:
    copy = dc.replace(COPY, copy_of="g1-question")
    assert codes(with_blocks(SESSION, lambda blocks: (*blocks, copy))) == []


def test_safety_block_is_not_copied() -> None:
    _, original = minimal().blocks()["safety-steps"]
    copy = dc.replace(original, id="dem-099-safety-steps", copy_of=original.id, change="DEM-099")
    assert "safety-copied" in codes(with_blocks(SESSION, lambda blocks: (*blocks, copy)))


def test_safety_blocks_in_another_order_are_found() -> None:
    edition = with_blocks("safety/safety", lambda blocks: tuple(reversed(blocks)))
    assert "safety-moved" in codes(edition)


def test_core_block_between_safety_blocks_is_found() -> None:
    _, other = minimal().blocks()["g1-question"]
    edition = with_blocks("safety/safety", lambda blocks: (blocks[0], other, *blocks[1:]))
    assert "safety-moved" in codes(edition)


def test_locked_block_in_two_places_is_found() -> None:
    _, original = minimal().blocks()["g1-plan-script"]
    edition = with_blocks("index", lambda blocks: (*blocks, original))
    assert "protected-false" in codes(edition)


def test_rewrapped_core_block_is_still_the_same() -> None:
    text = "Choose one day\nand one hour.\nIf you feel unsafe, call {crisis_line}."
    assert codes(with_blocks(SESSION, replaced("g1-plan-script", text=text))) == []


def test_link_to_a_page_that_the_toolkit_makes_is_whole() -> None:
    text = "[a](../contacts.md) [b](../about.md) [c](../checklists/group-session-1.md#x)"
    assert codes(with_blocks(SESSION, replaced("g1-plan-note", text=text))) == []


@pytest.mark.parametrize(
    ("checked", "expires", "found"),
    [
        pytest.param("never", None, [], id="never checked"),
        pytest.param(date(2026, 1, 1), date(2026, 3, 1), [], id="last day"),
        pytest.param(date(2026, 1, 1), date(2026, 2, 28), ["contact-expired"], id="run out"),
        pytest.param(date(2026, 1, 1), None, ["contact-without-expiry"], id="no end"),
    ],
)
def test_contacts_run_out(checked: object, expires: date | None, found: list[str]) -> None:
    placed = minimal().contacts["crisis_line"]
    contact = placed.value.model_copy(update={"checked_on": checked, "expires": expires})
    contacts = {"crisis_line": dc.replace(placed, value=contact)}
    assert codes(dc.replace(minimal(), contacts=contacts)) == found


def test_two_pictures_have_two_files() -> None:
    placed = minimal().pictures["path"]
    other = dc.replace(placed, path="adaptations/demo/images/path.svg")
    assert codes(dc.replace(minimal(), pictures={"path": placed, "x": other})) == ["name-taken"]


def test_session_without_a_checklist_is_a_finding() -> None:
    assert codes(dc.replace(minimal(), checklists=())) == ["checklist-missing"]


def test_outline_needs_no_checklist() -> None:
    page: Page = minimal().pages[SESSION]
    outline = dc.replace(page, head=page.head.model_copy(update={"status": "outline"}))
    pages = {**minimal().pages, SESSION: outline}
    assert codes(dc.replace(minimal(), checklists=(), pages=pages)) == []

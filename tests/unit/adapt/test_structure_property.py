"""Whatever changes of texts, pages and steps come together, what is protected stays, and stays so.

On the real core manual: a change that could hurt it is refused, and the others go together.
"""

import dataclasses as dc
from collections.abc import Callable
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from manualkit.adapt import adapt
from manualkit.adapt.structure.steps import is_step
from manualkit.check import check_edition
from manualkit.compose import compose
from manualkit.load import load_project
from manualkit.model.block import Block, Kind, Lock
from manualkit.model.change import BlockChange, StructureChange
from manualkit.model.edition import Edition
from manualkit.model.finding import Finding, Location
from manualkit.model.page import Page, PageHead
from manualkit.model.project import Context, Core, Placed, TextChange
from manualkit.model.raw import Source
from manualkit.validate import validate_project
from manualkit.validate.changes import ACTIONS

ROOT = Path(__file__).parents[3]
TODAY = date(2026, 3, 1)
RECORD = {
    "summary": "One plain sentence.",
    "reason": "Because this town is another town.",
    "nature": ["tailoring"],
    "planned": "planned-proactive",
    "decided_by": ["plt"],
    "core_impact": "core-preserved",
}
HARMLESS = {"minutes-sum", "point-not-told", "story-part-missing"}
"""What a random set of changes may lead to; nothing of it touches what is protected."""


@cache
def real() -> tuple[Core, Context]:
    project, findings = validate_project(load_project(ROOT)[0])
    assert findings == []
    assert project is not None
    context = next(context for context in project.contexts if not context.parents)
    bare: dict[str, Any] = dict.fromkeys(
        ("terms", "contacts", "facts", "texts", "pictures", "case_studies", "structure"), ()
    )
    return project.core, dc.replace(context, **bare, pages=own_pages())


def own_pages() -> dict[str, Page]:
    """Return pages of a context: good ones, one with a lock, one with an id of the core."""
    words = {
        "one": ("session", "group", Lock.ADAPTABLE, "dem-one"),
        "two": ("session", "individual", Lock.ADAPTABLE, "dem-two"),
        "leaf": ("handout", None, Lock.ADAPTABLE, "dem-leaf"),
        "locked": ("session", "group", Lock.CORE, "dem-locked"),
        "taken": ("session", "group", Lock.ADAPTABLE, "g2-choose"),
    }
    pages = {}
    for name, (kind, manual, lock, block_id) in words.items():
        head = {"title": f"{{{{ session }}}} {name}", "kind": kind, "manual": manual}
        where = Location(f"pages/{name}.md")
        step = Block(block_id, Kind.STEP, "Words.", where, title=name, lock=lock, minutes=10)
        made = PageHead.model_validate(head | {"minutes": "1-900"} if manual else head)
        pages[f"pages/{name}.md"] = Page(f"pages/{name}", made, (step,), where)
    return pages


CORE = real()[0]
PAGES = list(CORE.pages)
BLOCKS = [b.id for page in CORE.pages.values() for b in page.blocks]
STEPS = {path: [b.id for b in p.blocks if is_step(b)] for path, p in CORE.pages.items()}
ANY_STEP = st.sampled_from([step for steps in STEPS.values() for step in steps])
SESSIONS = [path for path, page in CORE.pages.items() if page.head.kind == "session"]
FILES = st.sampled_from(sorted(own_pages()))
PLACES = st.sampled_from((*SESSIONS, "contacts", "safety/safety", "group/extra"))
NEW = st.sampled_from(("group/extra", "individual/extra", "calls/deep/extra", "safety/safety"))
Draw = Callable[[st.SearchStrategy[Any]], Any]


def reorder(draw: Draw) -> dict[str, Any]:
    if draw(st.booleans()):
        manual = draw(st.sampled_from(("group/", "individual/")))
        known = [path for path in SESSIONS if path.startswith(manual)]
        return {"sessions": draw(st.permutations(known))[: draw(st.integers(2, 5))]}
    page = draw(st.sampled_from([*SESSIONS, "safety/safety"]))
    return {"page": page, "steps": draw(st.permutations(STEPS[page]))}


def spread(draw: Draw) -> dict[str, Any]:
    page = draw(st.sampled_from([*SESSIONS, "safety/safety"]))
    steps, count = STEPS[page], draw(st.integers(2, 3))
    part_of = [draw(st.integers(0, count - 1)) for _ in steps]
    parts = [
        {
            "page": page if number == 0 else f"{page}-part-{number}",
            "title": f"{{{{ session }}}}: part {number}",
            "summary": "A part.",
            "total": "1-900",
            "steps": [s for s, part in zip(steps, part_of, strict=True) if part == number]
            or steps[:1],
        }
        for number in range(count)
    ]
    return {"page": page, "parts": parts}


def retime(draw: Draw) -> dict[str, Any]:
    page = draw(st.sampled_from(PAGES))
    steps = draw(st.lists(st.sampled_from(STEPS[page] or ["none"]), max_size=3))
    return {"page": page, "minutes": {s: draw(st.integers(1, 60)) for s in steps}}


def added(draw: Draw) -> dict[str, Any]:
    return {"file": draw(FILES), "page": draw(NEW), "after": draw(PLACES)}


def modules(draw: Draw) -> dict[str, Any]:
    names = draw(st.sets(st.sampled_from(("one", "two", "locked")), min_size=1))
    listed = [{"file": f"pages/{name}.md", "page": f"group/{name}"} for name in sorted(names)]
    return {"modules": listed, "choose_one": draw(st.booleans()), "after": draw(PLACES)}


def repeat(draw: Draw) -> dict[str, Any]:
    return {"block": draw(ANY_STEP), "after": draw(ANY_STEP)}


def text(draw: Draw) -> dict[str, Any]:
    return {"block": draw(st.sampled_from(BLOCKS))}


KINDS: dict[str, Callable[[Draw], dict[str, Any]]] = {
    "add-page": added,
    "add-session": added,
    "add-module": modules,
    "reorder": reorder,
    "spread": spread,
    "repeat": repeat,
    "retime": retime,
    "replace": text,
    "add-before": text,
    "add-after": text,
    "remove": text,
}


@st.composite
def changes(draw: Draw) -> list[dict[str, Any]]:
    """Draw the heads of some changes of all kinds."""
    actions = draw(st.lists(st.sampled_from(sorted(KINDS)), min_size=1, max_size=10))
    return [
        {"id": f"DEM-{number}", "action": action, **RECORD, **KINDS[action](draw)}
        for number, action in enumerate(actions, 100)
    ]


def adapted(heads: list[dict[str, Any]]) -> tuple[Edition, list[Finding]]:
    records = [ACTIONS[head["action"]].model_validate(head) for head in heads]
    sources = [Source(f"changes/{record.id}.md") for record in records]
    pairs = list(zip(records, sources, strict=True))
    core, context = real()
    return adapt(
        core,
        dc.replace(
            context,
            texts=tuple(
                TextChange(record, "New words.", source, 12)
                for record, source in pairs
                if isinstance(record, BlockChange)
            ),
            structure=tuple(
                Placed(record, source)
                for record, source in pairs
                if isinstance(record, StructureChange)
            ),
        ),
    )


def protected(edition: Edition) -> dict[str, tuple[str, str, Lock]]:
    return {
        block.id: (block.title, block.text, block.lock)
        for page in edition.pages.values()
        for block in page.blocks
        if block.locked and not block.copy_of
    }


@settings(suppress_health_check=list(HealthCheck), deadline=None)
@given(changes())
def test_what_is_protected_outlives_every_set_of_changes(heads: list[dict[str, Any]]) -> None:
    edition, _ = adapted(heads)
    assert protected(edition) == {
        b.id: (b.title, b.text, b.lock) for b in edition.core_blocks.values() if b.locked
    }
    assert {finding.code for finding in check_edition(edition, TODAY)} <= HARMLESS


@settings(suppress_health_check=list(HealthCheck), deadline=None)
@given(changes())
def test_every_change_is_made_once_or_is_a_finding(heads: list[dict[str, Any]]) -> None:
    edition, findings = adapted(heads)
    made = [line.id for line in edition.changes]
    assert len(made) == len(set(made))
    refused = [head["id"] for head in heads if head["id"] not in made]
    assert len(findings) >= len(refused)


@settings(suppress_health_check=list(HealthCheck), deadline=None, max_examples=15)
@given(changes())
def test_every_protected_block_is_composed_on_a_page_of_the_contents(
    heads: list[dict[str, Any]],
) -> None:
    edition, _ = adapted(heads)
    composition, findings = compose(edition, ROOT / "templates" / "pages")
    assert {finding.code for finding in findings} <= HARMLESS
    found = {block.id for block in composition.manifest.blocks if block.lock is not Lock.ADAPTABLE}
    assert found >= {block.id for block in edition.core_blocks.values() if block.locked}
    assert set(composition.pages) >= set(edition.pages)

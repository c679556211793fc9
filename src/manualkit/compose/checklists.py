"""Fidelity checklists: the lines of a sheet in the order in which an observer meets them."""

import dataclasses as dc
from collections.abc import Callable, Iterator
from typing import Any

from manualkit.model.block import Block, Kind
from manualkit.model.checklist import Checklist
from manualkit.model.edition import Edition
from manualkit.model.finding import Location
from manualkit.model.page import with_session
from manualkit.model.project import Placed
from manualkit.model.sheet import Sheet, SheetBand, SheetItem, SheetStep

_OF_AN_ITEM = ("id", "group", "critical", "proscribed", "harm")


def titled(placed: Placed[Checklist], edition: Edition) -> Placed[Checklist]:
    """Return a checklist with the number of its session in its title."""
    page = edition.pages.get(placed.value.session)
    title = with_session(placed.value.title, page.head.session if page else None)
    return dc.replace(placed, value=placed.value.model_copy(update={"title": title}))


def sheet_values(edition: Edition, sheet: dict[str, Any], bank: dict[str, Any]) -> dict[str, Any]:
    """Return what the template of a checklist needs.

    Lines that belong to steps stand in the order of the steps, whatever an adaptation did to it;
    behind them what is looked for from beginning to end, and last what must not happen.
    """
    rows = list(_rows(edition, sheet, bank))
    never = [row for row in rows if row["item"]["proscribed"]]
    scored = [row for row in rows if not row["item"]["proscribed"]]
    throughout = [row for row in scored if row["item"]["group"] in bank["throughout"]]
    steps = [row for row in scored if row not in throughout]
    page = edition.pages.get(sheet["session"])
    return {
        "title": sheet["title"],
        "sheet": sheet,
        "bank": bank,
        "minutes": page.minutes if page else 0,
        "edition_id": edition.id,
        "parts": [
            {"name": "session", "rows": _by_step(steps)},
            {"name": "throughout", "rows": throughout},
        ],
        "never": never,
    }


def sheet_data(
    edition: Edition, path: str, values: dict[str, Any], fill: Callable[[str, Location], str]
) -> Sheet:
    """Return the sheet as data; `fill` puts the words of the context in."""
    bank, scoring = values["bank"], values["bank"]["scoring"]
    rows = [*(row for part in values["parts"] for row in part["rows"]), *values["never"]]
    items = [SheetItem(**{key: row["item"][key] for key in _OF_AN_ITEM}) for row in rows]
    used = {item.group for item in items if not item.proscribed}
    session = values["sheet"]["session"]
    return Sheet(
        page=path,
        session=session,
        version=bank["version"],
        items=items,
        groups={group: title for group, title in bank["groups"].items() if group in used},
        points=[point["points"] for point in bank["scale"]],
        beside={answer["id"]: answer["applies"] for answer in bank["answers_beside"]},
        labels={
            **{str(point["points"]): point["label"] for point in bank["scale"]},
            **{answer["id"]: answer["label"] for answer in bank["answers_beside"]},
        },
        seen_at_least=scoring["seen_at_least"],
        bands=[SheetBand(**band) for band in scoring["bands"]],
        policy=scoring["policy"],
        steps=[
            SheetStep(id=step.id, number=number, title=fill(step.title, step.location))
            for number, step in _steps(edition, session)
        ],
    )


def _steps(edition: Edition, session: str) -> Iterator[tuple[int, Block]]:
    """Yield number and heading of the steps of a session, in order."""
    page = edition.pages.get(session)
    number = 0
    for block in page.blocks if page else ():
        if block.kind is Kind.STEP and block.level == 2:  # noqa: PLR2004  (## is a step)
            number += 1
            yield number, block


def _rows(
    edition: Edition, sheet: dict[str, Any], bank: dict[str, Any]
) -> Iterator[dict[str, Any]]:
    items = {item["id"]: item for item in bank["items"]}
    steps = _step_of_block(edition, sheet["session"])
    for entry in sheet["items"]:
        item = items.get(entry["item"])
        if item is not None and item["group"] in bank["groups"]:
            found = {steps[block] for block in entry["blocks"] if block in steps}
            yield {"item": item, "text": item["text"], "steps": sorted(found)}


def _by_step(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return lines in the order of their steps; one without a step stays behind its neighbour."""
    places, last = [], 0
    for row in rows:
        last = row["steps"][-1][0] if row["steps"] else last
        places.append(last)
    order = sorted(range(len(rows)), key=places.__getitem__)
    return [rows[index] for index in order]


def _step_of_block(edition: Edition, path: str) -> dict[str, tuple[int, str]]:
    """Return for each block of a session the number and id of the step that it stands in."""
    found: dict[str, tuple[int, str]] = {}
    steps = {step.id: (number, step.id) for number, step in _steps(edition, path)}
    step: tuple[int, str] | None = None
    page = edition.pages.get(path)
    for block in page.blocks if page else ():
        step = steps.get(block.id, step)
        if step:
            found[block.id] = step
    return found

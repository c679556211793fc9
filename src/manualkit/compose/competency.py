"""The page of the competency check."""

import dataclasses as dc
from typing import Any

from manualkit.compose.data import filled
from manualkit.compose.pages import ComposedPage, PageComposer
from manualkit.model.sheet import Sheet, SheetLevel, SheetSkill

PATH = "checklists/competency"
_LINES = ("basic", "advanced", "unhelpful")


def competency_page(composer: PageComposer) -> list[ComposedPage]:
    """Return the page, if the manual has a competency check."""
    placed = composer.writer.edition.competency
    if placed is None:
        return []
    check = filled(placed, composer.writer)
    for part in check["parts"]:
        for competency in part["competencies"]:
            competency["lines"] = _lines(competency)
    markdown = composer.render("competency", PATH, {"check": check})
    page = ComposedPage(PATH, "competency", check["title"], markdown, summary=check["summary"])
    return [dc.replace(page, sheet=_sheet(check))]


def _sheet(check: dict[str, Any]) -> Sheet:
    """Return the check as data: by which rule the lines of a skill lead to its level."""
    return Sheet(
        page=PATH,
        policy=check["policy"],
        levels=[SheetLevel(level=each["level"], when=each["when"]) for each in check["levels"]],
        skills=[
            SheetSkill(
                id=skill["id"], lines={line["number"]: line["kind"] for line in skill["lines"]}
            )
            for part in check["parts"]
            for skill in part["competencies"]
        ],
    )


def _lines(competency: dict[str, Any]) -> list[dict[str, str]]:
    """Return the lines to tick, numbered through: `K1.2`."""
    lines = [(kind, text) for kind in _LINES for text in competency[kind]]
    return [
        {"number": f"{competency['id']}.{number}", "kind": kind, "text": text}
        for number, (kind, text) in enumerate(lines, 1)
    ]

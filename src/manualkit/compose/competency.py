"""The page of the competency check."""

from typing import Any

from manualkit.compose.data import filled
from manualkit.compose.pages import ComposedPage, PageComposer

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
    return [ComposedPage(PATH, "competency", check["title"], markdown, summary=check["summary"])]


def _lines(competency: dict[str, Any]) -> list[dict[str, str]]:
    """Return the lines to tick, numbered through: `K1.2`."""
    lines = [(kind, text) for kind in _LINES for text in competency[kind]]
    return [
        {"number": f"{competency['id']}.{number}", "kind": kind, "text": text}
        for number, (kind, text) in enumerate(lines, 1)
    ]

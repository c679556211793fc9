"""Pages that the toolkit makes from data: checklists, contacts, course plan, about."""

import dataclasses as dc
from collections.abc import Iterator
from typing import Any

from manualkit.compose.pages import ComposedPage, PageComposer
from manualkit.compose.record_page import grouped
from manualkit.compose.rights import about_rights
from manualkit.model.base import Model
from manualkit.model.block import Kind
from manualkit.model.checklist import Checklist
from manualkit.model.edition import Edition
from manualkit.model.page import with_session
from manualkit.model.project import Placed
from manualkit.model.raw import Key


def generated_pages(edition: Edition, composer: PageComposer) -> Iterator[ComposedPage]:
    """Yield every page that stands in no file of its own."""
    bank = _filled(edition.bank, composer)
    sheets = [_filled(_titled(placed, edition), composer) for placed in edition.checklists]
    for sheet in sheets:
        values = _checklist(edition, sheet, bank) | {"title": sheet["title"]}
        path = f"checklists/{sheet['id']}"
        yield _page("checklist", path, sheet["title"], values, composer)
    contacts = [contact.value for contact in edition.contacts.values()]
    values = {"title": "Contacts", "contacts": contacts}
    yield _page("contacts", "contacts", "Contacts", values, composer)
    course = _filled(edition.course, composer)
    fill = composer.writer.words.fill
    pages = {path: fill(p.title, p.location) for path, p in edition.pages.items()}
    pages |= {f"checklists/{sheet['id']}": sheet["title"] for sheet in sheets}
    values = {"title": course["title"], "course": course, "pages": pages}
    yield _page("course-plan", "training/course-plan", course["title"], values, composer)
    values = {"title": "About this edition", "edition": edition, "manual": edition.manual}
    values |= about_rights(edition) | {"groups": grouped(edition.changes)}
    yield _page("about", "about", "About this edition", values, composer)


def _titled(placed: Placed[Checklist], edition: Edition) -> Placed[Checklist]:
    """Return a checklist with the number of its session in its title."""
    page = edition.pages.get(placed.value.session)
    title = with_session(placed.value.title, page.head.session if page else None)
    return dc.replace(placed, value=placed.value.model_copy(update={"title": title}))


def _filled(placed: Placed[Model], composer: PageComposer) -> dict[str, Any]:
    """Return data as plain values in which every text has the words of the context."""

    def fill(value: Any, key: Key) -> Any:  # noqa: ANN401  (any plain value)
        if isinstance(value, dict):
            return {name: fill(entry, (*key, name)) for name, entry in value.items()}
        if isinstance(value, list):
            return [fill(entry, (*key, index)) for index, entry in enumerate(value)]
        return composer.writer.text(value, placed.at(*key)) if isinstance(value, str) else value

    return dict(fill(placed.value.model_dump(), ()))


def _page(
    kind: str, path: str, title: str, values: dict[str, Any], composer: PageComposer
) -> ComposedPage:
    return ComposedPage(path, kind, title, composer.render(kind, path, values))


def _checklist(edition: Edition, sheet: dict[str, Any], bank: dict[str, Any]) -> dict[str, Any]:
    """Return what the template of a checklist needs: the groups with their items, in order."""
    items = {item["id"]: item for item in bank["items"]}
    steps = _step_of_block(edition, sheet["session"])
    rows: dict[str, list[dict[str, Any]]] = {group: [] for group in bank["groups"]}
    for entry in sheet["items"]:
        item = items.get(entry["item"])
        if item is not None and item["group"] in rows:
            rows[item["group"]].append(_row(item, [steps.get(b) for b in entry["blocks"]]))
    groups = [(bank["groups"][group], group, found) for group, found in rows.items() if found]
    return {"sheet": sheet, "groups": groups, "bank": bank}


def _row(item: dict[str, Any], steps: list[tuple[int, str] | None]) -> dict[str, Any]:
    return {
        "item": item,
        "text": item["text"],
        "steps": sorted({step for step in steps if step}),
    }


def _step_of_block(edition: Edition, path: str) -> dict[str, tuple[int, str]]:
    """Return for each block of a session the number and id of the step that it stands in."""
    found: dict[str, tuple[int, str]] = {}
    number, step = 0, ""
    page = edition.pages.get(path)
    for block in page.blocks if page else ():
        if block.kind is Kind.STEP and block.level == 2:  # noqa: PLR2004  (## is a step)
            number, step = number + 1, block.id
        if number:
            found[block.id] = (number, step)
    return found

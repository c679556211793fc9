"""Pages that the toolkit makes from data: checklists, contacts, course plan, about."""

import dataclasses as dc
from collections.abc import Iterator
from typing import Any

from manualkit.compose.checklists import sheet_data, sheet_values, titled
from manualkit.compose.competency import competency_page
from manualkit.compose.course import course_plan
from manualkit.compose.data import filled
from manualkit.compose.pages import ComposedPage, PageComposer
from manualkit.compose.record_page import grouped
from manualkit.compose.rights import about_rights
from manualkit.model.edition import Edition


def generated_pages(edition: Edition, composer: PageComposer) -> Iterator[ComposedPage]:
    """Yield every page that stands in no file of its own."""
    bank = filled(edition.bank, composer.writer)
    sheets = [filled(titled(placed, edition), composer.writer) for placed in edition.checklists]
    for sheet in sheets:
        values = sheet_values(edition, sheet, bank)
        path = f"checklists/{sheet['id']}"
        made = _page("checklist", path, sheet["title"], values, composer)
        data = sheet_data(edition, path, values, composer.writer.text)
        yield dc.replace(made, sheet=data)
    contacts = [contact.value for contact in edition.contacts.values()]
    values = {"title": "Contacts", "contacts": contacts}
    yield _page("contacts", "contacts", "Contacts", values, composer)
    path = "training/course-plan"
    course = course_plan(composer.writer, path)
    values = {"title": course["title"], "course": course}
    yield _page("course-plan", path, course["title"], values, composer)
    yield from competency_page(composer)
    values = {"title": "About this edition", "edition": edition, "manual": edition.manual}
    values |= about_rights(edition) | {"groups": grouped(edition.changes)}
    yield _page("about", "about", "About this edition", values, composer)


def _page(
    kind: str, path: str, title: str, values: dict[str, Any], composer: PageComposer
) -> ComposedPage:
    return ComposedPage(path, kind, title, composer.render(kind, path, values))

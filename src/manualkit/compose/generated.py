"""Pages that the toolkit makes from data: checklists, contacts, course plan, about."""

import dataclasses as dc
from collections.abc import Iterator
from typing import Any

from manualkit.compose.checklists import sheet_data, sheet_values, titled
from manualkit.compose.pages import ComposedPage, PageComposer
from manualkit.compose.record_page import grouped
from manualkit.compose.rights import about_rights
from manualkit.model.base import Model
from manualkit.model.edition import Edition
from manualkit.model.project import Placed
from manualkit.model.raw import Key


def generated_pages(edition: Edition, composer: PageComposer) -> Iterator[ComposedPage]:
    """Yield every page that stands in no file of its own."""
    bank = _filled(edition.bank, composer)
    sheets = [_filled(titled(placed, edition), composer) for placed in edition.checklists]
    for sheet in sheets:
        values = sheet_values(edition, sheet, bank)
        path = f"checklists/{sheet['id']}"
        made = _page("checklist", path, sheet["title"], values, composer)
        data = sheet_data(edition, path, values, composer.writer.text)
        yield dc.replace(made, sheet=data)
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

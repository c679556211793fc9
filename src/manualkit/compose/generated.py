"""Pages that the toolkit makes from data: checklists, contacts, course plan, about."""

from collections.abc import Iterator
from typing import Any

from manualkit.compose.pages import ComposedPage, PageComposer
from manualkit.model.block import Kind
from manualkit.model.checklist import Checklist, Item
from manualkit.model.edition import Edition
from manualkit.model.project import Placed


def generated_pages(edition: Edition, composer: PageComposer) -> Iterator[ComposedPage]:
    """Yield every page that stands in no file of its own."""
    fill = composer.writer.words.fill
    for placed in edition.checklists:
        title = fill(placed.value.title, placed.at("title"))
        values = _checklist(edition, placed, composer) | {"title": title}
        yield _page("checklist", f"checklists/{placed.value.id}", title, values, composer)
    contacts = [contact.value for contact in edition.contacts.values()]
    values = {"title": "Contacts", "contacts": contacts}
    yield _page("contacts", "contacts", "Contacts", values, composer)
    course = edition.course
    title = fill(course.value.title, course.at("title"))
    pages = {path: fill(p.head.title, p.location) for path, p in edition.pages.items()}
    pages |= {f"checklists/{c.value.id}": c.value.title for c in edition.checklists}
    values = {"title": title, "course": _filled_course(edition, composer), "pages": pages}
    yield _page("course-plan", "training/course-plan", title, values, composer)
    values = {"title": "About this edition", "edition": edition, "manual": edition.manual}
    yield _page("about", "about", "About this edition", values, composer)


def _page(
    kind: str, path: str, title: str, values: dict[str, Any], composer: PageComposer
) -> ComposedPage:
    return ComposedPage(path, kind, title, composer.render(kind, path, values))


def _checklist(
    edition: Edition, placed: Placed[Checklist], composer: PageComposer
) -> dict[str, Any]:
    """Return what the template of a checklist needs: the groups with their items, in sheet order."""
    bank, sheet = edition.bank, placed.value
    items = {item.id: item for item in bank.items}
    steps = _step_of_block(edition, sheet.session)
    rows: dict[str, list[dict[str, Any]]] = {group: [] for group in bank.groups}
    for index, entry in enumerate(sheet.items):
        item = items.get(entry.item)
        if item is not None:
            text = composer.writer.words.fill(item.text, placed.at("items", index))
            rows[item.group].append(_row(item, text, [steps.get(b) for b in entry.blocks]))
    groups = [(bank.groups[group], group, found) for group, found in rows.items() if found]
    return {"sheet": sheet, "groups": groups, "bank": bank}


def _row(item: Item, text: str, steps: list[tuple[int, str] | None]) -> dict[str, Any]:
    return {"item": item, "text": text, "steps": sorted({step for step in steps if step})}


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


def _filled_course(edition: Edition, composer: PageComposer) -> dict[str, Any]:
    """Return the course plan with the words of the context."""
    course, fill = edition.course, composer.writer.words.fill
    plan = course.value.model_dump()
    plan["summary"] = fill(course.value.summary, course.at("summary"))
    for number, day in enumerate(plan["days"]):
        day["title"] = fill(day["title"], course.at("days", number, "title"))
        for index, part in enumerate(day["parts"]):
            where = course.at("days", number, "parts", index, "title")
            part["title"] = fill(part["title"], where)
    return plan

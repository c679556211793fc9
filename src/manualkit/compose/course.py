"""The course plan of an edition: its parts with the numbers and pages that the edition has."""

import dataclasses as dc
from collections.abc import Iterator, Mapping
from typing import Any

from manualkit.compose.blocks import BlockWriter
from manualkit.compose.checklists import titled
from manualkit.compose.data import filled
from manualkit.model.course import CoursePlan, DayPart
from manualkit.model.edition import Edition
from manualkit.model.finding import Finding, did_you_mean
from manualkit.model.links import link_from
from manualkit.model.page import Page, PageKind, with_number
from manualkit.model.project import Placed

_TO_COPY = frozenset(
    {
        PageKind.HANDOUT, PageKind.CARD, PageKind.CHECKLIST, PageKind.COMPETENCY,
        PageKind.CERTIFICATE,
    }
)  # fmt: skip
"""What each trainee gets."""
_TO_READ = frozenset(PageKind) - {PageKind.ROLE_PLAY, PageKind.CERTIFICATE}


@dc.dataclass(frozen=True, slots=True)
class PageLink:
    """A page that a part of a day needs."""

    title: str
    link: str
    """Written from the page that shows it."""
    kind: PageKind


def course_plan(writer: BlockWriter, page: str) -> dict[str, Any]:
    """Return the course plan for the template of `page`."""
    edition = writer.edition
    plan = filled(_numbered(edition), writer)
    titles, own = _titles(writer), _days(writer)
    for day in plan["days"]:
        day["title"] = own.get(day["day"], day["title"])
        for part in day["parts"]:
            paths = [each for path in part["pages"] for each in _with_parts(edition, path)]
            part["pages"] = [
                PageLink(titles[path][0], link_from(page, path), titles[path][1])
                for path in paths
                if path in titles
            ]
    return plan


def course_day(writer: BlockWriter, page: Page) -> dict[str, Any] | None:
    """Return the day of the course plan that a page is about, and what it needs.

    None where the page is about no day.
    """
    if page.head.day is None:
        return None
    days: dict[int, dict[str, Any]] = {
        day["day"]: day for day in course_plan(writer, page.path)["days"]
    }
    day = days.get(page.head.day)
    if day is None:
        hint = did_you_mean(str(page.head.day), map(str, days), "See training/course-plan.yml.")
        message = f"The course plan has no day {page.head.day}."
        writer.findings.append(Finding("unknown-day", page.location, message, hint))
        return None
    links = dict.fromkeys(link for part in day["parts"] for link in part["pages"])
    return day | {
        "sheets": [link for link in links if link.kind in _TO_COPY],
        "role_plays": [link for link in links if link.kind is PageKind.ROLE_PLAY],
        "read": [link for link in links if link.kind in _TO_READ],
    }


def _days(writer: BlockWriter) -> Mapping[int, str]:
    """Return the title of each day's page: the plan calls a day as its page does."""
    return {
        page.head.day: writer.words.fill(page.title, page.location)
        for page in writer.edition.pages.values()
        if PageKind(page.head.kind) is PageKind.COURSE_DAY and page.head.day is not None
    }


def _titles(writer: BlockWriter) -> Mapping[str, tuple[str, PageKind]]:
    """Return title and kind of every page that a day may name."""
    edition, fill = writer.edition, writer.words.fill
    found = {
        path: (fill(page.title, page.location), PageKind(page.head.kind))
        for path, page in edition.pages.items()
    }
    for sheet in edition.checklists:
        title = titled(sheet, edition).value.title
        name = f"checklists/{sheet.value.id}"
        found[name] = (fill(title, sheet.at("title")), PageKind.CHECKLIST)
    if edition.competency:
        check = edition.competency
        title = fill(check.value.title, check.at("title"))
        found["checklists/competency"] = (title, PageKind.COMPETENCY)
    return found | {"contacts": ("Contacts", PageKind.CONTACTS)}


def _numbered(edition: Edition) -> Placed[CoursePlan]:
    """Return the plan with the numbers of this edition's sessions in the titles of its parts."""
    plan = edition.course.value
    days = [
        day.model_copy(
            update={
                "parts": [
                    part.model_copy(
                        update={"title": with_number(part.title, _number(edition, part))}
                    )
                    for part in day.parts
                ]
            }
        )
        for day in plan.days
    ]
    return dc.replace(edition.course, value=plan.model_copy(update={"days": days}))


def _number(edition: Edition, part: DayPart) -> str:
    """Return the numbers of a part's sessions: `2`; where the manuals differ, `3 / 2`."""
    numbers: dict[str | None, dict[int, None]] = {}
    for path in part.pages:
        for each in _with_parts(edition, path):
            page = edition.pages.get(each)
            if page and page.head.session:
                numbers.setdefault(page.head.manual, {})[page.head.session] = None
    said = dict.fromkeys(", ".join(map(str, sorted(found))) for found in numbers.values())
    return " / ".join(said)


def _with_parts(edition: Edition, path: str) -> Iterator[str]:
    """Yield a page, then the later parts of it where the edition spread it."""
    yield path
    for page in edition.pages.values():
        if page.part_of == path:
            yield from _with_parts(edition, page.path)

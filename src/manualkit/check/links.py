"""Links between pages lead somewhere."""

import posixpath
import re
from collections.abc import Collection, Iterator

from manualkit.model.edition import Edition
from manualkit.model.finding import Finding, Location, did_you_mean
from manualkit.model.page import Page

_LINK = re.compile(r"\]\(\s*+<?([^)\s>]++)")
_ALLOWED = ("https://", "http://", "tel:", "sms:", "mailto:", "{")
_GENERATED = {"about", "contacts", "training/course-plan"}


def link_findings(edition: Edition) -> Iterator[Finding]:
    """Yield a finding for each link to a page or block that does not exist."""
    for page in edition.pages.values():
        for block in page.blocks:
            for match in _LINK.finditer(block.text):
                first = block.text_location
                line = first.line + block.text.count("\n", 0, match.start(1))
                column = match.start(1) - block.text.rfind("\n", 0, match.start(1))
                where = Location(first.file, line, column)
                yield from _check(edition, page, match[1], where)
    yield from _course_findings(edition, _paths(edition))


def _paths(edition: Edition) -> set[str]:
    """Return the paths of all pages, those that the toolkit makes included."""
    sheets = {f"checklists/{placed.value.id}" for placed in edition.checklists}
    return {*edition.pages, *_GENERATED, *sheets}


def _check(edition: Edition, page: Page, target: str, where: Location) -> Iterator[Finding]:
    if target.startswith(_ALLOWED):
        return
    file, _, anchor = target.partition("#")
    path = page.path
    if file:
        folder = posixpath.dirname(page.path)
        path = posixpath.normpath(posixpath.join(folder, file)).removesuffix(".md")
    paths = _paths(edition)
    if file and (not file.endswith(".md") or path not in paths):
        hint = did_you_mean(path, paths, "Write the path from this page, with .md.")
        yield Finding("broken-link", where, f'The link "{target}" leads to no page.', hint)
    elif anchor and path in edition.pages:
        ids = [block.id for block in edition.pages[path].blocks]
        if anchor not in ids:
            hint = did_you_mean(anchor, ids, "Use the id of a block.")
            yield Finding("broken-link", where, f'There is no "{anchor}" on that page.', hint)


def _course_findings(edition: Edition, paths: Collection[str]) -> Iterator[Finding]:
    course = edition.course
    for number, day in enumerate(course.value.days):
        for index, part in enumerate(day.parts):
            for which, path in enumerate(part.pages):
                if path not in paths:
                    where = course.at("days", number, "parts", index, "pages", which)
                    hint = did_you_mean(path, paths, "Remove it.")
                    yield Finding("unknown-page", where, f'There is no page "{path}".', hint)

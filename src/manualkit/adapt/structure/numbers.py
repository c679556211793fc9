"""The numbers of sessions: 1, 2, 3 … in the order of the contents."""

import dataclasses as dc
from collections.abc import Mapping, Sequence

from manualkit.adapt.structure.contents import sessions_of
from manualkit.model.edition import Edition
from manualkit.model.finding import Finding
from manualkit.model.manifest import ManifestChange
from manualkit.model.page import Page
from manualkit.model.project import Context


def number_sessions(edition: Edition, _context: Context) -> tuple[Edition, list[Finding]]:
    """Give the sessions of each manual new numbers where they do not go upwards any more."""
    pages = dict(edition.pages)
    for manual in {page.head.manual: None for page in pages.values()}:
        sessions = sessions_of(edition, manual)
        if not _upwards(sessions):
            for page, number in zip(sessions, _numbers(sessions), strict=True):
                head = page.head.model_copy(update={"session": number})
                pages[page.path] = dc.replace(page, head=head)
    return dc.replace(edition, pages=pages), []


def number_record(edition: Edition, _context: Context) -> tuple[Edition, list[Finding]]:
    """Write the numbers of sessions into the lines of the record that name their titles."""
    changes = tuple(_in_words(line, edition.pages) for line in edition.changes)
    return dc.replace(edition, changes=changes), []


def _in_words(line: ManifestChange, pages: Mapping[str, Page]) -> ManifestChange:
    """Return a line of the record with numbers in the titles of its sessions."""
    after = line.after
    for path in line.pages:
        if path in pages:
            after = after.replace(pages[path].head.title, pages[path].title)
    return line.model_copy(update={"after": after})


def _upwards(sessions: Sequence[Page]) -> bool:
    numbers = [page.head.session for page in sessions]
    known = [number for number in numbers if number is not None]
    return known == numbers and known == sorted(set(known))


def _numbers(sessions: Sequence[Page]) -> list[int]:
    """Return a number for each session; those that one chooses between share one."""
    numbers: dict[tuple[str, ...], int] = {}
    for page in sessions:
        numbers.setdefault(page.alternatives or (page.path,), len(numbers) + 1)
    return [numbers[page.alternatives or (page.path,)] for page in sessions]

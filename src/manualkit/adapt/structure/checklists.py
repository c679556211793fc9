"""Fidelity checklists follow the blocks that their items look at."""

import dataclasses as dc
from collections import defaultdict
from collections.abc import Iterable, Sequence

from manualkit.adapt.structure.contents import listed, replaced, sessions_of
from manualkit.model.checklist import Checklist, ChecklistItem
from manualkit.model.edition import Edition
from manualkit.model.finding import Finding
from manualkit.model.page import Page
from manualkit.model.project import Context, Placed


def compute_checklists(edition: Edition, _context: Context) -> tuple[Edition, list[Finding]]:
    """Give every session the items that look at its blocks, copies too.

    A later part of a spread session has a checklist of its own behind that of the first part. So
    has a session of the context's own that holds a copy of a locked block.
    """
    sheets = _Sheets(edition)
    result = [
        dc.replace(placed, value=sheets.sheet(placed.value, page))
        for placed in edition.checklists
        if (page := edition.pages.get(placed.value.session))
    ]
    taken = {placed.value.id for placed in edition.checklists}
    for page in edition.pages.values():
        for origin in sheets.origins(page):
            name = _new_name(origin.value, page, taken)
            sheet = sheets.sheet(origin.value, page).model_copy(update=name)
            taken.add(sheet.id)
            edition = _listed_behind(edition, sheet, origin.value)
            result.append(dc.replace(origin, value=sheet))
    # One whose session is nowhere has its finding.
    lost = [placed for placed in edition.checklists if placed.value.session not in edition.pages]
    return _in_order(dc.replace(edition, checklists=(*result, *lost))), []


class _Sheets:
    """The checklists that there are, and where the blocks are that they look at."""

    def __init__(self, edition: Edition) -> None:
        self._pages = edition.pages
        self._sheets = edition.checklists
        self._places = {b.id: path for path, page in edition.pages.items() for b in page.blocks}

    def origins(self, page: Page) -> Sequence[Placed[Checklist]]:
        """Return the checklists that a page without one gets its items from, if it needs one."""
        if self._of(page.path):
            return ()
        while page.part_of:
            found = self._of(page.part_of)
            if found:
                return found
            page = self._pages[page.part_of]
        if page.head.kind != "session" or page.head.status != "complete":
            return ()
        originals = {block.copy_of for block in page.blocks if block.copy_of and block.locked}
        return [sheet for sheet in self._sheets if originals & _blocks_of(sheet.value)][:1]

    def _of(self, session: str) -> list[Placed[Checklist]]:
        return [sheet for sheet in self._sheets if sheet.value.session == session]

    def sheet(self, own: Checklist, page: Page) -> Checklist:
        """Return a checklist for a page: its own items, and those of the steps repeated here."""
        copies: dict[str, list[str]] = defaultdict(list)
        for block in page.blocks:
            if block.copy_of:
                copies[block.copy_of].append(block.id)
        items: dict[str, list[str]] = {}
        for entry in own.items:
            here = [name for name in entry.blocks if self._places.get(name, page.path) == page.path]
            if here or not entry.blocks:
                items.setdefault(entry.item, []).extend(here)
        for entry in (entry for sheet in self._sheets for entry in sheet.value.items):
            found = [copy for name in entry.blocks for copy in copies[name]]
            if found:
                known = items.setdefault(entry.item, [])
                known.extend(copy for copy in found if copy not in known)
        entries = [ChecklistItem(item=item, blocks=blocks) for item, blocks in items.items()]
        return own.model_copy(update={"items": entries, "session": page.path})


def _blocks_of(sheet: Checklist) -> set[str]:
    return {name for entry in sheet.items for name in entry.blocks}


def _new_name(origin: Checklist, page: Page, taken: Iterable[str]) -> dict[str, str]:
    """Return id and title of a new checklist."""
    names, number = set(taken), 2
    base = origin.id if page.part_of else page.path.replace("/", "-")
    name = base if base not in names else f"{base}-{number}"
    while name in names:
        number += 1
        name = f"{base}-{number}"
    title = origin.title
    return {"id": name, "title": title if "{{" in title else f"{title}: {page.head.title}"}


def _listed_behind(edition: Edition, sheet: Checklist, origin: Checklist) -> Edition:
    """Return the edition with a new checklist in the contents, behind the one it comes from."""
    before, new = f"checklists/{origin.id}", f"checklists/{sheet.id}"
    nav = []
    for section in edition.nav:
        at = section.pages.index(before) + 1 if before in section.pages else 0
        pages = [*section.pages[:at], new, *section.pages[at:]] if at else section.pages
        nav.append(section.model_copy(update={"pages": pages}))
    return dc.replace(edition, nav=tuple(nav))


def _in_order(edition: Edition) -> Edition:
    """Return the edition with the checklists of each manual in the order of its sessions."""
    sheets: dict[str, list[str]] = defaultdict(list)
    for placed in edition.checklists:
        sheets[placed.value.session].append(f"checklists/{placed.value.id}")
    places: dict[str, str] = {}
    for manual in {page.head.manual: None for page in edition.pages.values()}:
        wanted = [path for page in sessions_of(edition, manual) for path in sheets[page.path]]
        found = [path for path in listed(edition) if path in wanted]
        places |= dict(zip(found, [path for path in wanted if path in found], strict=True))
    return replaced(edition, places)

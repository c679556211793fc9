"""Which of Bernal's eight dimensions has a decision in which section, and where there is none."""

import dataclasses as dc
from collections.abc import Mapping, Sequence

from manualkit.model.manifest import Manifest, ManifestChange
from manualkit.record.fields import allowed, values_of
from manualkit.record.sheet import Column, Sheet

EVERYWHERE = "Throughout"
"""The section of what stands on many pages: words, contacts, pictures."""
NONE = "no decision"


@dc.dataclass(frozen=True, slots=True)
class Coverage:
    """Dimensions by sections of the contents."""

    sections: tuple[str, ...]
    cells: Mapping[tuple[str, str], tuple[str, ...]]
    """Ids of the changes by dimension and section."""
    untagged: tuple[str, ...]
    """Changes that name no dimension."""

    @property
    def dimensions(self) -> list[str]:
        """The eight dimensions."""
        return allowed("bernal")

    def at(self, dimension: str, section: str) -> tuple[str, ...]:
        """Return the changes in a cell."""
        return self.cells.get((dimension, section), ())

    @property
    def empty(self) -> list[tuple[str, str]]:
        """The cells without a decision."""
        return [(d, s) for d in self.dimensions for s in self.sections if not self.at(d, s)]


def coverage(manifest: Manifest) -> Coverage:
    """Return the coverage of an edition's record."""
    places = sections_of(manifest)
    cells: dict[tuple[str, str], tuple[str, ...]] = {}
    for change in manifest.changes:
        for dimension in values_of(change, "bernal"):
            for section in places[change.id]:
                cells[dimension, section] = (*cells.get((dimension, section), ()), change.id)
    untagged = tuple(c.id for c in manifest.changes if not values_of(c, "bernal"))
    made = {"About"}
    names = (section.title for section in manifest.nav if section.title not in made)
    return Coverage((EVERYWHERE, *dict.fromkeys(names)), cells, untagged)


def sections_of(manifest: Manifest) -> dict[str, list[str]]:
    """Return the sections of the contents in which each change shows, by the change's id."""
    pages = pages_of(manifest)
    section = {page.path: page.section for page in manifest.pages}
    return {
        change.id: list(
            dict.fromkeys(section.get(path, "") or EVERYWHERE for path in pages[change.id])
        )
        or [EVERYWHERE]
        for change in manifest.changes
    }


def pages_of(manifest: Manifest) -> dict[str, list[str]]:
    """Return the pages that show each change, by the change's id, in reading order."""
    found: dict[str, list[str]] = {change.id: [] for change in manifest.changes}
    for block in manifest.blocks:
        if block.change in found:
            found[block.change].append(block.page)
    for page in manifest.pages:
        if page.change in found:
            found[page.change].append(page.path)
    order = {page.path: at for at, page in enumerate(manifest.pages)}
    return {
        change.id: sorted({*found[change.id], *_there(change, order)}, key=lambda p: order[p])
        for change in manifest.changes
    }


def _there(change: ManifestChange, order: Mapping[str, int]) -> Sequence[str]:
    return [path for path in change.pages if path in order]


def bernal_sheet(manifest: Manifest) -> Sheet:
    """Return the coverage as a table; a cell without a decision says so."""
    found = coverage(manifest)
    columns = (Column("dimension", 16), *(Column(name, 24) for name in found.sections))
    rows = tuple(
        (d, *("; ".join(found.at(d, s)) or NONE for s in found.sections)) for d in found.dimensions
    )
    return Sheet("Bernal coverage", columns, rows)

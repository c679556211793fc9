"""Verify a bilingual rendition: each half of its pages against the protected text of its language.

What no half shows would be seen by no reader of one language; `halves` leaves it in, so that it is
an alarm.
"""

import dataclasses as dc
from pathlib import Path

from manualkit.model.finding import Finding
from manualkit.verify.halves import halves
from manualkit.verify.one import (
    Offered,
    Verified,
    missing_pages,
    missing_rendition,
    needed_sheets,
    read_pages,
    sheet_alarms,
)
from manualkit.verify.pages import alarms
from manualkit.verify.protected import Rendition
from manualkit.verify.tagged import Half


@dc.dataclass(frozen=True, slots=True)
class Both:
    """A rendition beside the English one of its edition."""

    reader: Rendition
    english: Rendition

    @property
    def edition(self) -> str:
        """The edition of both."""
        return self.reader.edition

    @property
    def name(self) -> str:
        """Edition and languages, as in a path."""
        return f"{self.reader.name}+{self.english.language}"


def verify_both(site: Path, dist: Path | None, both: Both, paths: frozenset[str]) -> Verified:
    """Look at one bilingual rendition; `paths` are the pages of its edition."""
    sheets: set[str] = set()
    pages = read_pages(site / both.name)
    if not pages:
        return missing_rendition(site, both.name)
    found = missing_pages(f"{site.name}/{both.name}", pages, paths)
    for one, other in ((both.reader, both.english), (both.english, both.reader)):
        half = halves(pages, one, other.language)
        found += [
            _moved(finding, f"{site.name}/{one.name}", f"{site.name}/{both.name}")
            for finding in alarms(one, half, site.name)
        ]
        needed = needed_sheets(one, half, whole=False) if dist else {}
        for name, blocks_in_it in needed.items():
            sheets.add(name)
            language = Half(one.language, other.language)
            offered = Offered(site, dist or site, both.name, name, language)
            found += sheet_alarms(offered, one, blocks_in_it)
    others = _sheets(dist, both) - sheets
    blocks = len(both.reader.blocks) + len(both.english.blocks)
    found = list(dict.fromkeys(found))  # a sheet that is missing, once
    return Verified(tuple(found), 1, blocks, len(pages), len(sheets), len(others))


def _sheets(dist: Path | None, both: Both) -> set[str]:
    return {path.name for path in (dist / both.name).glob("*.pdf")} if dist else set()


def _moved(finding: Finding, half: str, folder: str) -> Finding:
    """Return a finding with the file in which it stands."""
    where = finding.location
    file = folder + where.file.removeprefix(half)
    return dc.replace(finding, location=dc.replace(where, file=file))

"""Verify a bilingual rendition: each half of its pages against the protected text of its language.

What no half shows would be seen by no reader of one language; `halves` leaves it in, so that it is
an alarm.
"""

import dataclasses as dc
from pathlib import Path

from manualkit.model.finding import Finding
from manualkit.verify.halves import halves
from manualkit.verify.one import Verified, missing_pages, read_pages
from manualkit.verify.pages import alarms
from manualkit.verify.protected import Rendition


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


def verify_both(site: Path, both: Both, paths: frozenset[str]) -> Verified:
    """Look at one bilingual rendition; `paths` are the pages of its edition."""
    pages = read_pages(site / both.name)
    found = missing_pages(f"{site.name}/{both.name}", pages, paths)
    for one, other in ((both.reader, both.english), (both.english, both.reader)):
        half = halves(pages, one, other.language)
        found += [
            _moved(finding, f"{site.name}/{one.name}", f"{site.name}/{both.name}")
            for finding in alarms(one, half, site.name)
        ]
    blocks = len(both.reader.blocks) + len(both.english.blocks)
    return Verified(tuple(found), 1, blocks, len(pages))


def _moved(finding: Finding, half: str, folder: str) -> Finding:
    """Return a finding with the file in which it stands."""
    where = finding.location
    file = folder + where.file.removeprefix(half)
    return dc.replace(finding, location=dc.replace(where, file=file))

"""Verify one rendition: its pages, and the PDFs that they offer."""

import dataclasses as dc
import posixpath
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path

from manualkit.model.finding import Finding, Location
from manualkit.verify.kits import KITS, kits_on
from manualkit.verify.pages import HINT, alarms, blocks_on
from manualkit.verify.piece import target
from manualkit.verify.protected import Rendition
from manualkit.verify.seen import parse
from manualkit.verify.sheets import sheet_faults
from manualkit.verify.tagged import Half, read_sheet

WHOLE = "manual.pdf"
"""The PDF that holds all pages."""


@dc.dataclass(frozen=True, slots=True)
class Verified:
    """What was looked at, and what was found."""

    findings: tuple[Finding, ...] = ()
    renditions: int = 0
    blocks: int = 0
    """Protected blocks, counted in each rendition."""
    pages: int = 0
    pdfs: int = 0
    others: int = 0
    """PDFs that no page offers; nobody knows what they should hold."""
    old: int = 0
    """Old versions that are as they went out, or have an alarm."""

    def __add__(self, other: "Verified") -> "Verified":
        return Verified(
            (*self.findings, *other.findings),
            self.renditions + other.renditions,
            self.blocks + other.blocks,
            self.pages + other.pages,
            self.pdfs + other.pdfs,
            self.others + other.others,
            self.old + other.old,
        )


def verify_one(
    site: Path, dist: Path | None, rendition: Rendition, paths: frozenset[str]
) -> Verified:
    """Look at one rendition; `paths` are the pages that its edition has in any language."""
    pages = read_pages(site / rendition.name)
    where = f"{site.name}/{rendition.name}"
    if not pages:
        return missing_rendition(site, rendition.name)
    found = missing_pages(where, pages, paths)
    found += alarms(rendition, pages, site.name)
    if dist is None:
        return Verified(tuple(found), 1, len(rendition.blocks), len(pages))
    needed = needed_sheets(rendition, pages, whole=True)
    for name, blocks in needed.items():
        found += sheet_alarms(Offered(site, dist, rendition.name, name), rendition, blocks)
    others = {path.name for path in (dist / rendition.name).glob("*.pdf")} - set(needed)
    counts = (len(rendition.blocks), len(pages), len(needed), len(others))
    return Verified(tuple(found), 1, *counts)


def missing_rendition(site: Path, name: str) -> Verified:
    """Return the alarm for a rendition that is not there."""
    message = f"The rendition {name} is not there."
    return Verified((_finding("verify-rendition-missing", f"{site.name}/{name}", message),), 1)


def missing_pages(where: str, pages: Mapping[str, str], paths: frozenset[str]) -> list[Finding]:
    """Return an alarm for each page that a rendition should have and has not."""
    return [
        _finding("verify-page-missing", where, f'The page "{path}" is not there.')
        for path in sorted((paths | set(_linked(pages))) - set(pages))
    ]


def read_pages(folder: Path) -> dict[str, str]:
    """Return the HTML of the pages below a folder by their paths."""
    return {name: path.read_text("utf-8", "replace") for name, path in page_files(folder).items()}


def page_files(folder: Path) -> dict[str, Path]:
    """Return the files of the pages below a folder by their paths."""
    names = {
        path.parent.relative_to(folder).as_posix(): path for path in folder.rglob("index.html")
    }
    return {"index" if name == "." else name: path for name, path in sorted(names.items())}


def _linked(pages: Mapping[str, str]) -> Iterator[str]:
    """Yield the pages of the rendition that its home page leads to."""
    for link in parse(pages.get("index", "")).iter("a"):
        address = link.get("href") or ""
        if address.endswith("/") and ":" not in address:
            path = target(address, "index")
            if not path.startswith("."):
                yield "index" if path == "." else path


def needed_sheets(
    rendition: Rendition, pages: Mapping[str, str], *, whole: bool
) -> dict[str, Counter[str]]:
    """Return for each PDF that the pages offer how often each block has to stand in it."""
    every = Counter(block.id for block in rendition.blocks)
    found: dict[str, Counter[str]] = {}
    total: Counter[str] = Counter()
    for text in pages.values():
        here = Counter(blocks_on(rendition, text))
        total += here
        for link in parse(text).iter("a"):
            folder, name = posixpath.split(link.get("href") or "")
            if name.endswith(".pdf") and posixpath.basename(folder) == "pdf":
                found.setdefault(name, Counter()).update(here)
    for name, sheets in kits_on(pages.get(KITS, "")).items():
        if name in found:
            found[name] = Counter()
            for path, copies in sheets:
                for block in blocks_on(rendition, pages.get(path, "")):
                    found[name][block] += copies
    manual = found.pop(WHOLE, None)
    return {WHOLE: total | every, **found} if whole and manual is not None else found


@dc.dataclass(frozen=True, slots=True)
class Offered:
    """A PDF that the pages of a rendition offer."""

    site: Path
    dist: Path
    folder: str
    """Name of the rendition."""
    name: str
    half: Half | None = None
    """Of a sheet in two languages, the one that is looked at."""


def sheet_alarms(
    offered: Offered, rendition: Rendition, needed: Mapping[str, int]
) -> Iterator[Finding]:
    """Yield an alarm for everything protected that a PDF lacks."""
    path = offered.dist / offered.folder / offered.name
    where = f"{offered.dist.name}/{offered.folder}/{offered.name}"
    if not path.is_file():
        yield _finding("verify-pdf-missing", where, "A page offers this PDF, and it is not there.")
        return
    copy = offered.site / offered.folder / "pdf" / offered.name
    if not copy.is_file() or copy.read_bytes() != path.read_bytes():
        message = f"The site offers another file than this as pdf/{offered.name}, or none."
        yield _finding("verify-pdf-differs", where, message)
    try:
        pieces = read_sheet(path, offered.half)
    except ValueError as error:
        yield _finding("verify-pdf-broken", where, f"This PDF cannot be read: {error}.")
        return
    for code, message in sheet_faults(rendition, needed, pieces):
        yield _finding(code, where, message)


def _finding(code: str, file: str, message: str) -> Finding:
    return Finding(code, Location(file), message, HINT)

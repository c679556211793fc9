"""Verify a whole site and its PDFs, on several processors."""

import dataclasses as dc
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from multiprocessing import get_context
from pathlib import Path

from manualkit.model.finding import Finding, Location
from manualkit.verify.compare import target
from manualkit.verify.pages import HINT, alarms
from manualkit.verify.protected import Protection, Rendition
from manualkit.verify.seen import parse

Progress = Callable[[int, int, str], None]
"""Called when something was looked at: how many are done, how many there are, what it was."""


@dc.dataclass(frozen=True, slots=True)
class Verified:
    """What was looked at, and what was found."""

    findings: tuple[Finding, ...] = ()
    renditions: int = 0
    blocks: int = 0
    """Protected blocks, counted in each rendition."""
    pages: int = 0
    pdfs: int = 0

    def __add__(self, other: "Verified") -> "Verified":
        return Verified(
            (*self.findings, *other.findings),
            self.renditions + other.renditions,
            self.blocks + other.blocks,
            self.pages + other.pages,
            self.pdfs + other.pdfs,
        )


def verify(
    protection: Protection, site: Path, *, workers: int = 1, progress: Progress | None = None
) -> Verified:
    """Look at every rendition of a site."""
    result = Verified(tuple(_strangers(protection, site)))
    paths = _paths(protection, site)
    jobs = [(site, rendition, paths[rendition.edition]) for rendition in protection.renditions]
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
        futures = {pool.submit(_look, *job): job[1].name for job in jobs}
        parts = {}
        for done, future in enumerate(as_completed(futures), 1):
            parts[futures[future]] = future.result()
            if progress is not None:
                progress(done, len(jobs), futures[future])
    return sum((parts[rendition.name] for rendition in protection.renditions), result)


def _look(site: Path, rendition: Rendition, paths: frozenset[str]) -> Verified:
    """Look at one rendition; `paths` are the pages that its edition has in any language."""
    pages = read_pages(site / rendition.name)
    where = Location(f"{site.name}/{rendition.name}")
    if not pages:
        message = f"The rendition {rendition.name} is not there."
        return Verified((Finding("verify-rendition-missing", where, message, HINT),), 1)
    missing = paths | set(_linked(pages))
    found = [
        Finding("verify-page-missing", where, f'The page "{path}" is not there.', HINT)
        for path in sorted(missing - set(pages))
    ]
    found += alarms(rendition, pages, site.name)
    return Verified(tuple(found), 1, len(rendition.blocks), len(pages))


def read_pages(folder: Path) -> dict[str, str]:
    """Return the HTML of the pages below a folder by their paths."""
    files = {path.parent.relative_to(folder).as_posix(): path for path in _indexes(folder)}
    return {
        "index" if name == "." else name: path.read_text("utf-8", "replace")
        for name, path in files.items()
    }


def _indexes(folder: Path) -> Sequence[Path]:
    return sorted(folder.rglob("index.html"))


def _paths(protection: Protection, site: Path) -> Mapping[str, frozenset[str]]:
    """Return the pages that each edition has in any language."""
    paths: dict[str, set[str]] = {}
    for rendition in protection.renditions:
        folder = site / rendition.name
        names = (path.parent.relative_to(folder).as_posix() for path in _indexes(folder))
        found = {"index" if name == "." else name for name in names}
        paths.setdefault(rendition.edition, set()).update(found)
    return {edition: frozenset(found) for edition, found in paths.items()}


def _linked(pages: Mapping[str, str]) -> Iterator[str]:
    """Yield the pages of the rendition that its home page leads to."""
    for link in parse(pages.get("index", "")).iter("a"):
        address = link.get("href") or ""
        if address.endswith("/") and ":" not in address:
            path = target(address, "index")
            if not path.startswith("."):
                yield path


def _strangers(protection: Protection, site: Path) -> Iterator[Finding]:
    """Yield an alarm for each rendition that the manifest does not know."""
    known = {rendition.name for rendition in protection.renditions}
    for path in sorted(site.glob("*/*/index.html")):
        name = path.parent.relative_to(site).as_posix()
        if name not in known:
            where = Location(f"{site.name}/{name}/index.html")
            message = f"The rendition {name} is none of this project, so nobody can check it."
            yield Finding("verify-unknown-rendition", where, message, HINT)

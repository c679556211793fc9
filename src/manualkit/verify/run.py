"""Verify a whole site and its PDFs, on several processors."""

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from concurrent.futures import Future, ProcessPoolExecutor, as_completed
from multiprocessing import get_context
from pathlib import Path

from manualkit.model.finding import Finding, Location
from manualkit.verify.both import Both, verify_both
from manualkit.verify.one import Verified, page_files, verify_one
from manualkit.verify.pages import HINT
from manualkit.verify.protected import Protection

_CODE = re.compile("p/[0-9a-z]{7}")
Progress = Callable[[int, int, str], None]
"""Called when a rendition was looked at: how many are done, how many there are, its name."""


def _silent(_done: int, _total: int, _name: str) -> None:
    return


def verify(
    protection: Protection,
    site: Path,
    dist: Path | None,
    *,
    workers: int = 1,
    progress: Progress = _silent,
) -> Verified:
    """Look at every rendition of a site, and at the PDFs that it offers if they are given."""
    paths = _paths(protection, site)
    bilingual = _bilingual(protection)
    parts: dict[str, Verified] = {}
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
        futures: dict[Future[Verified], str] = {
            pool.submit(verify_one, site, dist, each, paths[each.edition]): each.name
            for each in protection.renditions
        }
        for both in bilingual:
            futures[pool.submit(verify_both, site, dist, both, paths[both.edition])] = both.name
        for done, future in enumerate(as_completed(futures), 1):
            parts[futures[future]] = future.result()
            progress(done, len(futures), futures[future])
    names = [each.name for each in protection.renditions]
    names += [both.name for both in bilingual]
    first = Verified(tuple(_strangers(names, site)) if protection.whole else ())
    return sum((parts[name] for name in names), first)


def _bilingual(protection: Protection) -> list[Both]:
    """Return the bilingual renditions that a site has: each language beside English."""
    english = {each.edition: each for each in protection.renditions if each.english}
    return [
        Both(each, english[each.edition])
        for each in protection.renditions
        if not each.english and each.edition in english
    ]


def _paths(protection: Protection, site: Path) -> Mapping[str, frozenset[str]]:
    """Return the pages that each edition has in any language."""
    paths: dict[str, frozenset[str]] = {}
    for each in protection.renditions:
        found = frozenset(page_files(site / each.name))
        paths[each.edition] = paths.get(each.edition, frozenset()) | found
    return paths


def _strangers(known: Collection[str], site: Path) -> Iterator[Finding]:
    """Yield an alarm for each rendition that the manifest does not know.

    The pages behind the codes of sheets are no renditions: they hold no text of the manual.
    """
    for path in sorted(site.glob("*/*/index.html")):
        name = path.parent.relative_to(site).as_posix()
        if name not in known and not _CODE.fullmatch(name):
            where = Location(f"{site.name}/{name}/index.html")
            message = f"The rendition {name} is none of this project, so nobody can check it."
            yield Finding("verify-unknown-rendition", where, message, HINT)

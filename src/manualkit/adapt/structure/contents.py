"""The contents of an edition: which pages there are, in which order."""

import dataclasses as dc
from collections.abc import Mapping, Sequence

from manualkit.model.edition import Edition
from manualkit.model.finding import Finding, Location, did_you_mean
from manualkit.model.page import Page

_GENERATED = (
    "index",
    "about",
    "contacts",
    "find",
    "kits",
    "training/course-plan",
    "words",
    "checklists/competency",
)
_OF_THE_TOOLKIT = ("checklists/", "assets/", "images/", "pdf/", "search/")


def listed(edition: Edition) -> list[str]:
    """Return the paths of the contents in reading order."""
    return [path for section in edition.nav for path in section.pages]


def sessions_of(edition: Edition, manual: str | None) -> list[Page]:
    """Return the sessions of a manual in the order of the contents."""
    pages = [edition.pages[path] for path in listed(edition) if path in edition.pages]
    return [p for p in pages if p.head.kind == "session" and p.head.manual == manual]


def path_fault(edition: Edition, path: str, where: Location) -> Finding | None:
    """Return a finding if a new page cannot have this path."""
    sheets = [f"checklists/{placed.value.id}" for placed in edition.checklists]
    # Two paths that differ in a hyphen and a slash alone would share ids on paper.
    slugs = {other.replace("/", "-"): other for other in (*edition.pages, *_GENERATED, *sheets)}
    taken = slugs.get(path.replace("/", "-"))
    if taken is not None:
        message = f'There is a page "{taken}" already.'
        return Finding("page-taken", where, message, "Give the new page another path.")
    if f"{path}/".startswith(_OF_THE_TOOLKIT):
        folder = path.partition("/")[0]
        message = f'The folder "{folder}" belongs to the toolkit.'
        return Finding("page-taken", where, message, "Give the new page another path.")
    return None


def place_fault(edition: Edition, after: str, where: Location) -> Finding | None:
    """Return a finding if no new page can stand behind `after`."""
    if after not in listed(edition):
        hint = did_you_mean(after, listed(edition), "See `nav` in docs/manual.yml.")
        message = f'There is no page "{after}" in the contents.'
        return Finding("unknown-page", where, message, hint)
    if after in edition.pages and edition.pages[after].head.kind == "safety":
        message = f'"{after}" is a safety page; nothing is added beside it.'
        hint = "Put your page behind another one, such as contacts."
        return Finding("safety-surroundings", where, message, hint)
    return None


def with_pages(edition: Edition, pages: Sequence[Page], after: str) -> Edition:
    """Return the edition with pages behind another one, in its section of the contents."""
    paths = [page.path for page in pages]
    nav = []
    for section in edition.nav:
        at = section.pages.index(after) + 1 if after in section.pages else 0
        new = [*section.pages[:at], *paths, *section.pages[at:]] if at else section.pages
        nav.append(section.model_copy(update={"pages": new}))
    every = {**edition.pages, **{page.path: page for page in pages}}
    return in_order(dc.replace(edition, nav=tuple(nav), pages=every))


def replaced(edition: Edition, places: Mapping[str, str]) -> Edition:
    """Return the edition with other paths in the contents (old → new)."""
    nav = tuple(
        section.model_copy(update={"pages": [places.get(path, path) for path in section.pages]})
        for section in edition.nav
    )
    return in_order(dc.replace(edition, nav=nav))


def in_order(edition: Edition) -> Edition:
    """Return the edition with its pages in the order of the contents; the home page is first."""
    paths = dict.fromkeys(("index", *listed(edition), *edition.pages))
    pages = {path: edition.pages[path] for path in paths if path in edition.pages}
    return dc.replace(edition, pages=pages)


def with_page(edition: Edition, page: Page) -> Edition:
    """Return the edition with another state of one of its pages."""
    return dc.replace(edition, pages={**edition.pages, page.path: page})

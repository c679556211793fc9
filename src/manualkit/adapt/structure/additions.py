"""Pages, sessions and modules of the context's own take their places in the contents."""

import dataclasses as dc
from collections.abc import Iterator

from manualkit.adapt.record import Done, with_record
from manualkit.adapt.structure.contents import place_fault, sessions_of, with_pages
from manualkit.adapt.structure.own_pages import Wanted, as_text, faults, own_page
from manualkit.model.change import ModuleAddition, PageAddition
from manualkit.model.edition import Edition
from manualkit.model.finding import Finding
from manualkit.model.page import Page
from manualkit.model.project import Context, Placed

_KINDS = {"add-page": ("page", "handout"), "add-session": ("session",), "add-module": ("session",)}
Addition = PageAddition | ModuleAddition


def add_pages(edition: Edition, context: Context) -> tuple[Edition, list[Finding]]:
    """Add the pages of the context, also behind each other, whatever the order of the files."""
    findings: list[Finding] = []
    behind: dict[str, str] = {}
    for change in _sorted(context):
        pages, found = _pages(edition, context, change)
        after = change.value.after
        misplaced = place_fault(edition, after, change.at("after"))
        found += [misplaced] if misplaced else []
        found = found or _far_off(edition, pages, change)
        findings += found
        if pages and not found:
            # Two changes behind the same page stand in the order of their files.
            last = _last_alternative(edition, behind.get(after, after))
            edition = with_pages(edition, pages, last)
            behind[after] = pages[-1].path
            edition = with_record(edition, change.value, _done(change, pages))
    return edition, findings


def _sorted(context: Context) -> Iterator[Placed[Addition]]:
    """Yield the additions, each behind the one that brings the page it stands behind."""
    waiting = [
        Placed(change.value, change.source, change.key)
        for change in context.structure
        if isinstance(change.value, Addition)
    ]
    while waiting:
        coming = {path for change in waiting for _, path, _ in _named(change)}
        ready = [change for change in waiting if change.value.after not in coming]
        yield from ready or waiting
        waiting = [change for change in waiting if change not in ready] if ready else []


def _named(change: Placed[Addition]) -> list[tuple[str, str, tuple[str | int, ...]]]:
    """Return file, path and key of each page that a change brings."""
    if isinstance(change.value, PageAddition):
        return [(change.value.file, change.value.page, ("page",))]
    return [
        (module.file, module.page, ("modules", number, "page"))
        for number, module in enumerate(change.value.modules)
    ]


def _pages(
    edition: Edition, context: Context, change: Placed[Addition]
) -> tuple[list[Page], list[Finding]]:
    """Return the pages of a change that can be used, and what speaks against any of them."""
    pages: list[Page] = []
    findings: list[Finding] = []
    for file, path, key in _named(change):
        kinds = _KINDS[change.value.action]
        wanted = Wanted(change.value.id, file, path, change.at(*key), kinds)
        page = own_page(context, wanted)
        if page is not None:
            sofar = {**edition.pages, **{other.path: other for other in pages}}
            findings += faults(dc.replace(edition, pages=sofar), page, wanted)
            pages.append(page)
    if isinstance(change.value, ModuleAddition) and change.value.choose_one:
        if len(change.value.modules) == 1:
            message, hint = "Nobody can choose between one module.", "Add another, or take it away."
            findings.append(Finding("choose-one", change.at("choose_one"), message, hint))
        paths = tuple(page.path for page in pages)
        pages = [dc.replace(page, alternatives=paths) for page in pages]
    return pages, findings


def _far_off(edition: Edition, pages: list[Page], change: Placed[Addition]) -> list[Finding]:
    """Return a finding where a session would not stand among those of its manual."""
    behind = edition.pages.get(change.value.after)
    for page in pages:
        known = sessions_of(edition, page.head.manual) if page.head.kind == "session" else []
        if known and behind not in known:
            message = f'"{change.value.after}" is no session of the {page.head.manual} manual.'
            hint = "Put it behind a session; to make it the first, add a change (action: reorder)."
            return [Finding("session-place", change.at("after"), message, hint)]
    return []


def _last_alternative(edition: Edition, path: str) -> str:
    """Return the last of the pages that one chooses between, so that nothing parts them."""
    page = edition.pages.get(path)
    return page.alternatives[-1] if page is not None and page.alternatives else path


def _done(change: Placed[Addition], pages: list[Page]) -> Done:
    paths = tuple(page.path for page in pages)
    return Done(
        action=change.value.action,
        target=", ".join(paths),
        where=change.location,
        after="\n\n".join(as_text(page) for page in pages),
        pages=paths,
    )

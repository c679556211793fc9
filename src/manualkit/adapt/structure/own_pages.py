"""Pages of the context's own: what they may be and hold."""

import dataclasses as dc
from collections.abc import Collection, Iterator

from manualkit.adapt.structure.contents import path_fault
from manualkit.model.block import Kind
from manualkit.model.edition import Edition
from manualkit.model.finding import Finding, Location
from manualkit.model.page import Page, duplicate_ids
from manualkit.model.project import Context


@dc.dataclass(frozen=True, slots=True)
class Wanted:
    """A page that a change brings, as its record names it."""

    change: str
    file: str
    path: str
    where: Location
    """Where the record names its path."""
    kinds: Collection[str]
    """What the page may be."""


def own_page(context: Context, wanted: Wanted) -> Page | None:
    """Return the page as it stands in the edition, or None where its file cannot be used.

    Its session number comes from its place in the contents, whatever its head says.
    """
    page = context.pages.get(wanted.file)
    if page is None:
        return None
    return dc.replace(
        page,
        path=wanted.path,
        head=page.head.model_copy(update={"session": None}),
        blocks=tuple(dc.replace(block, change=wanted.change) for block in page.blocks),
        change=wanted.change,
    )


def faults(edition: Edition, page: Page, wanted: Wanted) -> Iterator[Finding]:
    """Yield what speaks against a page of the context's own."""
    taken = path_fault(edition, page.path, wanted.where)
    if taken is not None:
        yield taken
    if page.head.kind not in wanted.kinds:
        message = f'"{wanted.file}" is a page of the kind {page.head.kind}.'
        hint = f"Write `kind: {' or '.join(wanted.kinds)}` in its head, or use another action."
        yield Finding("page-kind", page.location, message, hint)
    for block in page.blocks:
        if block.locked:
            message = f'The block "{block.id}" of an adaptation is marked .{block.lock}.'
            hint = "Take the mark away; only blocks of the core manual are locked."
            if block.kind is Kind.SAFETY:
                hint = "Write it as a note, or link to the safety page; its words stay there."
            yield Finding("lock-in-adaptation", block.location, message, hint)
    others = [block for other in edition.pages.values() for block in other.blocks]
    here = {block.location for block in page.blocks}
    yield from (f for f in duplicate_ids([*others, *page.blocks]) if f.location in here)


def as_text(page: Page) -> str:
    """Return the text of a page as typed, for the record."""
    parts = [page.head.title, page.head.summary]
    for block in page.blocks:
        head = f"{'#' * block.level} {block.title}" if block.kind is Kind.STEP else ""
        parts.append(f"{head}\n\n{block.text}".strip())
    return "\n\n".join(part for part in parts if part)

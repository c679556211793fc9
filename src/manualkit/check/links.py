"""Links between pages lead somewhere."""

import posixpath
import re
from collections.abc import Iterator

from manualkit.model.block import Block
from manualkit.model.edition import Edition
from manualkit.model.finding import Finding, Location, did_you_mean
from manualkit.model.page import Page

_LINK = re.compile(r"\]\(\s*<?([^)\s>]+)>?[^)]*\)")
_ALLOWED = ("https://", "http://", "tel:", "sms:", "mailto:", "{")
_GENERATED = {"about", "contacts", "training/course-plan"}


def link_findings(edition: Edition) -> Iterator[Finding]:
    """Yield a finding for each link to a page or block that does not exist."""
    paths = {*edition.pages, *_GENERATED, *(f"checklists/{c.value.id}" for c in edition.checklists)}
    for page in edition.pages.values():
        for block in page.blocks:
            for number, line in enumerate(block.text.split("\n")):
                for match in _LINK.finditer(line):
                    where = Location(block.location.file, block.location.line + number + 1)
                    yield from _check(match[1], page, where, edition, paths)


def _check(
    target: str, page: Page, where: Location, edition: Edition, paths: set[str]
) -> Iterator[Finding]:  # fmt: skip
    if target.startswith(_ALLOWED):
        return
    file, _, anchor = target.partition("#")
    path = posixpath.normpath(posixpath.join(posixpath.dirname(page.path), file)) if file else page.path
    path = path.removesuffix(".md")
    if file and (not file.endswith(".md") or path not in paths):
        hint = did_you_mean(path, paths, "Write the path from this page, with .md.")
        yield Finding("broken-link", where, f'The link "{target}" leads to no page.', hint)
    elif anchor and path in edition.pages:
        ids = [block.id for block in _blocks(edition, path)]
        if anchor not in ids:
            hint = did_you_mean(anchor, ids, "Use the id of a block.")
            yield Finding("broken-link", where, f'There is no "{anchor}" on that page.', hint)


def _blocks(edition: Edition, path: str) -> tuple[Block, ...]:
    return edition.pages[path].blocks

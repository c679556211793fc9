"""Links in a text: where they lead, written from the page that the text stands on."""

import posixpath
import re

from manualkit.model.block import Block
from manualkit.model.edition import Edition
from manualkit.model.page import Page

LINK = re.compile(r"\]\(\s*+<?([^)\s>]++)")
"""A link of Markdown; its target is the first group."""
_OUTWARD = ("https://", "http://", "tel:", "sms:", "mailto:", "{")


def outward(target: str) -> bool:
    """Whether a link leads out of the manual."""
    return target.startswith(_OUTWARD)


def resolved(target: str, page: str) -> tuple[str, str]:
    """Return the path and the id that a link on `page` leads to; the ending `.md` is kept off."""
    file, _, anchor = target.partition("#")
    if not file:
        return page, anchor
    path = posixpath.normpath(posixpath.join(posixpath.dirname(page), file))
    return path.removesuffix(".md"), anchor


def link_from(page: str, path: str, anchor: str = "") -> str:
    """Return the target of a link on `page` that leads to `path`, and to an id there."""
    ending = f"#{anchor}" if anchor else ""
    if path == page and anchor:
        return ending
    return f"{posixpath.relpath(path, posixpath.dirname(page) or '.')}.md{ending}"


class Signposts:
    """Where the blocks of an edition stand, for links that were written before they moved."""

    def __init__(self, edition: Edition) -> None:
        self._pages = edition.pages
        self._standing = {b.id: page for page in edition.pages.values() for b in page.blocks}

    def destination(self, target: str, block: Block, page: Page) -> tuple[str, str]:
        """Return the path and the id that a link in a block of `page` leads to in this edition."""
        path, anchor = resolved(target, block.written_on or page.path)
        stands = self._standing.get(anchor)
        while stands is not None and stands.path != path and stands.part_of:
            if stands.part_of == path:
                return self._standing[anchor].path, anchor
            stands = self._pages.get(stands.part_of)
        return path, anchor

    def led(self, text: str, block: Block, page: Page) -> str:
        """Return a text of a block with its links led to where they lead now, words untouched."""

        def lead(link: re.Match[str]) -> str:
            target = link[1]
            if outward(target) or not _inner(target):
                return link[0]
            path, anchor = self.destination(target, block, page)
            if resolved(target, page.path) == (path, anchor):
                return link[0]
            return link[0].removesuffix(target) + link_from(page.path, path, anchor)

        return LINK.sub(lead, text)


def _inner(target: str) -> bool:
    return target.startswith("#") or target.partition("#")[0].endswith(".md")

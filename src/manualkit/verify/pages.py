"""The pages of a rendition against its protected text."""

import dataclasses as dc
import re
from collections.abc import Iterator, Mapping

from lxml import html

from manualkit.model.finding import Finding, Location
from manualkit.verify.compare import extent, faults
from manualkit.verify.protected import Block, Rendition
from manualkit.verify.seen import HEADINGS, classes, line_of, parse
from manualkit.verify.words import digits

_COPY = re.compile(r"[a-z]{2,6}-\d{3,4}(-\d+)?-(.+)")
"""A copy's id: that of the change, a number if the change makes several, that of the original."""
_LOCKS = frozenset({"core", "safety"})
_FRAME = frozenset({"header", "nav", "footer", "h1", "script"})
HINT = "Build anew with `make site`. If the alarm stays, do not publish, and report it."


@dc.dataclass(frozen=True, slots=True)
class _Page:
    """A page that is looked at."""

    path: str
    file: str
    tree: html.HtmlElement
    rendition: Rendition

    def finding(self, code: str, element: html.HtmlElement | None, message: str) -> Finding:
        line = 1 if element is None else line_of(element)
        return Finding(code, Location(self.file, line), message, HINT)


def alarms(rendition: Rendition, pages: Mapping[str, str], folder: str = "site") -> list[Finding]:
    """Return an alarm for everything protected that is not as it should be.

    `pages` is the HTML of the rendition's pages by their path (`group/session-2`).
    """
    found: list[Finding] = []
    met: set[str] = set()
    for path, text in pages.items():
        name = "index.html" if path == "index" else f"{path}/index.html"
        page = _Page(path, f"{folder}/{rendition.name}/{name}", parse(text), rendition)
        found += _page_alarms(page, met)
    where = Location(f"{folder}/{rendition.name}")
    for block in rendition.blocks:
        if block.id not in met:
            message = f'The {block.lock} block "{block.id}" stands on no page.'
            found.append(Finding("verify-missing", where, message, HINT))
    return found


def blocks_on(rendition: Rendition, text: str) -> list[str]:
    """Return the ids of the protected blocks on a page, copies as what they are copies of."""
    elements = parse(text).xpath("//*[@id]")
    blocks = (_block_of(element, rendition) for element in elements)
    return [block.id for block in blocks if block is not None]


def _block_of(element: html.HtmlElement, rendition: Rendition) -> Block | None:
    name = element.get("id") or ""
    copy = _COPY.fullmatch(name)
    return rendition.find(name) or (rendition.find(copy[2]) if copy else None)


def _page_alarms(page: _Page, met: set[str]) -> Iterator[Finding]:
    for element in page.tree.iter():
        if not isinstance(element.tag, str):
            continue
        block = _block_of(element, page.rendition) if element.get("id") else None
        if block is None:
            yield from _foreign(page, element)
            continue
        met.add(element.get("id") or "")
        for code, what in faults(block, element, page.rendition, page.path):
            message = f'The {block.lock} block "{element.get("id")}": {what}'
            yield page.finding(code, element, message)
        if block.lock == "safety" and block.id == element.get("id"):
            yield from _surroundings(page, element, block)


def _foreign(page: _Page, element: html.HtmlElement) -> Iterator[Finding]:
    """Look at what is no protected block: it may not pose as one, nor call another number."""
    marks = classes(element)
    is_block = marks[:1] == ["block"] and len(marks) > 1
    claims = _LOCKS & set(marks) if is_block or element.tag in HEADINGS else set()
    if claims:
        name = element.get("id") or "without an id"
        message = f'The block "{name}" is marked {sorted(claims)}, and the core has none like it.'
        yield page.finding("verify-unknown", element, message)
    address = (element.get("href") or "").strip().lower()
    calls = element.tag == "a" and address.startswith(("tel:", "sms:"))
    if calls and digits(address) not in page.rendition.numbers:
        message = f'A link calls "{address}", which is no number of this edition.'
        yield page.finding("verify-fact", element, message)


def _surroundings(page: _Page, element: html.HtmlElement, block: Block) -> Iterator[Finding]:
    """Nothing stands between safety blocks, and nothing that was added stands beside one."""
    following = _sibling(extent(element, block)[-1], preceding=False)
    if block.next and (following is None or following.get("id") != block.next):
        message = f'Behind the safety block "{block.id}" should stand "{block.next}" at once.'
        yield page.finding("verify-surroundings", element, message)
    for beside in (_owner(element), following):
        if beside is not None and not _belongs(beside, page):
            message = f'Beside the safety block "{block.id}" stands something that was added.'
            yield page.finding("verify-surroundings", beside, message)


def _belongs(element: html.HtmlElement, page: _Page) -> bool:
    """Whether an element is of the core, or of the frame of every page."""
    name = element.get("id") or ""
    slug = page.path.replace("/", "-")
    generated = {f"{slug}-{part}" for part in ("picture", "minutes", "outline")}
    return element.tag in _FRAME or name in page.rendition.core_ids or name in generated


def _owner(element: html.HtmlElement) -> html.HtmlElement | None:
    """Return what stands before an element; for loose text, the heading that it belongs to."""
    before = _sibling(element, preceding=True)
    loose = before
    while loose is not None and not loose.get("id") and loose.tag not in _FRAME:
        loose = _sibling(loose, preceding=True)
    return loose if loose is not None and loose.tag in HEADINGS else before


def _sibling(element: html.HtmlElement, *, preceding: bool) -> html.HtmlElement | None:
    siblings = element.itersiblings(preceding=preceding)
    return next((each for each in siblings if isinstance(each.tag, str)), None)

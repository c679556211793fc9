"""Composed Markdown → its blocks, read from the text itself and not from what the manifest says."""

import dataclasses as dc
import re
from collections.abc import Iterator

from manualkit.model.attributes import Attributes, parse_attributes
from manualkit.model.digest import normalised
from manualkit.model.manifest import ManifestPage
from manualkit.model.page import PageKind
from manualkit.record.source import Composed

COMPUTED = frozenset(
    {
        PageKind.CHECKLIST, PageKind.COMPETENCY, PageKind.CONTACTS, PageKind.COURSE_PLAN,
        PageKind.ABOUT, PageKind.NEWS, PageKind.RECORD, PageKind.FIND, PageKind.KITS,
        PageKind.WORDS,
    }
)  # fmt: skip
"""Pages that the toolkit computes from what is compared here; they hold no decisions."""
_MADE_BY_TEMPLATES = (
    "picture", "minutes", "outline", "sessions", "steps", "front", "back",
    "times", "copy", "role-plays", "read",
)  # fmt: skip
"""What the templates of pages add; their ids begin with the page."""
_COMPUTED_OPTIONS = ("minutes", "step", "number")
_FENCE = re.compile(r"^::: (?P<kind>[a-z-]+) (?P<braces>\{.*\})$")
_HEADING = re.compile(r"^(?P<level>#{2,6}) (?P<title>.*) (?P<braces>\{#[^{}]*\})$")
_LINK = re.compile(r"\]\([^()\s#]*\.md#([a-z0-9-]+)\)")
"""A link to a block. It follows the block to whatever page a change moves it to."""


@dc.dataclass(frozen=True, slots=True)
class Node:
    """A block as it stands on a page; the head of the page, above the first block, has no id."""

    page: str
    id: str
    text: str
    """Kind, marks, options, title and text: whatever a reader could see."""
    minutes: str = ""


def nodes(composed: Composed) -> list[Node]:
    """Return every block of every page that people wrote, in reading order."""
    return [
        node
        for page in composed.manifest.pages
        if page.kind not in COMPUTED
        for node in _of_page(page, composed.pages[page.path])
    ]


def _of_page(page: ManifestPage, markdown: str) -> Iterator[Node]:
    slug = page.path.replace("/", "-")
    made_by_template = {f"{slug}-{part}" for part in _MADE_BY_TEMPLATES}
    head, lines = Attributes(), list[str]()
    fence = False
    for line in markdown.split("\n"):
        opened = None if fence else _FENCE.match(line) or _HEADING.match(line)
        if opened is None:
            lines.append("" if fence and line == ":::" else line)
            fence = fence and line != ":::"
            continue
        if head.id not in made_by_template:
            yield _node(page.path, head, lines)
        fence = "kind" in opened.groupdict()
        head = parse_attributes(opened["braces"])
        lines = [opened[1], *([] if fence else [opened["title"]])]
    if head.id not in made_by_template:
        yield _node(page.path, head, lines)


def _node(page: str, head: Attributes, lines: list[str]) -> Node:
    options = {key: value for key, value in head.options.items() if key not in _COMPUTED_OPTIONS}
    text = _LINK.sub(r"](#\1)", normalised("\n".join(lines)))
    said = f"{text} {Attributes(head.id, head.marks, options)}"
    return Node(page, head.id, said, head.options.get("minutes", ""))

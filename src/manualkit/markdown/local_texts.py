"""Put the texts of one language into a composed page, when the page is laid out for it.

A composed page is English. A block whose text somebody wrote directly in the reader's language gets
that text before Markdown reads the page; `local="ur"` in its braces says that nothing in it is to
be translated again.
"""

import re
from collections.abc import Iterable, Sequence

from manualkit.model.attributes import Attributes
from manualkit.model.block import Kind
from manualkit.model.manifest import ManifestLocalText

LOCAL = "local"
"""Option of a fence whose text is in the reader's language already; also the kind of a fence that
is none: the loose text of a step."""

_FENCE = re.compile(r"^::: [a-z-]+ \{#([a-z0-9-]+)[ }]")
_HEAD = re.compile(r"^#{2,6} .*\{#([a-z0-9-]+)[ }][^{]*$")
_CLOSE = ":::"


def texts_for(
    texts: Iterable[ManifestLocalText], page: str, language: str
) -> list[ManifestLocalText]:
    """Return those texts that stand on a page in a language."""
    return [text for text in texts if text.page == page and text.language == language]


def with_local_texts(markdown: str, texts: Sequence[ManifestLocalText]) -> str:
    """Return a composed page with its texts of one language."""
    lines = markdown.split("\n")
    for text in texts:
        place = _place(lines, text.block)
        if place is None:
            raise ValueError(f'{text.change}: there is no block "{text.block}" on {text.page}')
        first, last = place
        lines[first:last] = _changed(lines[first:last], text)
    return "\n".join(lines)


def _place(lines: Sequence[str], block: str) -> tuple[int, int] | None:
    """Return the first line of a block and the line behind its last one."""
    for at, line in enumerate(lines):
        fence = _FENCE.match(line)
        if fence and fence[1] == block:
            return at, lines.index(_CLOSE, at) + 1
        head = _HEAD.match(line)
        if head and head[1] == block:
            return at, _end_of_loose_text(lines, at + 1)
    return None


def _end_of_loose_text(lines: Sequence[str], start: int) -> int:
    for at in range(start, len(lines)):
        if lines[at].startswith((_CLOSE, "#")):
            return at
    return len(lines)


def _changed(block: Sequence[str], text: ManifestLocalText) -> list[str]:
    added = [_opening(text), text.text, _CLOSE]
    if text.action == "add-before":
        return [*added, "", *block]
    if text.action == "add-after":
        return [*block, "", *added, ""]
    if text.kind is Kind.STEP:
        braces = Attributes(options={LOCAL: text.language})
        return [block[0], "", f"::: {LOCAL} {braces}", text.text, _CLOSE, ""]
    head = f'{block[0].removesuffix("}")} {LOCAL}="{text.language}"}}'
    return [head, text.text, _CLOSE]


def _opening(text: ManifestLocalText) -> str:
    return f"::: {text.kind} {Attributes(text.id, (), {LOCAL: text.language})}"

"""Read the core's pages anew: blocks, and in each its headings, paragraphs, items and cells."""

import dataclasses as dc
import re
from collections.abc import Iterator
from pathlib import Path

_FENCE = re.compile(r":::+[ \t]*([\w-]+)[ \t]*(\{.*\})?[ \t]*")
_END = re.compile(r":::+[ \t]*")
_HEADING = re.compile(r"(#{1,6})[ \t]+(.*?)[ \t]*(\{[^{}]*\})?[ \t]*")
_ID = re.compile(r"#([^\s}]+)")
_MARK = re.compile(r"(?<=[\s{])\.([\w-]+)")
_ITEM = re.compile(r"( *)([-*+]|\d+[.)])[ \t]+(.*)")
_RULE = re.compile(r"[ |:-]*-[ |:-]*")
_CELL_END = re.compile(r"(?<!\\)\|")
_SOFT_END = re.compile(r"(?<!  )(?<!\\)\n\s*")
_NESTED = 4
"""Blanks before what belongs to the item above."""
LOCKS = ("core", "safety")
"""Marks of protected blocks."""


@dc.dataclass(slots=True)
class SourceBlock:
    """A block as it is typed."""

    id: str
    kind: str
    lock: str
    page: str
    level: int = 0
    title: str = ""
    lines: list[str] = dc.field(default_factory=list)
    picture: bool = False

    def pieces(self) -> list[tuple[str, str]]:
        """Return form and raw text of each piece."""
        head = [(f"h{self.level}", self.title)] if self.level else []
        return [*head, *pieces("\n".join(self.lines))]


def read_core(docs: Path) -> list[SourceBlock]:
    """Return all blocks of all pages, page by page."""
    blocks: list[SourceBlock] = []
    for path in sorted(docs.rglob("*.md")):
        if path.name != "README.md":
            page = path.relative_to(docs).with_suffix("").as_posix()
            blocks += read_page(path.read_text("utf-8-sig"), page)
    return blocks


def read_page(text: str, page: str) -> list[SourceBlock]:
    """Return the blocks of a page."""
    blocks: list[SourceBlock] = []
    fenced = False
    for line in _body(text):
        opened = None if fenced else _FENCE.fullmatch(line)
        heading = None if fenced else _HEADING.fullmatch(line)
        if fenced and _END.fullmatch(line):
            fenced = False
            blocks.append(SourceBlock("", "", "", page))  # what is loose behind it is nobody's
        elif opened:
            fenced = True
            blocks.append(_block(opened[1], opened[2] or "", page))
        elif heading:
            block = _block("step", heading[3] or "", page)
            blocks.append(dc.replace(block, level=len(heading[1]), title=heading[2]))
        elif blocks:
            blocks[-1].lines.append(line)
    return [block for block in blocks if block.id]


def _body(text: str) -> list[str]:
    """Return the lines below the head."""
    lines = [line.rstrip("\r") for line in text.split("\n")]
    ends = [number for number, line in enumerate(lines) if line.rstrip() == "---"]
    return lines[ends[1] + 1 :] if len(ends) > 1 and ends[0] == 0 else lines


def _block(kind: str, braces: str, page: str) -> SourceBlock:
    name = _ID.search(braces)
    marks = _MARK.findall(braces)
    lock = next((lock for lock in reversed(LOCKS) if lock in marks), "")
    return SourceBlock(name[1] if name else "", kind, lock, page, picture="picture=" in braces)


def pieces(text: str) -> list[tuple[str, str]]:
    """Return form and raw text of every paragraph, item and cell of a Markdown text."""
    found: list[tuple[str, str]] = []
    for part in re.split(r"\n(?:[ \t]*\n)+", text.strip("\n")):
        found += _part(part)
    return [(form, raw) for form, raw in found if raw]


def _part(part: str) -> Iterator[tuple[str, str]]:
    """Yield the pieces of lines that stand together."""
    lines = part.split("\n")
    if len(lines) > 1 and "|" in lines[0] and _RULE.fullmatch(lines[1].strip()):
        for number, line in enumerate([lines[0], *lines[2:]]):
            yield from (("td" if number else "th", cell) for cell in _cells(line))
    elif all(line.startswith(">") for line in lines):
        yield from pieces("\n".join(line[1:].removeprefix(" ") for line in lines))
    elif part.startswith(" " * _NESTED):
        yield from pieces("\n".join(line.removeprefix(" " * _NESTED) for line in lines))
    elif (first := _ITEM.fullmatch(lines[0])) and len(first[1]) < _NESTED:
        yield from _items(lines)
    else:
        yield "p", _joined(lines)


def _items(lines: list[str]) -> Iterator[tuple[str, str]]:
    items: list[tuple[str, list[str]]] = []
    for line in lines:
        item = _ITEM.fullmatch(line)
        if item:
            items.append(("ol" if item[2][0].isdigit() else "ul", [item[3]]))
        else:
            items[-1][1].append(line)
    yield from ((form, _joined(words)) for form, words in items)


def _cells(line: str) -> list[str]:
    inside = line.strip().removeprefix("|")
    inside = inside[:-1] if inside.endswith("|") and not inside.endswith("\\|") else inside
    return [cell.strip().replace("\\|", "|") for cell in _CELL_END.split(inside)]


def _joined(lines: list[str]) -> str:
    return _SOFT_END.sub(" ", "\n".join(lines)).strip()

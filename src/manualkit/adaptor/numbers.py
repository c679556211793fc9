"""Ids of changes: the next one of an adaptation, and a prefix for a new one."""

import re
from collections.abc import Collection, Iterator
from itertools import combinations
from pathlib import Path

_LETTERS = 3


def next_id(folder: Path, prefix: str) -> str:
    """Return the id behind the highest that an adaptation's folder holds, such as `LIV-063`.

    Files are looked at, not changes: a file that cannot be read keeps its number too.
    """
    used = [int(found[1]) for found in re.finditer(rf"\b{prefix}-(\d+)\b", _ids(folder))]
    return f"{prefix}-{max(used, default=0) + 1:03}"


def _ids(folder: Path) -> str:
    names = [path.name for path in (folder / "changes").rglob("*.md")]
    lines = [line for name in ("terms.yml", "contacts.yml") for line in _lines(folder / name)]
    return "\n".join([*names, *lines])


def _lines(file: Path) -> Iterator[str]:
    if file.is_file():
        lines = file.read_text("utf-8-sig", errors="replace").split("\n")
        yield from (line for line in lines if not line.lstrip().startswith("#"))


def proposed_prefix(name: str, taken: Collection[str]) -> str:
    """Return a prefix for the ids of a new adaptation: letters of its name that nobody uses."""
    last = re.sub(r"[^a-z]", "", name.rpartition("-")[2])
    whole = re.sub(r"[^a-z]", "", name)
    words = [last, whole, f"{whole}xyz"]
    letters = ("".join(some) for word in words for some in combinations(word, _LETTERS))
    return next(found.upper() for found in letters if found.upper() not in taken)

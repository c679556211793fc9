"""The search index: one for each rendition, fetched when somebody searches."""

import dataclasses as dc
import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from manualkit.store import write_if_changed

INDEX = "search/search_index.json"
ENTRIES = "search/entries.json"


@dc.dataclass(frozen=True, slots=True)
class IndexPart:
    """The rendition that a part of the index belongs to."""

    language: str
    folder: str
    """Where its pages stand in the build: empty, or `ar/`."""
    published: str
    """Where they stand on the site: `core/ar/`."""


def split_index(build: Path, parts: Sequence[IndexPart]) -> None:
    """Replace the one index that MkDocs wrote by one for each rendition, and a small door to it.

    Material fetches the door at the first view of a page; its worker (`search-worker.js`) fetches
    the entries when somebody searches.
    """
    index = json.loads((build / INDEX).read_text("utf-8"))
    folders = [part.folder for part in parts if part.folder]
    for part in parts:
        inner = tuple(folder for folder in folders if folder != part.folder)
        # The worker stands in assets/manual/.
        entries = f"../../{part.published}{ENTRIES}"
        config = index["config"] | {"language": part.language, "entries": entries}
        _write(build / part.folder / ENTRIES, {"docs": _docs(index["docs"], part.folder, inner)})
        _write(build / part.folder / INDEX, {"config": config, "docs": []})


def _docs(
    docs: Iterable[Mapping[str, Any]], folder: str, others: tuple[str, ...]
) -> list[dict[str, Any]]:
    """Return the entries below `folder`, addressed from there."""
    return [
        dict(doc) | {"location": doc["location"].removeprefix(folder)}
        for doc in docs
        if doc["location"].startswith(folder) and not doc["location"].startswith(others)
    ]


def _write(path: Path, content: object) -> None:
    text = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    write_if_changed(path, text.encode())

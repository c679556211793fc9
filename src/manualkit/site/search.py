"""The search index of a rendition: a script, fetched when somebody types the first letter.

A script, because a page that was opened from a memory stick may fetch nothing else.
"""

import json
import tomllib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from manualkit.model.page import PageKind
from manualkit.site.places import page_url
from manualkit.site.rendition import Rendition
from manualkit.site.search_entries import SearchedPage
from manualkit.store import write_if_changed

INDEX = "search/index.js"
"""Address of a rendition's index, from its top folder."""


def search_index(root: Path, rendition: Rendition, pages: Mapping[str, SearchedPage]) -> bytes:
    """Return the index of a rendition: `pages` are its pages by path."""
    boosts = _settings(root, "search.toml")
    unknown = boosts["pages"].keys() - set(PageKind)
    if unknown:
        raise ValueError(f"search.toml: no such kind of page: {', '.join(sorted(unknown))}")
    shown = [page for page in rendition.manifest.pages if page.path in pages]
    entries = [entry for page in shown for entry in pages[page.path].entries]
    kinds = {entry.kind for entry in entries}
    # Many blocks say the same as one in another session: their text is sent once.
    texts = {text: place for place, text in enumerate(dict.fromkeys(e.text for e in entries))}
    data = {
        "language": rendition.language.code,
        "labels": _labels(rendition, kinds),
        "typed": _typed(root, rendition),
        "boosts": {kind: boost for kind, boost in boosts["blocks"].items() if kind in kinds},
        "texts": list(texts),
        "pages": [
            {"path": page_url(page.path), "boost": boosts["pages"].get(page.kind, 1)}
            | {"title": pages[page.path].title or str(rendition.title(page.path).plain)}
            | _rows(pages[page.path], texts)
            for page in shown
        ],
    }
    written = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return f"manualIndex({written});\n".encode()


def write_search(
    root: Path, folder: Path, rendition: Rendition, pages: Mapping[str, SearchedPage]
) -> None:
    """Write the index into the folder that a rendition was built in."""
    write_if_changed(folder / INDEX, search_index(root, rendition, pages))


def _rows(page: SearchedPage, texts: Mapping[str, int]) -> dict[str, Any]:
    rows = [
        [entry.id, entry.kind, entry.title, texts[entry.text], entry.under]
        for entry in page.entries
    ]
    return {"intro": page.intro, "entries": rows}


def _labels(rendition: Rendition, kinds: Iterable[str]) -> dict[str, str]:
    """Return what the kinds of blocks are called, as far as they are called anything."""
    names = {kind: f"kind.{kind}" for kind in sorted(kinds)}
    return {
        kind: str(rendition.texts[name].plain)
        for kind, name in names.items()
        if name in rendition.strings
    }


def _typed(root: Path, rendition: Rendition) -> dict[str, str]:
    """Return what people type instead of the manual's words, by these."""
    words = _settings(root, "search-words.toml")
    codes = ("en", rendition.language.code) if rendition.bilingual else (rendition.language.code,)
    return {own: typed for code in codes for own, typed in words.get(code, {}).items()}


def _settings(root: Path, name: str) -> dict[str, dict[str, Any]]:
    return tomllib.loads((root / "templates" / "site" / name).read_text("utf-8"))

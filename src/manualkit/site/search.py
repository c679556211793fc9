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
_PARTS = ("own.js", "english.js")
"""Scripts beside the index of two languages: the texts in each, fetched when it is searched."""


def search_index(root: Path, rendition: Rendition, pages: Mapping[str, SearchedPage]) -> bytes:
    """Return the index of a rendition: `pages` are its pages by path.

    In two languages it holds titles and places only; `search_texts` holds the rest.
    """
    boosts = _settings(root, "search.toml")
    unknown = boosts["pages"].keys() - set(PageKind)
    if unknown:
        raise ValueError(f"search.toml: no such kind of page: {', '.join(sorted(unknown))}")
    shown = [page for page in rendition.manifest.pages if page.path in pages]
    kinds = {entry.kind for page in shown for entry in pages[page.path].entries}
    texts = _texts(rendition, pages)
    data = {
        "language": rendition.language.code,
        "labels": _labels(rendition, kinds),
        "typed": _typed(root, rendition),
        "boosts": {kind: boost for kind, boost in boosts["blocks"].items() if kind in kinds},
        "parts": _PARTS if rendition.bilingual else [],
        "latin": rendition.language.script == "Latn",
        "texts": [] if rendition.bilingual else [own for own, _ in texts],
        "pages": [
            {"path": page_url(page.path), "boost": boosts["pages"].get(page.kind, 1)}
            | {"title": pages[page.path].title or str(rendition.title(page.path).plain)}
            | _rows(pages[page.path], texts)
            for page in shown
        ],
    }
    return f"manualIndex({_written(data)});\n".encode()


def search_texts(rendition: Rendition, pages: Mapping[str, SearchedPage]) -> dict[str, bytes]:
    """Return the texts of a rendition in two languages, each in a script of its own, by name.

    Who types an Urdu word fetches no English: a first search would weigh half as much again.
    """
    if not rendition.bilingual:
        return {}
    texts = _texts(rendition, pages)
    return {
        name: f'manualTexts("{name}",{_written([pair[side] for pair in texts])});\n'.encode()
        for side, name in enumerate(_PARTS)
    }


def _texts(rendition: Rendition, pages: Mapping[str, SearchedPage]) -> dict[tuple[str, str], int]:
    """Return the texts of all entries, own and English, with their places.

    Many blocks say the same as one in another session: their text is sent once.
    """
    shown = [pages[page.path] for page in rendition.manifest.pages if page.path in pages]
    texts = ((entry.text, entry.beside) for page in shown for entry in page.entries)
    return {pair: place for place, pair in enumerate(dict.fromkeys(texts))}


def _written(data: object) -> str:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))


def write_search(
    root: Path, folder: Path, rendition: Rendition, pages: Mapping[str, SearchedPage]
) -> None:
    """Write the index into the folder that a rendition was built in."""
    write_if_changed(folder / INDEX, search_index(root, rendition, pages))
    for name, content in search_texts(rendition, pages).items():
        write_if_changed((folder / INDEX).with_name(name), content)


def _rows(page: SearchedPage, texts: Mapping[tuple[str, str], int]) -> dict[str, Any]:
    rows = [
        [entry.id, entry.kind, entry.title, texts[entry.text, entry.beside], entry.under]
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

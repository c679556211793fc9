"""What our search needs from Material: if a new release works otherwise, its own search stays.

Material's box sends what is typed to a worker and shows what comes back. Ours stands in for the
worker (`search-box.js`), so it has to speak as Material's does.
"""

import re
from functools import lru_cache
from pathlib import Path

from manualkit.site.assets import material_folder

PROMISES = {
    "the address of the worker starts it": r"=new Worker\(\w+\)",
    "the worker says that it is ready by message 1": r"\.type===1\b",
    "a query is message 2": r"\{type:2,data:",
    "results are message 3": r"\.type===3\b",
    "results are `items`": r"\(\{items:\w+\}\)",
    "the first place of a page that scores less than its best is folded away": r"\.score<",
    "an address with # leads to a place on a page": r"\.location,\w+\.base\)\}`\.includes\(\"#\"\)",
    "without a form of that name no index is fetched": r"document\.forms\.namedItem\(.search.\)\?",
    "words that were not found are `terms`": r"Object\.keys\(\w+\.terms\)",
}  # fmt: skip
"""What the bundle must hold, by what it means."""


def broken_promises(bundle: str) -> list[str]:
    """Return what a bundle of Material's no longer does as our search needs it."""
    return [means for means, pattern in PROMISES.items() if not re.search(pattern, bundle)]


def material_bundle() -> str:
    """Return Material's script, as it is installed."""
    folder = material_folder() / "assets" / "javascripts"
    return "\n".join(path.read_text("utf-8") for path in sorted(folder.glob("bundle.*.min.js")))


@lru_cache(maxsize=1)
def own_search() -> bool:
    """Whether our search stands in for Material's."""
    return not broken_promises(material_bundle())


def without_search_plugin(plugins: list[object]) -> list[object]:
    """Return MkDocs' plugins without the one that writes an index that nobody fetches."""
    if not own_search():
        return plugins
    return [entry for entry in plugins if entry != "search" and not _is_search(entry)]


def _is_search(entry: object) -> bool:
    return isinstance(entry, dict) and "search" in entry


def drop_plain_index(build: Path) -> None:
    """Remove the index that Material's plugin wrote, if ours stands in for it."""
    if own_search():
        (build / "search" / "search_index.json").unlink(missing_ok=True)

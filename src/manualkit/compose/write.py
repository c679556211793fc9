"""A composition → `build/editions/<edition>/`, the one hand-over."""

import dataclasses as dc
from collections.abc import Iterable
from pathlib import Path

from manualkit.compose.edition import Composition
from manualkit.store import remove_others, write_if_changed


@dc.dataclass(frozen=True, slots=True)
class Written:
    """What writing an edition changed."""

    files: int
    """Files whose bytes changed."""
    removed: int


def write_composition(root: Path, composition: Composition) -> Written:
    """Write pages, pictures and manifest; only files that differ are touched."""
    folder = root / "build" / "editions" / composition.manifest.edition.id
    contents = {
        folder / "pages" / f"{path}.md": markdown.encode()
        for path, markdown in composition.pages.items()
    }
    for name, source in composition.images.items():
        contents[folder / "images" / name] = (root / source).read_bytes()
    manifest = composition.manifest.model_dump_json(indent=1)
    contents[folder / "manifest.json"] = f"{manifest}\n".encode()
    changed = [write_if_changed(path, content) for path, content in contents.items()]
    return Written(sum(changed), remove_others(folder, contents))


def remove_other_editions(root: Path, editions: Iterable[str]) -> int:
    """Remove the editions whose adaptation is gone. Return how many files that were."""
    top, wanted, removed = root / "build" / "editions", set(editions), 0
    for folder in top.glob("*/"):
        if folder.name not in wanted:
            removed += remove_others(folder, ())
            folder.rmdir()
    return removed

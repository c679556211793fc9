"""The pages of a rendition as MkDocs wants them: one folder for the language, pictures and all."""

from pathlib import Path

from manualkit.store import remove_others, write_if_changed


def lay_out(composed: Path, target: Path) -> None:
    """Copy pages and pictures of a composed edition to `target`.

    Files that are the same keep their time stamps: `mkdocs serve` would build for ever otherwise.
    """
    wanted = {}
    for source, folder in ((composed / "pages", target), (composed / "images", target / "images")):
        for path in source.rglob("*"):
            if path.is_file():
                wanted[folder / path.relative_to(source)] = path
    for path, original in wanted.items():
        write_if_changed(path, original.read_bytes())
    remove_others(target, wanted)

"""Reading files: names with forward slashes, texts in UTF-8, a fixed order."""

from collections.abc import Iterable
from pathlib import Path

from manualkit.model.finding import Finding, Location


def name_of(path: Path, top: Path) -> str:
    """Return the path from `top`, with forward slashes on every system."""
    return path.relative_to(top).as_posix()


def is_draft(name: str) -> bool:
    """Whether a folder is not an adaptation: `_template` and hidden folders."""
    return name.startswith(("_", "."))


def in_order(paths: Iterable[Path], top: Path) -> list[Path]:
    """Return the paths below `top` sorted by their name, hidden files and folders left out."""
    visible = (path for path in paths if not is_hidden(path.relative_to(top)))
    return sorted(visible, key=lambda path: path.as_posix())


def files_in_order(paths: Iterable[Path], top: Path) -> list[Path]:
    """Return those of the paths that are files, as `in_order` does."""
    return [path for path in in_order(paths, top) if path.is_file()]


def is_hidden(path: Path) -> bool:
    """Whether a file is none of the project's: one that an editor or a system left."""
    return any(part.startswith(".") for part in path.parts)


def read_text(path: Path, root: Path, findings: list[Finding]) -> str | None:
    """Return the text of a file with Unix line ends, or None where it is not in UTF-8."""
    try:
        return path.read_text("utf-8-sig")
    except UnicodeDecodeError:
        findings.append(
            Finding(
                "not-utf-8",
                Location(name_of(path, root)),
                "The file is not in UTF-8, so its letters cannot be read.",
                'Save it again with the encoding "UTF-8".',
            )
        )
        return None

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


def in_order(paths: Iterable[Path]) -> list[Path]:
    """Return the paths sorted by their name, hidden files and folders left out."""
    visible = (path for path in paths if not any(part.startswith(".") for part in path.parts[-3:]))
    return sorted(visible, key=lambda path: path.as_posix())


def read_text(path: Path, root: Path, findings: list[Finding]) -> str:
    """Return the text of a file with Unix line ends; a file that is not UTF-8 is a finding."""
    try:
        return path.read_text("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError:
        findings.append(
            Finding(
                "not-utf-8",
                Location(name_of(path, root)),
                "The file is not in UTF-8, so its letters cannot be read.",
                'Save it again with the encoding "UTF-8".',
            )
        )
        return ""

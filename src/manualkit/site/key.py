"""The key of a rendition: while nothing that it depends on changes, it is not rendered again."""

import dataclasses as dc
import hashlib
import json
from collections.abc import Iterable, Sequence
from importlib.metadata import version
from pathlib import Path

import manualkit
from manualkit.store import write_if_changed

_LIBRARIES = (
    "babel", "jinja2", "lxml", "markdown", "mkdocs", "mkdocs-material", "mkdocs-static-i18n", "nh3",
    "pymdown-extensions",
)  # fmt: skip
_CODE = ("catalogue", "markdown", "model", "site", "mkdocs_plugin.py", "store.py")


def files_digest(paths: Iterable[Path]) -> str:
    """Return a hash of files: their names and bytes."""
    digest = hashlib.sha256()
    for path in sorted(paths):
        content = path.read_bytes()
        digest.update(f"{path.name}\0{len(content)}\0".encode())
        digest.update(content)
    return digest.hexdigest()


def tool_digest(root: Path) -> str:
    """Return a hash of all that renders pages: our code, the theme, the settings, the libraries."""
    package = Path(manualkit.__file__).parent
    code = [package / name for name in _CODE]
    sources = [*code, root / "templates" / "site", root / "templates" / "strings"]
    versions = [f"{name} {version(name)}" for name in _LIBRARIES]
    files = [path for source in sources for path in _files(source)]
    return data_key({"files": files_digest([*files, root / "mkdocs.yml"]), "versions": versions})


def data_key(data: object) -> str:
    """Return a hash of plain data."""
    text = json.dumps(data, sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()


def folder_digest(folder: Path) -> str:
    """Return a hash of everything in a folder."""
    return files_digest(_files(folder))


def _files(path: Path) -> list[Path]:
    if path.is_file():
        return [path]
    return [file for file in path.rglob("*") if file.is_file() and file.suffix != ".pyc"]


@dc.dataclass(frozen=True, slots=True)
class Stamp:
    """What is kept of the last build of a rendition."""

    file: Path

    def holds(self, key: str, folder: Path) -> Sequence[str] | None:
        """Return the files published then, if the key is the same and all of them are there."""
        if not self.file.is_file():
            return None
        try:
            kept = json.loads(self.file.read_text("utf-8"))
            files: list[str] = kept["files"]
        except (ValueError, TypeError, KeyError):
            return None
        there = kept["key"] == key and all((folder / name).is_file() for name in files)
        return files if there else None

    def forget(self) -> None:
        """Forget it before files are published: a build that breaks off leaves a mixture."""
        self.file.unlink(missing_ok=True)

    def write(self, key: str, files: Iterable[str]) -> None:
        """Keep the key and the files that were published."""
        text = json.dumps({"key": key, "files": sorted(files)}, indent=1)
        write_if_changed(self.file, text.encode())

"""The last build, or print run: if nothing has changed since, what it said is said again.

Everything else that is kept between builds goes by piece (a rendition, a sheet); finding out that
no piece has changed takes composing all of them.
"""

import dataclasses as dc
import hashlib
import json
import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pydantic
from pydantic import TypeAdapter, ValidationError

import manualkit
from manualkit.model.finding import Finding
from manualkit.pdf.libraries import library_versions
from manualkit.store import write_if_changed

FILE = "build/last-build.json"
FILE_OF_PRINT = "build/last-print.json"
_OUTPUTS = {
    FILE: ("build/editions", "dist", "site"),
    FILE_OF_PRINT: ("build/editions", "dist"),
}
"""The folders that it fills, by the file that it is remembered in."""
_NO_SOURCES = frozenset(
    {"benchmarks", "build", "dist", "examples", "requirements", "scripts", "site", "src", "tests"}
)
"""Top folders that no build reads; what else stands at the top may be read, and so do all files."""


@dc.dataclass(frozen=True, slots=True)
class Said:
    """What a build said."""

    findings: tuple[Finding, ...]
    figures: dict[str, Any]
    """As for machines (`--format json`), but for the findings."""


@dc.dataclass(frozen=True, slots=True)
class _Kept:
    inputs: str
    outputs: str
    said: Said


_KEPT: TypeAdapter[_Kept] = TypeAdapter(_Kept)


class LastBuild:
    """What the last build of a project was made of, came to and said."""

    def __init__(self, root: Path, asked: Iterable[object], file: str = FILE) -> None:
        """Take what the sources are now; `asked` is all else that decides on what is made."""
        self._root, self._file = root, file
        self._inputs = _digest([*map(str, asked), *_tools(), *_contents(root)])

    def said(self) -> Said | None:
        """Return what it said; None if a source, a tool or a file that it made is not the same."""
        try:
            kept = _KEPT.validate_json((self._root / self._file).read_bytes())
        except (OSError, ValidationError):
            return None
        same = kept.inputs == self._inputs and kept.outputs == self._outputs()
        return kept.said if same else None

    def keep(self, said: Said) -> None:
        """Remember a build that has just ended well."""
        kept = dc.asdict(_Kept(self._inputs, self._outputs(), said))
        write_if_changed(self._root / self._file, json.dumps(kept, ensure_ascii=False).encode())

    def _outputs(self) -> str:
        return _digest(
            f"{path} {status.st_size} {status.st_mtime_ns}"
            for name in _OUTPUTS[self._file]
            for path, status in _files(self._root / name)
        )


def _digest(parts: Iterable[str]) -> str:
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()


def _contents(root: Path) -> Iterator[str]:
    """Yield name and hash of every file that a build may read."""
    for top in sorted(root.iterdir()):
        if not top.name.startswith(".") and top.name not in _NO_SOURCES:
            paths = [path for path, _ in _files(top)] if top.is_dir() else [str(top)]
            for path in paths:
                yield f"{path} {hashlib.sha256(Path(path).read_bytes()).hexdigest()}"


def _tools() -> Iterator[str]:
    """Yield our code and the version of every package and library."""
    package = Path(manualkit.__file__).parent
    for path, _ in _files(package):
        if not path.endswith(".pyc"):
            yield f"{path} {hashlib.sha256(Path(path).read_bytes()).hexdigest()}"
    packages = Path(pydantic.__file__).parents[1]
    yield from sorted(folder.name for folder in packages.glob("*.dist-info"))
    yield from (f"{name} {version}" for name, version in sorted(library_versions().items()))


def _files(folder: Path) -> Iterator[tuple[str, os.stat_result]]:
    """Yield the files below a folder, in order."""
    if not folder.is_dir():
        return
    with os.scandir(folder) as entries:
        for entry in sorted(entries, key=lambda each: each.name):
            if entry.is_dir(follow_symlinks=True):
                yield from _files(Path(entry.path))
            else:
                yield entry.path, entry.stat()

"""Changes as they stand in the files, also those that are not filled in yet."""

import dataclasses as dc
import re
from collections.abc import Iterator
from pathlib import Path

_LINE = re.compile(r"^ *(?:- )?(?P<key>[a-z_]+): *[\"']?(?P<value>[\w./-]+)[\"']?[ \t]*(?:#.*)?$")
_WHOLE = frozenset({"replace", "remove"})


@dc.dataclass(frozen=True, slots=True)
class Written:
    """What a change says in plain `key: value` lines, and where."""

    file: Path
    line: int
    said: dict[str, str]

    @property
    def id(self) -> str:
        """The change's id."""
        return self.said.get("id", self.file.stem)


def change_files(folder: Path) -> Iterator[Written]:
    """Yield the heads of the files in `changes/`."""
    for file in sorted((folder / "changes").glob("*.md")):
        said: dict[str, str] = {}
        for number, line in enumerate(_lines(file)):
            if number and line.rstrip() == "---":
                break
            _take(line, said)
        yield Written(file, 1, said)


def entries(file: Path) -> Iterator[Written]:
    """Yield the entries of `terms.yml` or `contacts.yml`."""
    found: Written | None = None
    for number, line in enumerate(_lines(file), 1):
        if re.match(r" *- ", line) and "id:" in line:
            if found:
                yield found
            found = Written(file, number, {})
        if found:
            _take(line, found.said)
    if found:
        yield found


def same_change(folder: Path, wanted: dict[str, str]) -> Written | None:
    """Return the file that changes the same thing in the same way already."""
    for written in change_files(folder):
        said = written.said
        alike = all(said.get(key, "") == value for key, value in wanted.items() if key != "action")
        actions = {said.get("action", ""), wanted["action"]}
        if alike and (len(actions) == 1 or actions <= _WHOLE):
            return written
    return None


def _take(line: str, said: dict[str, str]) -> None:
    if found := _LINE.match(line):
        said.setdefault(found["key"], found["value"])


def _lines(file: Path) -> list[str]:
    return file.read_text("utf-8-sig", errors="replace").split("\n") if file.is_file() else []

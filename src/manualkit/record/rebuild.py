"""An exported record → the folder of the adaptation again. Pictures are found by their hash."""

import dataclasses as dc
import re
from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any

import yaml

from manualkit.model.finding import Finding
from manualkit.record.intake import Intake, take_in
from manualkit.record.own import adaptation_of, texts_of
from manualkit.record.rows import head_of, long_name, pointer

_TEXT_FILE = re.compile(r"(case-studies|pages)/[a-z0-9][a-z0-9-]*\.md")
_PICTURE_FILE = re.compile(r"images/[a-z0-9][a-z0-9-]*\.(svg|png|jpg)")
_WITH_TEXT = frozenset({"replace", "add-before", "add-after"})


@dc.dataclass(frozen=True, slots=True)
class Rebuilt:
    """An adaptation's folder as it is to be written."""

    id: str
    files: Mapping[str, str]
    """Texts by file, relative to the folder."""
    pictures: Mapping[str, str]
    """SHA-256 by file, relative to the folder."""


def rebuild(content: bytes, name: str) -> tuple[Rebuilt | None, list[Finding]]:
    """Return the folder that an exported workbook holds, or what is wrong with the workbook.

    `name` is the file's name in the findings; their lines are the rows of the sheet.
    """
    intake, findings = take_in(content, name)
    if intake is None:
        return None, findings
    adaptation, _ = intake.read("About", 0, lambda: adaptation_of(intake.sheets["About"]))
    texts, _ = intake.read("Pages", 0, lambda: texts_of(intake.sheets["Pages"]))
    if adaptation is None or texts is None:
        return None, intake.findings
    own = str(adaptation.get("id", ""))
    files = {"adaptation.yml": _yaml(adaptation)}
    files |= {file: text for file, text in texts.items() if _TEXT_FILE.fullmatch(file)}
    files |= dict(_changes(intake, own, texts))
    rebuilt = Rebuilt(own, files, dict(_pictures(intake, own)))
    return (None if intake.findings else rebuilt), intake.findings


def _changes(intake: Intake, own: str, texts: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Yield the files that hold the changes; those of an extended adaptation are not its own."""
    lists: dict[str, dict[str, list[Any]]] = {"terms.yml": {}, "contacts.yml": {}}
    for number, row in intake.changes():
        if row["adaptation"] != own:
            continue
        head, there = intake.read("Record", number, partial(head_of, row))
        if not there or head is None:
            continue
        file = row["file"].rpartition("/")[2]
        if file in lists:
            lists[file].setdefault(f"{row['action']}s", []).append(head)
        else:
            yield f"changes/{row['id']}.md", _change(head, _after(row, texts))
    for file, entries in lists.items():
        if entries:
            yield file, _yaml(entries)


def _after(row: Mapping[str, str], texts: Mapping[str, str]) -> str:
    name = long_name(row["id"], "after")
    return texts.get(name, "") if row["after"] == pointer(name) else row["after"]


def _change(head: Mapping[str, Any], after: str) -> str:
    text = f"{after}\n" if head.get("action") in _WITH_TEXT else ""
    return f"---\n{_yaml(head)}---\n{text}"


def _pictures(intake: Intake, own: str) -> Iterator[tuple[str, str]]:
    adaptations = {row["id"]: row["adaptation"] for row in intake.sheets["Record"]}
    for row in intake.sheets["Pictures"]:
        if adaptations.get(row["change"]) == own and _PICTURE_FILE.fullmatch(row["new file"]):
            yield row["new file"], row["new SHA-256"]


def _yaml(data: Any) -> str:  # noqa: ANN401  (any plain value)
    return yaml.safe_dump(data, sort_keys=False, allow_unicode=True, width=100)

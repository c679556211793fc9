"""A workbook that comes back: whether it is one of ours, with everything that must be in it."""

import dataclasses as dc
import re
from collections.abc import Callable, Iterator, Mapping
from typing import TypeVar

from manualkit.model.finding import Finding, Location, did_you_mean
from manualkit.record.rows import OPERATION, PLAIN

T = TypeVar("T")
Rows = list[dict[str, str]]
_COLUMNS = {
    "About": ("key", "value", "kind"),
    "Record": (
        "id", "adaptation", "action", "place", "after", "summary", "reason", "file", OPERATION,
        *PLAIN,
    ),
    "Pictures": ("change", "new file", "new SHA-256"),
    "Pages": ("name", "part", "text"),
}  # fmt: skip
_ID = re.compile(r"[A-Z]{2,6}-[0-9]{3,4}")
_FILE = re.compile(r"adaptations/[a-z0-9-]+/(?:changes/(?P<id>[^/]+)\.md|(?:terms|contacts)\.yml)")
_FIRST_ROW = 2
"""Row 1 is the head."""


@dc.dataclass(slots=True)
class Intake:
    """The sheets of a workbook, and what is wrong with them."""

    name: str
    sheets: Mapping[str, Rows]
    findings: list[Finding] = dc.field(default_factory=list)

    def fault(self, code: str, row: int, message: str, hint: str) -> None:
        """Note a finding; its line is the row of the sheet."""
        self.findings.append(Finding(code, Location(self.name, max(row, 1)), message, hint))

    def read(self, sheet: str, row: int, reader: Callable[[], T]) -> tuple[T | None, bool]:
        """Return what `reader` makes of a cell, and whether it could."""
        try:
            return reader(), True
        except ValueError as error:
            message = f"A cell of the sheet {sheet} cannot be read: {error}."
            hint = f"Take the sheet {sheet} from a new export; leave its columns as they are."
            self.fault("cell-unreadable", row, message, hint)
            return None, False

    def changes(self) -> Iterator[tuple[int, dict[str, str]]]:
        """Yield the rows of the record with their numbers; a row with a faulty id is noted."""
        seen: dict[str, int] = {}
        for number, row in enumerate(self.sheets["Record"], _FIRST_ROW):
            fault = _id_fault(row, seen)
            if fault:
                hint = "Ids stay as they were exported; take the row from a new export."
                self.fault("id-changed", number, fault, hint)
            else:
                seen[row["id"]] = number
                yield number, row


def _id_fault(row: Mapping[str, str], seen: Mapping[str, int]) -> str:
    """Return what is wrong with the id or the file of a row, or nothing."""
    name, file = row["id"], _FILE.fullmatch(row["file"])
    if not _ID.fullmatch(name):
        return f'"{name}" is not the id of a change.'
    if name in seen:
        return f'The id "{name}" stands in row {seen[name]} too.'
    if file is None:
        return f'The change {name} comes from "{row["file"]}", which is no file of a change.'
    if file["id"] is not None and file["id"] != name:
        return f'The id is "{name}", but the change comes from the file {file["id"]}.md.'
    return ""


def take_in(content: bytes, name: str) -> tuple[Intake | None, list[Finding]]:
    """Return the sheets of a workbook, or why it is none of ours."""
    # Its library takes 0.1 s to load, and only this command needs it.
    from manualkit.outside.opened import NotAWorkbook  # noqa: PLC0415
    from manualkit.record.xlsx import from_xlsx  # noqa: PLC0415

    try:
        sheets = from_xlsx(content)
    except NotAWorkbook:
        message = "This is not an XLSX workbook."
        hint = "Give the file adaptation-record.xlsx of a record, saved as XLSX."
        return None, [Finding("not-a-workbook", Location(name), message, hint)]
    intake = Intake(name, sheets)
    for sheet, columns in _COLUMNS.items():
        if sheet not in sheets:
            hint = did_you_mean(sheet, sheets, "Take the workbook from a new export.")
            intake.fault("sheet-missing", 1, f'There is no sheet "{sheet}".', hint)
            continue
        head = sheets[sheet][0] if sheets[sheet] else dict.fromkeys(columns, "")
        for column in (column for column in columns if column not in head):
            message = f'The sheet {sheet} has no column "{column}".'
            hint = did_you_mean(column, head, "Take the sheet from a new export.")
            intake.fault("column-missing", 1, message, hint)
    return (None if intake.findings else intake), intake.findings

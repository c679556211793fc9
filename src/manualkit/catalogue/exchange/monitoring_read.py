"""Read a monitoring sheet that came back; nothing of it is trusted."""

import re
from collections.abc import Mapping
from datetime import date, datetime

from openpyxl.cell.cell import Cell, MergedCell
from openpyxl.worksheet.worksheet import Worksheet

from manualkit.catalogue.exchange.monitoring import SHEET, TITLES
from manualkit.catalogue.exchange.returned import Returned, Review
from manualkit.catalogue.exchange.review import QUESTIONS
from manualkit.catalogue.exchange.units import Key, digest
from manualkit.model.finding import Finding, Location
from manualkit.outside.cells import from_cell
from manualkit.outside.opened import NotAWorkbook, open_workbook

_BASE = re.compile(r"[0-9a-f]{16}")
_NEEDED = tuple(title for title in TITLES if title not in {"Context", "State", "Page and block"})
Cells = Mapping[str, Cell | MergedCell]


def from_monitoring(content: bytes, name: str) -> tuple[list[Returned], list[Finding]]:
    """Return the lines of a sheet, and what is wrong with the sheet itself."""
    try:
        book = open_workbook(content)
    except NotAWorkbook as error:
        message = f"This is not a workbook (XLSX) that can be opened safely: {error}."
        hint = "Save it as an Excel workbook (.xlsx), or ask for the file again."
        return [], [Finding("monitoring-broken", Location(name), message, hint)]
    sheet = book[SHEET] if SHEET in book.sheetnames else None
    if not isinstance(sheet, Worksheet):
        message = f'The workbook has no sheet "{SHEET}".'
        hint = "Look whether this is the file that came back, and not another one."
        return [], [Finding("monitoring-broken", Location(name), message, hint)]
    return _read(sheet, name)


def _read(sheet: Worksheet, name: str) -> tuple[list[Returned], list[Finding]]:
    rows = sheet.iter_rows()
    head = [_text(cell) for cell in next(rows, ())]
    lost = [title for title in _NEEDED if title not in head]
    if lost:
        message = f"The sheet has no column {', '.join(lost)}."
        hint = "Leave the first line as it is, or export the sheet anew and copy the answers over."
        return [], [Finding("monitoring-columns", Location(name), message, hint)]
    returned: list[Returned] = []
    findings: list[Finding] = []
    for row in rows:
        cells = {title: cell for title, cell in zip(head, row, strict=False) if title}
        if any(cell.value is not None for cell in cells.values()):
            found = _line(cells, Location(name, row[0].row or 1))
            if isinstance(found, Finding):
                findings.append(found)
            else:
                returned.append(found)
    return returned, findings


def _line(cells: Cells, where: Location) -> Returned | Finding:
    for title, cell in cells.items():
        if cell.data_type == "f":
            message = f'There is a formula in the column "{title}".'
            hint = "Write the words themselves; nothing of this line is taken."
            return Finding("monitoring-formula", where, message, hint)
    texts = {title: _text(cell) for title, cell in cells.items()}
    key, base = Key.parse(texts["Key"]), texts["Base"]
    if key is None or not _BASE.fullmatch(base):
        message = f'"{texts["Key"]}" is not a key that an export gives.'
        hint = "Leave the hidden columns as they are. Export this line anew."
        return Finding("exchange-id", where, message, hint)
    if digest(texts["Translation"]) != base:
        message = "The column Translation is not what was exported."
        hint = "Write better words into the column Suggestion, and leave Translation as it is."
        return Finding("monitoring-altered", where, message, hint)
    return Returned(
        key=key,
        english=texts["English"],
        base=base,
        translation=texts["Suggestion"],
        where=where,
        context=texts.get("Context", ""),
        review=_review(texts),
    )


def _review(texts: Mapping[str, str]) -> Review:
    return Review(
        answers=tuple(texts[question].strip().casefold() for question in QUESTIONS),
        reviewer=texts["Reviewer"].strip(),
        date=texts["Date"].strip(),
        back_translation=texts["Back-translation"],
        comment=texts["Comment"],
    )


def _text(cell: Cell | MergedCell) -> str:
    """Return what stands in a cell as a text; a date as a spreadsheet keeps it is a day."""
    value = cell.value
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    return "" if value is None else from_cell(str(value))

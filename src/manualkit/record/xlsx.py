"""Sheets → XLSX and back. The same sheets give the same bytes on every day."""

import io
import re
import zipfile
from collections.abc import Iterator, Sequence
from datetime import datetime

from openpyxl import Workbook, load_workbook
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.utils.exceptions import InvalidFileException
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from manualkit.record.cells import guarded, unguarded
from manualkit.record.sheet import Sheet, Value

_DAY = datetime(2000, 1, 1)  # noqa: DTZ001  (a file format without time zones)
_STAMPS = re.compile(rb"(<dcterms:(created|modified)[^>]*>)[^<]*")
_TIME = (2000, 1, 1, 0, 0, 0)
_TOP = Alignment(vertical="top", wrap_text=True)
_HEAD = PatternFill("solid", fgColor="FFE0E0E0")
# Control marks cannot stand in XML; Office writes them in this way, and what looks so itself.
_ESCAPED = re.compile("[\x00-\x08\x0b-\x1f\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)")
_MARK = re.compile("_x([0-9A-Fa-f]{4})_")


class NotAWorkbook(Exception):  # noqa: N818  (the name says what it is)
    """The bytes are no XLSX file."""


def to_xlsx(sheets: Sequence[Sheet], title: str) -> bytes:
    """Return a workbook with the sheets in their order."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for sheet in sheets:
        _fill(book.create_sheet(sheet.title), sheet)
    book.properties.title = title
    book.properties.creator = "Adapted Manuals"
    made = io.BytesIO()
    book.save(made)
    return _without_times(made.getvalue())


def _fill(page: Worksheet, sheet: Sheet) -> None:
    page.append(list(sheet.head))
    for row in sheet.rows:
        page.append([_written(value) for value in row])
    for cells in page.iter_rows():
        for cell in cells:
            cell.alignment = _TOP
            if isinstance(cell.value, str):
                cell.data_type = "s"  # "#N/A" is a text of somebody's, and no fault
    for cell in page[1]:
        cell.font, cell.fill = Font(bold=True), _HEAD
    for number, column in enumerate(sheet.columns, 1):
        page.column_dimensions[get_column_letter(number)].width = column.width
    page.freeze_panes = "B2" if len(sheet.columns) > 2 else "A2"  # noqa: PLR2004  (id and head)
    page.auto_filter.ref = page.dimensions
    page.page_setup.orientation = "landscape"
    page.page_setup.fitToHeight = 0
    page.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    page.print_title_rows = "1:1"


def _written(value: Value) -> Value:
    return value if isinstance(value, int) else _ESCAPED.sub(_escape, guarded(value))


def _escape(found: re.Match[str]) -> str:
    return f"_x{ord(found[0]):04X}_"


def _without_times(content: bytes) -> bytes:
    """Return the file with one fixed time for all that is in it."""
    made = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as old,
        zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            part = _STAMPS.sub(rb"\g<1>" + f"{_DAY.isoformat()}Z".encode(), old.read(name))
            new.writestr(zipfile.ZipInfo(name, _TIME), part, zipfile.ZIP_DEFLATED)
    return made.getvalue()


def from_xlsx(content: bytes) -> dict[str, list[dict[str, str]]]:
    """Return the rows of every sheet by the heads of their columns.

    Raises:
        NotAWorkbook: the bytes are no XLSX file.
    """
    try:
        book = load_workbook(io.BytesIO(content))
    except (InvalidFileException, zipfile.BadZipFile, KeyError, ValueError, OSError) as error:
        raise NotAWorkbook(str(error)) from error
    return {page.title: list(_rows(page)) for page in book.worksheets}


def _rows(page: Worksheet) -> Iterator[dict[str, str]]:
    rows = page.iter_rows(values_only=True)
    head = [_read(value) for value in next(rows, ())]
    for row in rows:
        if any(value is not None for value in row):
            yield dict(zip(head, map(_read, row), strict=True))


def _read(value: object) -> str:
    text = "" if value is None else str(value)
    return unguarded(_MARK.sub(lambda found: chr(int(found[1], 16)), text))

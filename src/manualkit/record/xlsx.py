"""Sheets → XLSX and back. The same sheets give the same bytes on every day."""

import io
from collections.abc import Iterator, Sequence

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from manualkit.outside.cells import from_cell, to_cell
from manualkit.outside.fixed import without_times
from manualkit.outside.opened import open_workbook
from manualkit.record.sheet import Sheet, Value

_TOP = Alignment(vertical="top", wrap_text=True)
_HEAD = PatternFill("solid", fgColor="FFE0E0E0")


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
    return without_times(made.getvalue())


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
    return value if isinstance(value, int) else to_cell(value)


def from_xlsx(content: bytes) -> dict[str, list[dict[str, str]]]:
    """Return the rows of every sheet by the heads of their columns.

    Raises:
        NotAWorkbook: the bytes are no XLSX file.
    """
    book = open_workbook(content)
    return {page.title: list(_rows(page)) for page in book.worksheets}


def _rows(page: Worksheet) -> Iterator[dict[str, str]]:
    rows = page.iter_rows(values_only=True)
    head = [_read(value) for value in next(rows, ())]
    for row in rows:
        if any(value is not None for value in row):
            yield dict(zip(head, map(_read, row), strict=True))


def _read(value: object) -> str:
    return "" if value is None else from_cell(str(value))

"""Write a sheet for translation monitoring: text, translation, back-translation, four questions."""

import dataclasses as dc
import io
from collections.abc import Iterable
from typing import Final

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from manualkit.catalogue.exchange.remarks import BACK, COMMENT, MONITORING
from manualkit.catalogue.exchange.review import ANSWERS, QUESTIONS, monitoring_of
from manualkit.catalogue.exchange.units import Unit
from manualkit.model.language import language
from manualkit.outside.cells import to_cell
from manualkit.outside.fixed import without_times

SHEET: Final = "Monitoring"
_GUIDE: Final = (
    "How to fill in this sheet",
    (
        "1. Read each translation. Write into the column Back-translation what it says, in "
        "English, without looking at the English text."
    ),
    (
        "2. Then compare the two, and answer four questions: is it comprehensible (do people "
        "understand it), acceptable (is it fitting and polite), relevant (does it fit people's "
        "lives), complete (is nothing missing and nothing added)? Choose ok or problem."
    ),
    "3. Write what is wrong into Comment, and better words into Suggestion.",
    (
        "4. Write your role and initials (for example: translator AB) and the date "
        "(2026-05-01). Please write no names."
    ),
    (
        "Only the coloured columns can be changed. In suggestions, keep {words in braces}, "
        "**bold marks** and the targets of links as they are."
    ),
    ("A line counts as reviewed when all four answers are ok and it has a reviewer and a date."),
)


@dc.dataclass(frozen=True, slots=True)
class _Column:
    title: str
    width: int
    open: bool = False


_COLUMNS: Final = (
    _Column("Key", 12),
    _Column("Page and block", 22),
    _Column("Context", 10),
    _Column("English", 48),
    _Column("Translation", 48),
    _Column("Back-translation", 48, open=True),
    *(_Column(question, 15, open=True) for question in QUESTIONS),
    _Column("Comment", 32, open=True),
    _Column("Suggestion", 48, open=True),
    _Column("Reviewer", 16, open=True),
    _Column("Date", 12, open=True),
    _Column("State", 16),
    _Column("Base", 12),
)
TITLES: Final = tuple(column.title for column in _COLUMNS)
"""The heads of the columns, by which a sheet is read back."""
_IN_LANGUAGE: Final = frozenset({"Translation", "Suggestion"})
_HIDDEN: Final = ("Key", "Context", "Base")
_HEAD = PatternFill("solid", fgColor="FFE0E0E0")
_OPEN = PatternFill("solid", fgColor="FFFFF8DC")
_LINE = Side(style="thin", color="FFBFBFBF")
_BORDER = Border(left=_LINE, right=_LINE, top=_LINE, bottom=_LINE)
_LEFT_TO_RIGHT, _RIGHT_TO_LEFT = 1, 2


def to_monitoring(units: Iterable[Unit], code: str) -> bytes:
    """Return a workbook with a line for each unit. The same units give the same bytes."""
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = SHEET
    _fill(sheet, [_row(unit) for unit in units], rtl=language(code).rtl)
    _guide(book.create_sheet("How to"))
    book.properties.title = f"Translation monitoring: {language(code).english_name}"
    book.properties.creator = "Adapted Manuals"
    made = io.BytesIO()
    book.save(made)
    return without_times(made.getvalue())


def _row(unit: Unit) -> tuple[str, ...]:
    notes = dict(line.partition(": ")[::2] for line in unit.note.split("\n"))
    where = " · ".join(filter(None, (notes.get("page", ""), notes.get("block", ""))))
    answers, reviewer, day = monitoring_of(unit.remarks.get(MONITORING, ""))
    back, comment = unit.remarks.get(BACK, ""), unit.remarks.get(COMMENT, "")
    asked = (str(unit.key), where, unit.context, unit.english, unit.translation)
    return (*asked, back, *answers, comment, "", reviewer, day, unit.state, unit.base)


def _fill(sheet: Worksheet, rows: list[tuple[str, ...]], *, rtl: bool) -> None:
    sheet.append(list(TITLES))
    for row in rows:
        sheet.append([to_cell(text) or None for text in row])
    _look(sheet, rtl=rtl)
    _choices(sheet)
    for name in _HIDDEN:
        sheet.column_dimensions[_letter(name)].hidden = True
    sheet.freeze_panes = f"{_letter('English')}2"
    sheet.protection.sheet = True
    sheet.protection.formatColumns = sheet.protection.formatRows = False
    sheet.protection.autoFilter = False
    sheet.auto_filter.ref = sheet.dimensions
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_title_rows = "1:1"


def _look(sheet: Worksheet, *, rtl: bool) -> None:
    """Set widths, directions and colours, and open the reviewer's columns."""
    plain = Alignment(vertical="top", wrap_text=True, readingOrder=_LEFT_TO_RIGHT)
    turned = Alignment(
        vertical="top", wrap_text=True, readingOrder=_RIGHT_TO_LEFT, horizontal="right"
    )
    unlocked, text = Protection(locked=False), "@"
    for number, column in enumerate(_COLUMNS, 1):
        letter = get_column_letter(number)
        sheet.column_dimensions[letter].width = column.width
        for cell in sheet[letter]:
            foreign = rtl and column.title in _IN_LANGUAGE and cell.row > 1
            cell.alignment = turned if foreign else plain
            cell.border, cell.number_format = _BORDER, text
            if isinstance(cell.value, str):
                cell.data_type = "s"  # "#N/A" is a text of somebody's, and no fault
            if cell.row == 1:
                cell.font, cell.fill = Font(bold=True), _HEAD
            elif column.open:
                cell.protection, cell.fill = unlocked, _OPEN


def _choices(sheet: Worksheet) -> None:
    choice = DataValidation(
        type="list", formula1=f'"{",".join(ANSWERS)}"', allow_blank=True, showErrorMessage=True
    )
    choice.errorTitle, choice.error = "One of two answers", "Choose ok or problem."
    sheet.add_data_validation(choice)
    choice.add(f"{_letter(QUESTIONS[0])}2:{_letter(QUESTIONS[-1])}{max(sheet.max_row, 2)}")


def _guide(sheet: Worksheet) -> None:
    for line in _GUIDE:
        sheet.append([line])
    for cell in sheet["A"]:
        cell.alignment = Alignment(vertical="top", wrap_text=True)
    sheet["A1"].font = Font(bold=True)
    sheet.column_dimensions["A"].width = 100
    sheet.protection.sheet = True


def _letter(title: str) -> str:
    return get_column_letter(TITLES.index(title) + 1)

"""Files that came from outside are never believed."""

import io
import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

import openpyxl
import pytest

from manualkit.catalogue.exchange import (
    bring_in,
    read_xliff,
    to_xliff,
    units,
)
from manualkit.catalogue.exchange.monitoring import TITLES, to_monitoring
from manualkit.catalogue.exchange.monitoring_read import from_monitoring
from manualkit.model.rendition import Message

Write = Callable[[str, str], Path]
BOMB = (
    '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">'
    '<!ENTITY c SYSTEM "file:///etc/passwd">]>'
)


@pytest.fixture
def catalogue(write_po: Write) -> Path:
    """A catalogue with a translation, one still to be made, and one like a formula."""
    return write_po(
        "ar/core",
        'msgid "Call {line}."\nmsgstr "اتصل {line}."\n\nmsgid "Open."\nmsgstr ""\n\n'
        'msgid "=cmd"\nmsgstr "@SUM(A1)"\n',
    )


@pytest.fixture
def xliff(catalogue: Path) -> str:
    """Its XLIFF."""
    messages = [Message("Call {line}.", "p"), Message("Open.", "p")]
    return to_xliff(units(catalogue.parent, ("core",), messages)[0]).decode()


def xliff_codes(text: str | bytes, root: Path) -> set[str]:
    """Read and bring in; return the codes of what was found, and look that nothing was written."""
    before = (root / "locale/ar/core.po").read_bytes()
    came, findings = read_xliff(text if isinstance(text, bytes) else text.encode(), "back.xlf")
    for decision in bring_in(root, came, date(2026, 3, 1)):
        findings += decision.findings
    assert (root / "locale/ar/core.po").read_bytes() == before
    return {finding.code for finding in findings}


def test_entities_are_refused_in_every_encoding(xliff: str, tmp_path: Path) -> None:
    for encoding in ("utf-8", "utf-16"):
        head = f"<?xml version='1.0' encoding='{encoding}'?>"
        body = xliff.partition("?>")[2].replace("اتصل", "&b;&c;", 1)
        assert xliff_codes(f"{head}{BOMB}{body}".encode(encoding), tmp_path) == {"xliff-broken"}


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("</xliff>", "", "xliff-broken"),
        ('version="1.2"', 'version="2.0"', "xliff-broken"),
        ('target-language="ar"', 'target-language="fr"', "xliff-foreign"),
        ("locale/ar/core.po", "locale/ar/../../../etc/core.po", "xliff-foreign"),
        ("locale/ar/core.po", "C:\\locale\\ar\\core.po", "xliff-foreign"),
        ("locale/ar/core.po", "locale/ar/..po", "exchange-id"),
        ("locale/ar/core.po", "locale/ar/another.po", "exchange-foreign"),
        ("adapted-manuals", "another-product", "xliff-foreign"),
        ("Open.", "Close.", "exchange-english"),
    ],
)
def test_a_changed_file_is_refused(
    xliff: str, tmp_path: Path, old: str, new: str, code: str
) -> None:
    assert old in xliff
    assert xliff_codes(xliff.replace(old, new), tmp_path) == {code}


def test_ids_that_were_swapped_or_made_up_are_refused(xliff: str, tmp_path: Path) -> None:
    first, second = (part.partition('"')[0] for part in xliff.split('unit id="')[1:])
    swapped = xliff.replace(first, "#").replace(second, first).replace("#", second)
    assert xliff_codes(swapped, tmp_path) == {"exchange-english"}
    assert xliff_codes(xliff.replace(first, "../../x"), tmp_path) == {"exchange-id"}
    assert xliff_codes(xliff.replace(first, second), tmp_path) == {
        "exchange-english",
        "exchange-twice",
    }


def test_an_emptied_code_is_known_by_its_id(xliff: str) -> None:
    code = '<ph id="1" ctype="x-placeholder">{line}</ph>'
    assert xliff.count(code) == 2
    source, middle, rest = xliff.split(code)
    emptied = f'{source}{code}{middle}<x id="1"/>{rest}'
    came, findings = read_xliff(emptied.encode(), "back.xlf")
    assert findings == []
    assert came[0].translation == "اتصل {line}."


def test_what_a_machine_of_the_tool_made_is_known(xliff: str) -> None:
    made = xliff.replace(
        'state="new"/>', 'state="translated" state-qualifier="mt-suggestion">x</target>'
    )
    came, _ = read_xliff(made.encode(), "back.xlf")
    assert [one.machine for one in came] == [False, True]


@pytest.fixture
def sheet(catalogue: Path) -> bytes:
    """The monitoring sheet of the catalogue."""
    messages = [Message("Call {line}.", "p"), Message("Open.", "p"), Message("=cmd", "p")]
    return to_monitoring(units(catalogue.parent, ("core",), messages)[0], "ar")


def changed(sheet: bytes, column: str, value: str) -> bytes:
    book = openpyxl.load_workbook(io.BytesIO(sheet))
    book["Monitoring"].cell(2, TITLES.index(column) + 1, value)
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()


def sheet_codes(content: bytes) -> set[str]:
    came, findings = from_monitoring(content, "back.xlsx")
    assert len(came) < 3 if findings else len(came) == 3
    return {finding.code for finding in findings}


@pytest.mark.parametrize(
    ("column", "value", "code"),
    [
        ("Suggestion", '=HYPERLINK("https://evil.example")', "monitoring-formula"),
        ("Comment", "=1+1", "monitoring-formula"),
        ("Translation", "غيره {line}", "monitoring-altered"),
        ("Key", "ar/core/../../../etc/passwd", "exchange-id"),
        ("Base", "", "exchange-id"),
    ],
)
def test_a_changed_line_is_refused(sheet: bytes, column: str, value: str, code: str) -> None:
    assert sheet_codes(changed(sheet, column, value)) == {code}


def test_nothing_in_a_sheet_runs_and_it_is_read_back_as_it_was(sheet: bytes) -> None:
    book = openpyxl.load_workbook(io.BytesIO(sheet))
    cells = [cell for row in book["Monitoring"].iter_rows() for cell in row]
    assert not [cell for cell in cells if str(cell.value)[:1] in "=+@\t\r"]
    assert not [cell for cell in cells if cell.data_type == "f"]
    came, _ = from_monitoring(sheet, "back.xlsx")
    assert came[2].english == "=cmd"


def test_only_the_columns_of_the_reviewer_can_be_changed(sheet: bytes) -> None:
    page = openpyxl.load_workbook(io.BytesIO(sheet))["Monitoring"]
    assert page.protection.sheet
    locked = {title for title, cell in zip(TITLES, page[2], strict=True) if cell.protection.locked}
    assert locked == {
        "Key", "Page and block", "Context", "English", "Translation", "State", "Base"
    }  # fmt: skip
    translation = page[2][TITLES.index("Translation")]
    assert translation.alignment.readingOrder == 2
    assert [str(choice.sqref) for choice in page.data_validations.dataValidation] == ["G2:J4"]


def test_a_file_that_is_no_workbook_is_told_so(sheet: bytes) -> None:
    other = openpyxl.Workbook()
    made = io.BytesIO()
    other.save(made)
    for content in (b"", b"PK\x03\x04", b"<xml/>", sheet[:-40], made.getvalue()):
        assert sheet_codes(content) == {"monitoring-broken"}


def test_a_workbook_with_entities_or_a_bomb_is_not_opened(sheet: bytes) -> None:
    for name, part in (
        ("xl/sharedStrings.xml", f"<?xml version='1.0'?>{BOMB}<sst>&b;</sst>".encode()),
        ("xl/media/zeros.bin", bytes(70 * 1024 * 1024)),
    ):
        made = io.BytesIO()
        with (
            zipfile.ZipFile(io.BytesIO(sheet)) as old,
            zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new,
        ):
            for kept in old.namelist():
                if kept != name:
                    new.writestr(kept, old.read(kept))
            new.writestr(name, part)
        assert sheet_codes(made.getvalue()) == {"monitoring-broken"}


def test_a_sheet_without_a_column_is_told_which(sheet: bytes) -> None:
    book = openpyxl.load_workbook(io.BytesIO(sheet))
    book["Monitoring"].cell(1, TITLES.index("Date") + 1, "Datum")
    made = io.BytesIO()
    book.save(made)
    came, (finding,) = from_monitoring(made.getvalue(), "back.xlsx")
    assert came == []
    assert finding.message == "The sheet has no column Date."

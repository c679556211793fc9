"""The whole record as sheets, and the sheets as files."""

import csv
import io
from collections.abc import Mapping

from manualkit.outside.cells import guarded
from manualkit.record.bernal import bernal_sheet
from manualkit.record.lists import contacts_sheet, counts_sheet, pictures_sheet, terms_sheet
from manualkit.record.own import about_sheet, pages_sheet
from manualkit.record.recapt import NOTHING, recapt
from manualkit.record.rows import record_sheet
from manualkit.record.safety import safety_sheet
from manualkit.record.sheet import Column, Sheet, Value
from manualkit.record.source import Compared, Own, Pictures


def sheets(compared: Compared, own: Own, pictures: Pictures) -> list[Sheet]:
    """Return all sheets of an edition's record, in the order of the workbook."""
    manifest = compared.edition.manifest
    return [
        about_sheet(manifest, own),
        record_sheet(manifest),
        counts_sheet(manifest),
        bernal_sheet(manifest),
        _recapt_sheet(compared),
        terms_sheet(compared),
        contacts_sheet(compared),
        pictures_sheet(compared, pictures),
        safety_sheet(compared),
        pages_sheet(manifest, own),
    ]


def _recapt_sheet(compared: Compared) -> Sheet:
    columns = (
        Column("part", 24), Column("criterion", 40), Column("from the record", 80),
        Column("gaps", 60),
    )  # fmt: skip
    rows = tuple(
        (
            f"{part.letter} {part.title}",
            f"{criterion.number} {criterion.title}",
            "\n".join(criterion.facts) or NOTHING,
            "\n".join(criterion.gaps),
        )
        for part in recapt(compared.edition.manifest)
        for criterion in part.criteria
    )
    return Sheet("RECAPT", columns, rows)


def to_csv(sheet: Sheet) -> bytes:
    """Return a sheet as CSV with the mark by which spreadsheets know UTF-8."""
    made = io.StringIO()
    writer = csv.writer(made)
    writer.writerow(sheet.head)
    for row in sheet.rows:
        writer.writerow([guarded(cell) if isinstance(cell, str) else cell for cell in row])
    return made.getvalue().encode("utf-8-sig")


def to_tables(found: list[Sheet]) -> dict[str, list[Mapping[str, Value]]]:
    """Return sheets as plain data, for machines: the rows of each by its title."""
    return {sheet.title: sheet.records for sheet in found}

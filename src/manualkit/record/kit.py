"""The folder that goes to reviewers: workbook, tables, comparisons, pictures old and new."""

from collections.abc import Mapping
from pathlib import Path

from manualkit.record.pages import report_pages
from manualkit.record.sheet import Sheet
from manualkit.record.source import Compared, Pictures
from manualkit.record.workbook import to_csv

WORKBOOK = "adaptation-record.xlsx"
TABLE = "adaptation-record.csv"
SIDE_BY_SIDE = "side-by-side.pdf"


def kit(
    compared: Compared, found: list[Sheet], pictures: Pictures, templates: Path
) -> Mapping[str, bytes]:
    """Return the files of the kit by name, all but the PDF, which the print step makes.

    `templates` is the folder `templates/report/`.
    """
    # Its library takes 0.1 s to load, and only this command needs it.
    from manualkit.record.xlsx import to_xlsx  # noqa: PLC0415

    by_title = {sheet.title: sheet for sheet in found}
    edition = compared.edition.manifest.edition
    shown = _pictures(by_title["Pictures"], pictures)
    return {
        WORKBOOK: to_xlsx(found, f"Adaptation record: {edition.title}"),
        TABLE: to_csv(by_title["Record"]),
        **report_pages(compared, templates),
        **shown,
    }


def _pictures(swaps: Sheet, pictures: Pictures) -> dict[str, bytes]:
    """Return the pictures that were swapped, the old ones and the new ones in their folders."""
    files: dict[str, bytes] = {}
    for row in swaps.records:
        old, new = str(row["old file"]), str(row["new file"]).removeprefix("images/")
        for side, name, known in (("old", old, pictures.old), ("new", new, pictures.new)):
            if name in known:
                files[f"pictures/{side}/{name}"] = known[name]
    return files

"""Open a workbook that somebody sent: no bomb, no entities, nothing from outside."""

import io
import zipfile
from typing import Final

from openpyxl import Workbook, load_workbook

from manualkit.outside.xml import parse_xml

_MOST_BYTES: Final = 64 * 1024 * 1024
"""A workbook of 10,000 messages unpacks to a tenth of this."""
_MOST_PARTS: Final = 1_000


class NotAWorkbook(Exception):  # noqa: N818  (the name says what it is)
    """The bytes are no XLSX file that can be opened safely."""


def open_workbook(content: bytes) -> Workbook:
    """Return the workbook.

    Raises:
        NotAWorkbook: it is none, or it is not safe to open.
    """
    try:
        _look_into(content)
        return load_workbook(io.BytesIO(content))
    except NotAWorkbook:
        raise
    # A file from outside can break openpyxl in any way; whatever it is, it is no workbook of ours.
    except Exception as error:
        raise NotAWorkbook(str(error)) from error


def _look_into(content: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        parts = packed.infolist()
        if len(parts) > _MOST_PARTS or sum(part.file_size for part in parts) > _MOST_BYTES:
            raise NotAWorkbook("it unpacks to far more than such a sheet can hold")
        for part in parts:
            if part.filename.endswith((".xml", ".rels")):
                parse_xml(packed.read(part))

"""Texts in cells: nothing that a spreadsheet would run, nothing that XML forbids."""

import re

_RUNS = re.compile("\\A'*[=+\\-@\t\r]")
_GUARDED = re.compile("\\A'+[=+\\-@\t\r]")
# Control marks cannot stand in XML; Office writes them in this way, and what looks so itself.
_ESCAPED = re.compile("[\x00-\x08\x0b-\x1f\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)")
_MARK = re.compile("_x([0-9A-Fa-f]{4})_")


def guarded(text: str) -> str:
    """Put an apostrophe before a text that a spreadsheet could take for a formula."""
    return f"'{text}" if _RUNS.match(text) else text


def unguarded(text: str) -> str:
    """Return a text as it was before `guarded`."""
    return text[1:] if _GUARDED.match(text) else text


def to_cell(text: str) -> str:
    """Return a text as it may stand in a cell of a workbook."""
    return _ESCAPED.sub(lambda found: f"_x{ord(found[0]):04X}_", guarded(text))


def from_cell(text: str) -> str:
    """Return a text as it was before `to_cell`."""
    return unguarded(_MARK.sub(lambda found: chr(int(found[1], 16)), text))

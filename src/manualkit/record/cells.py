"""Texts in cells of a table: nothing that a spreadsheet would run, nothing that it would cut."""

import re
from collections.abc import Iterator

MOST_LETTERS = 32_000
"""A cell of a spreadsheet holds 32,767 letters; what is longer goes into the sheet of texts."""
_RUNS = re.compile("\\A'*[=+\\-@\t\r]")
_GUARDED = re.compile("\\A'+[=+\\-@\t\r]")


def guarded(text: str) -> str:
    """Put an apostrophe before a text that a spreadsheet could take for a formula."""
    return f"'{text}" if _RUNS.match(text) else text


def unguarded(text: str) -> str:
    """Return a text as it was before `guarded`."""
    return text[1:] if _GUARDED.match(text) else text


def parts(text: str) -> Iterator[str]:
    """Yield a text in pieces that each fit into a cell; an empty text is one empty piece."""
    for at in range(0, max(len(text), 1), MOST_LETTERS):
        yield text[at : at + MOST_LETTERS]

"""Texts in cells of a table: nothing that a spreadsheet would cut."""

from collections.abc import Iterator

MOST_LETTERS = 32_000
"""A cell of a spreadsheet holds 32,767 letters; what is longer goes into the sheet of texts."""


def parts(text: str) -> Iterator[str]:
    """Yield a text in pieces that each fit into a cell; an empty text is one empty piece."""
    for at in range(0, max(len(text), 1), MOST_LETTERS):
        yield text[at : at + MOST_LETTERS]

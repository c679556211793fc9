"""Columns of tables from right to left, however often a table is laid out.

WeasyPrint lays a table out again if its last border does not fit on the page. From right to left it
has by then turned round the widths of the columns in place (`weasyprint.layout.table`, 70.0), so
that the second layout gives the first column the width of the last: rows grow, and a heading may be
left on a page of its own.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from weasyprint.layout import block

from manualkit.pdf.foreign import Box, Document


@contextmanager
def steady_columns() -> Iterator[None]:
    """Lay documents out inside this context with columns that keep their widths."""
    original = block.table_layout

    def table_layout(context: Document, table: Box, *rest: object) -> object:
        widths = list(table.column_widths)
        laid_out = original(context, table, *rest)
        # What was laid out is a copy, and keeps the list that was turned round.
        table.column_widths = widths
        return laid_out

    block.table_layout = table_layout
    try:
        yield
    finally:
        block.table_layout = original

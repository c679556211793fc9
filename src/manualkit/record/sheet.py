"""A sheet of the record before it is written as XLSX, CSV, HTML or JSON."""

import dataclasses as dc
from collections.abc import Mapping

Value = str | int


@dc.dataclass(frozen=True, slots=True)
class Column:
    """A column: its head, and how wide it is in letters."""

    title: str
    width: int = 18


@dc.dataclass(frozen=True, slots=True)
class Sheet:
    """A named table."""

    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Value, ...], ...]

    @property
    def head(self) -> tuple[str, ...]:
        """The titles of the columns."""
        return tuple(column.title for column in self.columns)

    @property
    def records(self) -> list[Mapping[str, Value]]:
        """The rows by the titles of their columns."""
        return [dict(zip(self.head, row, strict=True)) for row in self.rows]

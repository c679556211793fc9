"""How many bytes a sheet may have; `templates/pdf/budgets.toml` says it for each kind."""

import tomllib
from functools import cache
from pathlib import Path

from manualkit.pdf.plan import SheetKind

_FILE = Path("templates", "pdf", "budgets.toml")
_OTHER = "other"
KILOBYTE = 1024


def budget(kind: SheetKind, root: Path) -> int:
    """Return the most bytes of a sheet of a kind."""
    rows = _rows(root / _FILE)
    return rows.get(kind.value, rows[_OTHER]) * KILOBYTE


@cache
def _rows(path: Path) -> dict[str, int]:
    rows: dict[str, int] = tomllib.loads(path.read_text("utf-8"))["kilobytes"]
    return rows

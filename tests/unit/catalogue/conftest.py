"""Catalogues as plain texts."""

from collections.abc import Callable
from pathlib import Path

import pytest

HEAD = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n\n'


@pytest.fixture
def write_po(tmp_path: Path) -> Callable[[str, str], Path]:
    """Return a function that writes entries to `locale/<name>.po`, for example `fr/core`."""

    def write(name: str, entries: str) -> Path:
        path = tmp_path / "locale" / f"{name}.po"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(HEAD + entries, "utf-8")
        return path

    return write

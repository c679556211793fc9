"""`manualkit pdf` once more: what it says and prints if something has changed, or nothing."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

pytestmark = pytest.mark.pdf
NOTHING = "Nothing had changed"
SHEET = "dist/core/en/session-group-1.pdf"


@pytest.fixture
def printed(project: Callable[[str], Path]) -> Path:
    root = project("good-minimal")
    assert NOTHING not in pdf(root)
    return root


def pdf(root: Path, *more: str) -> str:
    command = [sys.executable, "-m", "manualkit", "pdf", "--kind", "session", "--lang", "en"]
    command += ["--today", "2026-03-01", "--root", str(root), *more]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stdout + result.stderr
    return result.stdout


def test_nothing_changed_is_told_at_once_whatever_the_number_of_workers(printed: Path) -> None:
    assert NOTHING in pdf(printed, "--workers", "1")
    assert pdf(printed, "--format", "json") == "[]\n"
    assert pdf(printed, "--quiet") == ""


def test_a_sheet_that_is_gone_is_made_again(printed: Path) -> None:
    before = (printed / SHEET).read_bytes()
    (printed / SHEET).unlink()
    assert NOTHING not in pdf(printed)
    assert (printed / SHEET).read_bytes() == before


def test_an_edit_is_printed(printed: Path) -> None:
    before = (printed / SHEET).read_bytes()
    page = printed / "docs/group/session-1.md"
    page.write_text(page.read_text("utf-8").replace("Tell the story", "Read the story"), "utf-8")
    assert NOTHING not in pdf(printed)
    assert (printed / SHEET).read_bytes() != before


def test_other_options_are_another_print(printed: Path) -> None:
    before = set((printed / "dist").rglob("*.pdf"))
    assert NOTHING not in pdf(printed, "--large")
    assert set((printed / "dist").rglob("*.pdf")) > before

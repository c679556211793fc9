"""`manualkit record` as a person runs it."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from manualkit.cli import main

Project = Callable[[str], Path]


def record(root: Path, *options: str) -> Result:
    command = ["record", "--root", str(root), "--today", "2026-03-01", *options]
    return CliRunner().invoke(main, command)


def test_json_prints_rows_and_counts(project: Project) -> None:
    result = record(project("good-minimal"), "demo", "--format", "json")
    assert result.exit_code == 0
    tables = json.loads(result.output)
    assert [row["id"] for row in tables["Record"]][:2] == ["DEM-001", "DEM-010"]
    assert {"category": "Planned or not", "value": "planned-proactive", "changes": 9} in tables[
        "Counts"
    ]


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["demmo"], "Known: demo."),
        (["--into", "here"], "--rebuild and --into belong together."),
    ],
)
def test_wrong_use_ends_with_2(project: Project, options: list[str], said: str) -> None:
    result = record(project("good-minimal"), *options)
    assert result.exit_code == 2
    assert said in result.output


def test_rebuild_refuses_a_folder_that_holds_something(project: Project) -> None:
    root = project("good-minimal")
    book = root / "record.xlsx"
    book.write_bytes(b"")
    result = record(root, "--rebuild", str(book), "--into", str(root / "docs"))
    assert result.exit_code == 2
    assert "The folder is not empty." in result.output


def test_rebuild_says_what_is_wrong_with_the_file(project: Project) -> None:
    root = project("good-minimal")
    book = root / "record.xlsx"
    book.write_bytes(b"no workbook")
    result = record(root, "--rebuild", str(book), "--into", str(root / "again"))
    assert result.exit_code == 1
    assert "not-a-workbook" in result.output
    assert not (root / "again").exists()

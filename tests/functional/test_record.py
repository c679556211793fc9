"""`manualkit record` as a person runs it."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from pypdf import PdfReader

from manualkit.cli import main
from manualkit.record.pages import FILES

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


@pytest.mark.pdf
def test_kit_is_complete_and_stays_when_sheets_are_made(project: Project) -> None:
    root = project("good-minimal")
    (root / "dist" / "demo" / "record").mkdir(parents=True)
    (root / "dist" / "demo" / "record" / "old.html").write_text("of an earlier kit", "utf-8")
    result = record(root, "demo")
    assert result.exit_code == 0, result.output
    folder = root / "dist" / "demo" / "record"
    names = {path.name for path in folder.iterdir()}
    assert names == {name.rstrip("/") for name in FILES}
    command = ["pdf", "--root", str(root), "--edition", "demo", "--lang", "en"]
    assert CliRunner().invoke(main, command).exit_code == 0
    assert {path.name for path in folder.iterdir()} == names


@pytest.mark.pdf
def test_side_by_side_can_be_read_and_its_heads_stand_on_every_page(project: Project) -> None:
    root = project("good-minimal")
    record(root, "demo")
    reader = PdfReader(root / "dist" / "demo" / "record" / "side-by-side.pdf")
    pages = [" ".join(page.extract_text().split()) for page in reader.pages]
    whole = " ".join(pages)
    for said in ("DEM-020: Ana walks to the bus stop.", "A walking guide can offer"):
        assert said in whole
    assert all("Change Before After Reason" in page for page in pages[1:])
    box = reader.pages[0].mediabox
    assert box.width > box.height


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

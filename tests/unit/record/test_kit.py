"""The folder for reviewers: complete, self-contained, and always the same."""

import csv
import io
import re
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from manualkit.model.manifest import Manifest
from manualkit.record import Compared, Composed, Pictures, Sheet, kit
from manualkit.record.pages import FILES, report_pages

ROOT = Path(__file__).parents[3]
GOLDEN = ROOT / "tests" / "golden" / "record"
TEMPLATES = ROOT / "templates" / "report"
PAGES = ("summary.html", "changes-by-frame.html", "bernal-coverage.html", "safety-diff.html")


@pytest.fixture
def files(demo: Compared, demo_sheets: list[Sheet], demo_pictures: Pictures) -> Mapping[str, bytes]:
    return kit(demo, demo_sheets, demo_pictures, TEMPLATES)


@pytest.mark.parametrize("name", [*PAGES, "recapt.md"])
def test_page_is_golden(
    name: str, files: Mapping[str, bytes], compare: Callable[[str, Path], None]
) -> None:
    # The digests change with every word of the manual; what is compared is the record.
    text = re.sub(r"\b[0-9a-f]{12}\b", "<digest>", files[name].decode())
    compare(text, GOLDEN / name)


def test_table_is_golden(files: Mapping[str, bytes], compare: Callable[[str, Path], None]) -> None:
    text = files["adaptation-record.csv"].decode("utf-8-sig").replace("\r\n", "\n")
    compare(text, GOLDEN / "adaptation-record.csv")


def test_kit_holds_what_its_summary_promises(files: Mapping[str, bytes]) -> None:
    made_elsewhere = {"side-by-side.pdf", "pictures/"}
    assert set(FILES) - made_elsewhere <= set(files)
    assert [name for name in files if name.startswith("pictures/")] == [
        "pictures/old/path.svg",
        "pictures/new/street.svg",
    ]


@pytest.mark.parametrize("name", PAGES)
def test_page_needs_nothing_from_elsewhere(name: str, files: Mapping[str, bytes]) -> None:
    text = files[name].decode()
    assert re.findall(r"<(script|link|img|iframe|object)", text) == []
    assert [
        a for a in re.findall(r'(?:href|src)="([^"]*)"', text) if re.match("/|[a-z]+:", a)
    ] == []
    assert "content=\"default-src 'none'; style-src 'unsafe-inline'; img-src 'self'\"" in text


def test_same_edition_gives_the_same_bytes(
    files: Mapping[str, bytes],
    demo: Compared,
    demo_sheets: list[Sheet],
    demo_pictures: Pictures,
) -> None:
    assert dict(kit(demo, demo_sheets, demo_pictures, TEMPLATES)) == dict(files)


def test_csv_can_be_read_and_runs_nothing(files: Mapping[str, bytes]) -> None:
    rows = list(csv.reader(io.StringIO(files["adaptation-record.csv"].decode("utf-8-sig"))))
    assert {len(row) for row in rows} == {len(rows[0])}
    assert [cell for row in rows for cell in row if cell.startswith(("=", "+", "-", "@"))] == []


def other_safety(compared: Compared) -> Composed:
    """Return the edition with another word in a safety block."""
    manifest: Manifest = compared.edition.manifest.model_copy(deep=True)
    manifest.blocks[:] = [
        b.model_copy(update={"text": b.text.replace("Stay", "Sit")}) for b in manifest.blocks
    ]
    return Composed(manifest, compared.edition.pages)


def test_safety_page_marks_a_word_that_is_not_the_cores(demo: Compared) -> None:
    changed = Compared(
        demo.core, demo.in_words, other_safety(demo), demo.core_edition, demo.edition_itself
    )
    page = report_pages(changed, TEMPLATES)["safety-diff.html"].decode()
    assert "1 of 2 safety blocks differ from the core." in page
    assert "<del>Stay</del>" in page
    assert "<ins>Sit</ins>" in page


def test_hostile_text_is_shown_and_not_run(demo: Compared) -> None:
    manifest = demo.edition.manifest.model_copy(deep=True)
    edition = manifest.edition.model_copy(update={"title": '<script>alert("x")</script>'})
    changed = Compared(
        demo.core,
        demo.in_words,
        Composed(manifest.model_copy(update={"edition": edition}), demo.edition.pages),
        demo.core_edition,
        demo.edition_itself,
    )
    for name, content in report_pages(changed, TEMPLATES).items():
        assert name == "recapt.md" or b"<script>" not in content

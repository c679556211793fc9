"""The texts of an edition come back from its exported record."""

import io
import shutil
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from manualkit.cli.record import _pictures
from manualkit.model.finding import Finding, errors
from manualkit.model.record import Record
from manualkit.pipeline import Prepared, prepare
from manualkit.record import Sheet, rebuild, unrecorded
from manualkit.record.fields import allowed
from manualkit.record.sheet import Column
from manualkit.record.xlsx import to_xlsx
from manualkit.submission import rebuild_folder, record_sheets

ROOT = Path(__file__).parents[3]
MINIMAL = Path(__file__).parents[2] / "projects" / "good-minimal"
TODAY = date(2026, 3, 1)


def lay_over(folder: Path, target: Path) -> None:
    """Copy the files of a project's folder over `target`."""
    shutil.copytree(folder, target, dirs_exist_ok=True)
    removed = target / "removed.txt"
    for name in removed.read_text("utf-8").split() if removed.exists() else ():
        (target / name).unlink(missing_ok=True)


def exported(root: Path, prepared: Prepared, edition: str) -> bytes:
    pictures = _pictures(root, prepared, edition)
    return to_xlsx(record_sheets(root, prepared.compared[edition], pictures), "record")


def rebuilt(root: Path, edition: str, into: Path) -> tuple[Prepared, Prepared, list[Finding]]:
    """Export an edition, rebuild its folder in a copy of the project, and compose both."""
    before = prepare(root, TODAY)
    shutil.copytree(root / "docs", into / "docs")
    # The others stay as they are: one of them may be what this one extends.
    others = shutil.ignore_patterns(edition)
    shutil.copytree(root / "adaptations", into / "adaptations", ignore=others)
    (into / "templates").symlink_to(ROOT / "templates")
    book = into / "adaptation-record.xlsx"
    book.write_bytes(exported(root, before, edition))
    folder = into / "adaptations" / edition
    findings = rebuild_folder(book, folder, [root / "adaptations" / edition / "images"])
    return before, prepare(into, TODAY), findings


def assert_same(before: Prepared, after: Prepared, edition: str) -> None:
    assert errors(after.findings) == []
    old, new = (
        next(c for c in each.compositions if c.manifest.edition.id == edition)
        for each in (before, after)
    )
    assert dict(new.pages) == dict(old.pages)
    assert [(c.id, c.head, c.before, c.after, c.applied) for c in new.manifest.changes] == [
        (c.id, c.head, c.before, c.after, c.applied) for c in old.manifest.changes
    ]
    assert new.manifest.edition == old.manifest.edition
    assert new.manifest.local_texts == old.manifest.local_texts
    assert set(new.images) == set(old.images)


@pytest.mark.parametrize(
    ("name", "edition"),
    [
        ("good-minimal", "demo"),
        ("good-structure", "demo"),
        ("good-extends", "town"),
        ("good-local-text", "demo"),
        ("", "prosper-liverpool"),
    ],
    ids=["small", "structure", "extends", "one-language", "real"],
)
def test_rebuilt_folder_composes_to_the_same_pages(
    name: str, edition: str, tmp_path: Path, project: Callable[[str], Path]
) -> None:
    top = project(name) if name else ROOT
    before, after, findings = rebuilt(top, edition, tmp_path / "again")
    assert findings == []
    assert_same(before, after, edition)


WORDS = st.lists(
    st.sampled_from(
        ["walk", "=SUM", "+one", "-", "@home", "{{ helper }}", "{fare}", "'tis", "**bold**", "ماء",
         "\N{EM DASH}", "| a | b |", "null", "yes", "1.", "#", "a: b", '"quoted"', "é"]
    ),
    min_size=1,
    max_size=8,
)  # fmt: skip
PLAIN_WORDS = st.lists(
    st.sampled_from(
        ["walk", "=SUM", "- ", "@home", "'tis", "ماء", "null", "yes", "a: b", '"q"', ";"]
    ),
    min_size=1,
    max_size=6,
)
BLOCKS = ("g1-objective", "g1-plan-example", "g1-plan-tip", "g1-plan-note")
LOCKED = ("g1-question", "g1-plan-script")


@st.composite
def heads(draw: st.DrawFn, number: int) -> dict[str, object]:
    """Return the head of a valid change, with any of the record's fields."""
    head: dict[str, object] = {
        "id": f"DEM-1{number:02}",
        "summary": "What is different: " + " ".join(draw(PLAIN_WORDS)),
        "reason": "Why it has to be so here: " + " ".join(draw(PLAIN_WORDS)),
        "nature": draw(st.lists(st.sampled_from(allowed("nature")), min_size=1, unique=True)),
        "planned": draw(st.sampled_from(allowed("planned"))),
        "decided_by": draw(st.lists(st.sampled_from(allowed("decided_by")), min_size=1)),
        "core_impact": draw(st.sampled_from(["core-preserved", "unknown"])),
    }
    more: dict[str, st.SearchStrategy[object]] = {
        "status": st.sampled_from(allowed("status")),
        "target_kind": st.sampled_from(allowed("target_kind")),
        "bernal": st.lists(st.sampled_from(allowed("bernal")), min_size=1, unique=True),
        "goal": st.lists(st.sampled_from(allowed("goal")), min_size=1, unique=True),
        "level": st.sampled_from(allowed("level")),
        "heim_kohrt": st.sampled_from(allowed("heim_kohrt")),
        "reason_codes": st.just({"recipient": ["literacy"], "provider": ["norms", "training"]}),
        "evidence": st.just([{"type": "fgd", "date": "2026-01-02", "quote_anonymised": "; = so"}]),
        "dissent": st.just("=cmd; somebody saw it differently"),
        "who_submission": st.just({"sent": "2026-02-03", "comment": "[no]; =1"}),
        "reviewed_translation": st.just(["fr"]),
        "location_label": st.just("Step 2"),
        "decision_date": st.just("2026-01-31"),
    }
    for name in draw(st.lists(st.sampled_from(sorted(more)), unique=True)):
        head[name] = draw(more[name])
    return head


@st.composite
def changes(draw: st.DrawFn) -> dict[str, str]:
    """Return valid change files by name: at most one of a kind for each block."""
    files = {}
    places = [(b, a) for b in BLOCKS for a in ("replace", "remove", "add-before", "add-after")]
    places += [(block, action) for block in LOCKED for action in ("add-before", "add-after")]
    chosen = draw(st.lists(st.sampled_from(places), min_size=1, max_size=6, unique=True))
    taken: set[tuple[str, str]] = set()
    for number, (block, action) in enumerate(chosen):
        group = "text" if action in ("replace", "remove") else action
        # A removed block has no place any more that something could stand beside.
        if (block, group) in taken or (action == "remove" and {b for b, _ in taken} & {block}):
            continue
        if any(b == block and g == "gone" for b, g in taken):
            continue
        taken |= {(block, group), *([(block, "gone")] if action == "remove" else [])}
        head = {**draw(heads(number)), "action": action, "block": block}
        if action.startswith("add"):
            head["kind"] = draw(st.sampled_from(["tip", "note", "say"]))
        text = "" if action == "remove" else "Here: " + " ".join(draw(WORDS))
        files[f"DEM-1{number:02}.md"] = (
            f"---\n{yaml.safe_dump(head, allow_unicode=True)}---\n{text}"
        )
    return files


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(files=changes())
def test_whatever_valid_changes_come_back_and_are_recorded(files: dict[str, str]) -> None:
    with TemporaryDirectory() as folder:
        top = Path(folder) / "project"
        shutil.copytree(MINIMAL, top)
        (top / "templates").symlink_to(ROOT / "templates")
        for path in (top / "adaptations" / "demo" / "changes").glob("DEM-02*.md"):
            path.unlink()
        for name, text in files.items():
            (top / "adaptations" / "demo" / "changes" / name).write_text(text, "utf-8")
        before, after, findings = rebuilt(top, "demo", Path(folder) / "again")
        assert errors(before.findings) == []
        assert findings == []
        assert unrecorded(before.compared["demo"]) == []
        assert_same(before, after, "demo")


STRUCTURE = sorted(
    path.name for path in (MINIMAL.parent / "good-structure").glob("adaptations/demo/changes/*.md")
)


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(kept=st.lists(st.sampled_from(STRUCTURE), unique=True))
def test_whatever_changes_of_pages_and_steps_come_back_and_are_recorded(kept: list[str]) -> None:
    # What stands on a page of another change goes with it.
    if "DEM-051.md" not in kept:
        kept = [name for name in kept if name != "DEM-057.md"]
    if "DEM-055.md" not in kept:
        kept = [name for name in kept if name != "DEM-058.md"]
    with TemporaryDirectory() as folder:
        top = Path(folder) / "project"
        for name in ("good-minimal", "good-structure"):
            lay_over(MINIMAL.parent / name, top)
        (top / "templates").symlink_to(ROOT / "templates")
        for path in (top / "adaptations" / "demo" / "changes").glob("DEM-05*.md"):
            if path.name not in kept:
                path.unlink()
        before, after, findings = rebuilt(top, "demo", Path(folder) / "again")
        assert findings == []
        assert [f for f in before.findings if f.code == "change-not-recorded"] == []
        if not errors(before.findings):
            assert unrecorded(before.compared["demo"]) == []
            assert_same(before, after, "demo")


def test_text_that_no_cell_holds_comes_back_whole(minimal_project: Path, tmp_path: Path) -> None:
    change = minimal_project / "adaptations" / "demo" / "changes" / "DEM-020.md"
    head = change.read_text("utf-8").rpartition("---\n")[0]
    change.write_text(f"{head}---\n{'Ana walks on. ' * 3000}", "utf-8")
    before, after, findings = rebuilt(minimal_project, "demo", tmp_path / "again")
    assert findings == []
    assert_same(before, after, "demo")


def test_changes_that_are_only_proposed_come_back(minimal_project: Path, tmp_path: Path) -> None:
    folder = minimal_project / "adaptations" / "demo" / "changes"
    for name in ("DEM-020", "DEM-030", "DEM-022"):
        path = folder / f"{name}.md"
        path.write_text(
            path.read_text("utf-8").replace("\n---\n", "\nstatus: proposed\n---\n", 1), "utf-8"
        )
    before, after, findings = rebuilt(minimal_project, "demo", tmp_path / "again")
    assert findings == []
    assert_same(before, after, "demo")
    again = tmp_path / "again" / "adaptations" / "demo"
    assert "Ana walks to the bus stop on Monday." in (again / "changes" / "DEM-020.md").read_text(
        "utf-8"
    )
    assert (again / "images" / "street.svg").is_file()


def test_picture_that_is_nowhere_is_reported(demo_sheets: list[Sheet], tmp_path: Path) -> None:
    book = tmp_path / "record.xlsx"
    book.write_bytes(to_xlsx(demo_sheets, ""))
    (finding,) = rebuild_folder(book, tmp_path / "again", [])
    assert finding.code == "picture-not-found"
    assert 'The picture "images/street.svg" was not found (SHA-256 d41217b9' in finding.message
    assert (tmp_path / "again" / "changes" / "DEM-020.md").is_file()


# --- Workbooks that are refused ------------------------------------------------------------------

Edit = Callable[[Workbook], None]


def edited(sheets: list[Sheet], edit: Edit) -> list[str]:
    """Return the findings of a workbook that somebody has changed."""
    book = load_workbook(io.BytesIO(to_xlsx(sheets, "")))
    edit(book)
    content = io.BytesIO()
    book.save(content)
    result, findings = rebuild(content.getvalue(), "record.xlsx")
    assert result is None
    return [f"{f.location.file}:{f.location.line} {f.code} {f.message}" for f in findings]


@pytest.mark.parametrize("content", [b"", b"id,summary\r\n", b"%PDF-1.7"])
def test_file_that_is_no_workbook_is_refused(content: bytes) -> None:
    result, (finding,) = rebuild(content, "record.csv")
    assert result is None
    assert (finding.code, finding.message) == ("not-a-workbook", "This is not an XLSX workbook.")


def test_missing_sheet_is_named(demo_sheets: list[Sheet]) -> None:
    def edit(book: Workbook) -> None:
        book["Pages"].title = "Pagess"

    assert edited(demo_sheets, edit) == ['record.xlsx:1 sheet-missing There is no sheet "Pages".']


def test_missing_column_is_named(demo_sheets: list[Sheet]) -> None:
    def edit(book: Workbook) -> None:
        page = book["Record"]
        page.delete_cols(next(cell.column for cell in page[1] if cell.value == "reason"))

    assert edited(demo_sheets, edit) == [
        'record.xlsx:1 column-missing The sheet Record has no column "reason".'
    ]


@pytest.mark.parametrize(
    ("value", "message"),
    [
        ("DEM-099", 'The id is "DEM-099", but the change comes from the file DEM-021.md.'),
        ("DEM-020", 'The id "DEM-020" stands in row 7 too.'),
        ("../../x", '"../../x" is not the id of a change.'),
        (None, '"" is not the id of a change.'),
    ],
)
def test_changed_id_is_refused(demo_sheets: list[Sheet], value: str | None, message: str) -> None:
    def edit(book: Workbook) -> None:
        cell = next(row[0] for row in book["Record"].iter_rows() if row[0].value == "DEM-021")
        cell.value = value

    assert edited(demo_sheets, edit) == [f"record.xlsx:8 id-changed {message}"]


def test_file_outside_the_folder_is_refused(demo_sheets: list[Sheet]) -> None:
    def edit(book: Workbook) -> None:
        page = book["Record"]
        column = next(cell.column for cell in page[1] if cell.value == "file")
        page.cell(2, column).value = "adaptations/demo/../../../etc/terms.yml"

    (said,) = edited(demo_sheets, edit)
    assert "which is no file of a change" in said


def test_cell_that_cannot_be_read_is_named(demo_sheets: list[Sheet]) -> None:
    def edit(book: Workbook) -> None:
        page = book["Record"]
        column = next(cell.column for cell in page[1] if cell.value == "operation")
        page.cell(3, column).value = "{broken"

    (said,) = edited(demo_sheets, edit)
    assert said.startswith(
        "record.xlsx:3 cell-unreadable A cell of the sheet Record cannot be read"
    )


def test_workbook_of_somebody_else_is_refused() -> None:
    other = Sheet("Budget", (Column("a"),), (("1",),))
    _, findings = rebuild(to_xlsx([other], ""), "budget.xlsx")
    assert {finding.code for finding in findings} == {"sheet-missing"}


def test_only_known_names_of_files_are_written(demo_sheets: list[Sheet]) -> None:
    pages = next(sheet for sheet in demo_sheets if sheet.title == "Pages")
    hostile = Sheet("Pages", pages.columns, (*pages.rows, ("../../evil.md", 1, "text")))
    others = [sheet for sheet in demo_sheets if sheet.title != "Pages"]
    result, _ = rebuild(to_xlsx([*others, hostile], ""), "record.xlsx")
    assert result is not None
    assert [name for name in result.files if "evil" in name] == []


def test_every_field_of_a_record_is_tried_by_the_random_changes() -> None:
    wanted: Mapping[str, object] = Record.model_fields
    assert {"evidence", "who_submission", "reason_codes"} <= set(wanted)

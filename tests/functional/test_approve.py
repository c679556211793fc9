"""`manualkit approve` as a person runs it, on a small project."""

import json
from collections.abc import Callable
from pathlib import Path

import polib
import pytest
import yaml
from click.testing import CliRunner, Result

from manualkit.cli import main

Project = Callable[[str], Path]
ROWS = "adaptations/demo/approvals.yml"
ENGLISH = ("demo", "--role", "master-trainer", "--reference", "Minutes of 1 March, point 4")


def approve(root: Path, *options: str) -> Result:
    command = ["approve", *options, "--root", str(root), "--today", "2026-03-01"]
    return CliRunner().invoke(main, command)


def states(root: Path) -> dict[str, tuple[str, list[str]]]:
    rows = json.loads(approve(root, "--status", "demo", "--format", "json").output)
    return {f"{row['scope']} {row['language']}": (row["state"], row["changed"]) for row in rows}


def edit(root: Path, name: str, old: str, new: str) -> None:
    text = (root / name).read_text("utf-8")
    assert old in text
    (root / name).write_text(text.replace(old, new), "utf-8")


def translate_all(root: Path, catalogue: str, *, drafted: tuple[str, ...] = ()) -> None:
    """Give every message of a catalogue a translation that a speaker has read."""
    result = CliRunner().invoke(main, ["translate", "update", "--root", str(root)])
    assert result.exit_code == 0, result.output
    for path in (root / "locale" / "fr").glob(f"{catalogue}.po"):
        file = polib.pofile(str(path))
        for entry in file:
            entry.msgstr = f"{entry.msgid}"
            state = "machine-drafted, not reviewed" if entry.msgid in drafted else "reviewed"
            entry.tcomment = f"state: {state}\nsame as English"
        file.save(str(path))


@pytest.fixture
def root(project: Project) -> Path:
    return project("good-minimal")


def test_an_approval_is_a_row_with_a_role_a_date_a_reference_and_hashes(root: Path) -> None:
    result = approve(root, *ENGLISH)
    assert result.exit_code == 0, result.output
    assert "is now: approved." in result.output
    (row,) = yaml.safe_load((root / ROWS).read_text("utf-8"))["approvals"]
    assert (row["scope"], row["decision"], row["role"]) == ("edition", "approved", "master-trainer")
    assert (str(row["date"]), row["reference"]) == ("2026-03-01", "Minutes of 1 March, point 4")
    assert len(row["pages"]) == 8
    assert "about" not in row["pages"]
    assert states(root)["edition en"] == ("approved", [])
    check = CliRunner().invoke(main, ["check", "--root", str(root), "--today", "2026-03-01"])
    assert check.output.startswith("No findings. Editions: core, demo.\n")


def test_from_draft_to_approved_and_changed_and_approved_again(root: Path) -> None:
    def state() -> tuple[str, list[str]]:
        return states(root)["edition en"]

    assert state() == ("draft", [])
    approve(root, "demo", "--role", "translator", "--submit")
    assert state() == ("in-review", [])
    approve(root, *ENGLISH)
    assert state() == ("approved", [])
    edit(root, "docs/safety/safety.md", "Stay with the", "Stay near the")
    assert state() == ("changed", ["safety/safety"])
    result = approve(root, *ENGLISH, "--page", "safety/safety")
    assert "Changed since the approval: safety/safety" in result.output
    assert state() == ("approved", [])
    approve(root, "demo", "--role", "master-trainer", "--withdraw")
    assert state() == ("draft", [])
    rows = yaml.safe_load((root / ROWS).read_text("utf-8"))["approvals"]
    told = ["submitted", "approved", "approved", "withdrawn"]
    assert [row["decision"] for row in rows] == told


def test_comments_and_line_ends_of_others_stay(root: Path) -> None:
    approve(root, *ENGLISH)
    text = (root / ROWS).read_text("utf-8") + "# Asked for by the board.\n"
    (root / ROWS).write_bytes(text.replace("\n", "\r\n").encode())
    before = (root / ROWS).read_bytes()
    assert approve(root, *ENGLISH).exit_code == 0
    after = (root / ROWS).read_bytes()
    assert after.startswith(before)
    assert b"\n" not in after.replace(b"\r\n", b"")


def test_a_dry_run_shows_and_writes_nothing(root: Path) -> None:
    result = approve(root, *ENGLISH, "--dry-run")
    assert "demo: edition, 8 pages, hash" in result.output
    assert not (root / ROWS).exists()


def test_nothing_is_approved_in_a_project_with_errors(root: Path) -> None:
    edit(root, "docs/safety/safety.md", "::: safety", "::: safetty")
    result = approve(root, *ENGLISH)
    assert result.exit_code == 1
    assert "unknown-kind" in result.output
    assert not (root / ROWS).exists()


def test_nothing_is_approved_with_a_stale_change(project: Project) -> None:
    root = project("bad-stale-change")
    result = approve(root, *ENGLISH)
    assert result.exit_code == 1
    assert "stale-change" in result.output
    assert "Nothing can be approved before that." in result.output
    assert not (root / ROWS).exists()
    assert approve(root, "demo", "--role", "funder", "--withdraw").exit_code == 0


def test_a_list_in_brackets_is_a_finding_and_stays_as_it_is(root: Path) -> None:
    approve(root, *ENGLISH)
    document = yaml.load((root / ROWS).read_text("utf-8"), yaml.BaseLoader)  # noqa: S506
    (root / ROWS).write_text(json.dumps(document).replace('{"approvals"', "approvals")[:-1])
    before = (root / ROWS).read_bytes()
    result = approve(root, *ENGLISH)
    assert result.exit_code == 1
    assert "approvals-form" in result.output
    assert (root / ROWS).read_bytes() == before


def test_a_machine_draft_is_refused_with_its_place_and_the_other_pages_are_not(root: Path) -> None:
    drafted = ("Choose one day and one hour. If you feel unsafe, call {crisis_line}.",)
    translate_all(root, "*", drafted=drafted)
    french = ("demo", "--lang", "fr", "--role", "translator", "--reference", "Letter 7")
    result = approve(root, *french)
    assert result.exit_code == 1
    assert "locale/fr/demo.po:" in result.output
    message = 'The page "group/session-1" cannot be approved in French: 1 machine-drafted.'
    assert message in result.output
    assert result.output.endswith("1 error.\n")
    assert not (root / ROWS).exists()
    assert approve(root, *french, "--page", "contacts", "--page", "index").exit_code == 0
    assert states(root)["translation fr"] == ("draft", [])


def test_a_reviewed_translation_is_approved_until_a_word_of_it_changes(root: Path) -> None:
    translate_all(root, "*")
    french = ("demo", "--lang", "fr", "--role", "translator", "--reference", "Letter 7")
    assert approve(root, *french).exit_code == 0
    assert states(root)["translation fr"] == ("approved", [])
    edit(root, "locale/fr/demo.po", 'msgstr "Tell the story slowly."', 'msgstr "Racontez."')
    assert states(root)["translation fr"] == ("changed", ["group/session-1"])


def test_safety_text_needs_people_and_two_roles_with_a_clinician(root: Path) -> None:
    safety = ("demo", "--lang", "fr", "--safety", "--reference", "Letter 8", "--role")
    refused = approve(root, *safety, "clinician")
    assert "3 of 3 safety texts have no translation by people" in refused.output
    translate_all(root, "safety")
    assert "is now: in-review" in approve(root, *safety, "translator").output
    again = approve(root, *safety, "translator")
    assert again.exit_code == 1
    assert "approve-same-role" in again.output
    assert "is now: approved" in approve(root, *safety, "clinician").output
    edit(root, "locale/fr/safety.po", 'msgstr "Stay with', 'msgstr "Restez avec')
    assert states(root)["safety fr"] == ("changed", [])


@pytest.mark.parametrize(
    ("options", "told"),
    [
        ((), "Say which EDITION"),
        (("dmo", "--role", "funder", "--submit"), "core, demo"),
        (("demo",), "--role"),
        (("demo", "--role", "boss"), "'clinician'"),
        (("demo", "--role", "funder"), "--reference"),
        (("demo", "--role", "funder", "--submit", "--withdraw"), "exclude each other"),
        (("demo", "--role", "funder", "--submit", "--lang", "xx"), "Known: fr."),
        (("demo", "--role", "funder", "--submit", "--safety"), "--lang"),
        (("demo", "--role", "funder", "--submit", "--page", "nowhere"), "group/session-1"),
        (
            ("demo", "--role", "funder", "--submit", "--lang", "fr", "--safety", "--page", "index"),
            "as a whole",
        ),
    ],
)
def test_wrong_use_ends_with_2_and_says_what_is_missing(
    root: Path, options: tuple[str, ...], told: str
) -> None:
    result = approve(root, *options)
    assert result.exit_code == 2
    assert told in result.output
    assert not (root / ROWS).exists()


def test_status_is_a_table_for_people(root: Path) -> None:
    approve(root, *ENGLISH)
    lines = approve(root, "--status").output.splitlines()
    assert any("demo" in line and "approved" in line and "2026-0" in line for line in lines)
    assert any("core" in line and "draft" in line for line in lines)


def test_a_reference_that_no_text_may_hold_is_refused_before_it_is_written(root: Path) -> None:
    result = approve(root, "demo", "--role", "funder", "--reference", "Minutes <b>4</b>")
    assert result.exit_code == 1
    assert "raw-html" in result.output
    assert not (root / ROWS).exists()


def test_the_core_is_approved_in_its_own_file(root: Path) -> None:
    result = approve(root, "core", "--role", "developer", "--reference", "Ticket 12")
    assert "Written to docs/approvals.yml." in result.output
    text = (root / "docs" / "approvals.yml").read_text("utf-8")
    assert text.startswith("# yaml-language-server: $schema=../schemas/approvals.json\n")
    rows = json.loads(approve(root, "--status", "--format", "json").output)
    told = {row["edition"]: row["state"] for row in rows if row["scope"] == "edition"}
    assert told == {"core": "approved", "demo": "draft"}


def test_roles_that_a_place_asks_for_must_all_approve(root: Path) -> None:
    (root / ROWS).write_text("needs:\n  edition: [clinician, master-trainer]\n", "utf-8")
    approve(root, *ENGLISH)
    assert states(root)["edition en"] == ("in-review", [])
    approve(root, "demo", "--role", "clinician", "--reference", "Minutes of 2 March")
    assert states(root)["edition en"] == ("approved", [])

"""The core changes below an adaptation: check, diff and accept, as an adaptor runs them."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from manualkit.cli import main

Project = Callable[[str], Path]
CHANGE = "adaptations/demo/changes/DEM-020.md"
KEPT = "adaptations/demo/changes/.base/DEM-020.md"
CORE = "docs/group/session-1.md"


def run(root: Path, *command: str, answer: str | None = None) -> Result:
    options = [*command, "--root", str(root), "--today", "2026-03-01"]
    return CliRunner().invoke(main, options, input=answer)


def replace(file: Path, old: str, new: str) -> None:
    content = file.read_bytes()
    assert content.count(old.encode()) == 1
    file.write_bytes(content.replace(old.encode(), new.encode()))


@pytest.fixture
def accepted(project: Project) -> Path:
    """A project whose change DEM-020 stands on the core of today."""
    root = project("good-minimal")
    assert run(root, "accept", "demo", "DEM-020").exit_code == 0
    return root


@pytest.fixture
def stale(accepted: Path) -> Path:
    """The same, and then the core gets another word."""
    replace(accepted / CORE, "walks to the well on Monday", "walks to the well on Monday morning")
    return accepted


def test_accepting_changes_one_line_of_the_file_and_keeps_the_core_text(project: Project) -> None:
    root = project("good-minimal")
    before = (root / CHANGE).read_bytes()
    result = run(root, "accept", "demo", "dem-020")
    assert result.exit_code == 0
    assert f"wrote {CHANGE}" in result.output
    assert f"wrote {KEPT}" in result.output
    assert (root / KEPT).read_bytes() == b"Ana walks to the well on Monday.\n"
    after = (root / CHANGE).read_bytes()
    assert after == before.replace(b"preserved\n---\n", b'preserved\nbase: "81307c1a0492"\n---\n')
    assert "No findings. Editions: core, demo.\n" in run(root, "check").output


def test_accepting_twice_writes_nothing(accepted: Path) -> None:
    assert "Nothing had to be written." in run(accepted, "accept", "demo", "DEM-020").output


def test_windows_line_ends_and_comments_stay(stale: Path) -> None:
    file = stale / CHANGE
    text = file.read_bytes().replace(b"\n", b"\r\n").replace(b'0492"', b'0492"  # by Ayesha, May')
    file.write_bytes(text)
    assert run(stale, "accept", "demo", "DEM-020").exit_code == 0
    after = file.read_bytes()
    assert after != text
    assert after.count(b"\n") == after.count(b"\r\n") == text.count(b"\r\n")
    changed = [
        new for old, new in zip(text.split(b"\n"), after.split(b"\n"), strict=True) if old != new
    ]
    assert len(changed) == 1
    assert changed[0].startswith(b'base: "')
    assert changed[0].endswith(b'"  # by Ayesha, May\r')


def test_changed_core_is_stale_until_somebody_accepts(stale: Path) -> None:
    found = run(stale, "check")
    assert f"{CHANGE}:11:7  warning  stale-change" in found.output
    assert "manualkit diff demo DEM-020" in found.output
    shown = run(stale, "diff", "demo")
    assert shown.exit_code == 1
    assert "Ana walks to the well on [-Monday.-] {+Monday morning.+}" in shown.output
    assert "Ana walks to the bus stop on Monday morning." in shown.output
    assert "manualkit accept demo DEM-020 --suggestion" in shown.output
    assert run(stale, "accept", "demo", "DEM-020").exit_code == 0
    assert run(stale, "diff", "demo").exit_code == 0
    assert "No findings." in run(stale, "check").output


def test_rewrapped_core_is_not_stale(accepted: Path) -> None:
    replace(accepted / CORE, "walks to the well", "walks\nto the well")
    assert run(accepted, "diff").exit_code == 0


def test_machines_get_core_then_core_now_yours_and_the_suggestion(stale: Path) -> None:
    result = run(stale, "diff", "demo", "DEM-020", "--format", "json")
    (found,) = json.loads(result.output)
    assert result.exit_code == 1
    assert {key: found[key] for key in ("state", "core_then", "core_now", "yours")} == {
        "state": "stale",
        "core_then": "Ana walks to the well on Monday.",
        "core_now": "Ana walks to the well on Monday morning.",
        "yours": "Ana walks to the bus stop on Monday.",
    }
    assert found["suggestion"]["text"] == "Ana walks to the bus stop on Monday morning."
    assert found["suggestion"]["conflicts"] == []


def test_suggestion_is_taken_after_a_yes_and_the_earlier_text_is_kept(stale: Path) -> None:
    before = (stale / CHANGE).read_bytes()
    refused = run(stale, "accept", "demo", "DEM-020", "--suggestion", answer="\n")
    assert refused.exit_code == 1
    assert (stale / CHANGE).read_bytes() == before
    taken = run(stale, "accept", "demo", "DEM-020", "--suggestion", answer="y\n")
    assert taken.exit_code == 0
    assert b"\n---\nAna walks to the bus stop on Monday morning.\n" in (stale / CHANGE).read_bytes()
    earlier = stale / "adaptations/demo/changes/.base/DEM-020.before.md"
    assert earlier.read_text("utf-8") == "Ana walks to the bus stop on Monday.\n"
    assert "No findings." in run(stale, "check").output


def test_no_earlier_text_is_lost_when_a_second_suggestion_is_taken(stale: Path) -> None:
    run(stale, "accept", "demo", "DEM-020", "--suggestion", "--yes")
    replace(stale / CORE, "Monday morning", "Monday morning at 9:00")
    assert run(stale, "accept", "demo", "DEM-020", "--suggestion", "--yes").exit_code == 0
    kept = sorted((stale / "adaptations/demo/changes/.base").glob("*before*"))
    assert [path.read_text("utf-8") for path in kept] == [
        "Ana walks to the bus stop on Monday morning.\n",
        "Ana walks to the bus stop on Monday.\n",
    ]


def test_suggestion_with_a_conflict_is_refused_in_plain_words(accepted: Path) -> None:
    replace(accepted / CORE, "walks to the well on Monday", "walks to the river on Monday")
    before = (accepted / CHANGE).read_bytes()
    result = run(accepted, "accept", "demo", "DEM-020", "--suggestion", "--yes")
    assert result.exit_code == 1
    assert "It has a conflict" in result.output
    assert (accepted / CHANGE).read_bytes() == before
    shown = " ".join(run(accepted, "diff", "demo", "DEM-020").output.split())
    assert 'The core said "well". It now says "river"; you say "bus stop".' in shown
    assert "<<<<" not in shown


def test_without_the_kept_text_the_change_is_stale_and_nothing_is_suggested(stale: Path) -> None:
    (stale / KEPT).write_text("Somebody has typed here.\n", "utf-8")
    shown = run(stale, "diff", "demo", "DEM-020")
    assert shown.exit_code == 1
    assert "This text was not kept" in shown.output
    assert "nobody can tell what changed" in shown.output


@pytest.mark.parametrize(
    ("change", "file", "old", "new"),
    [
        pytest.param("DEM-030", "docs/images/pictures.yml", "up a hill", "down a hill", id="alt"),
        pytest.param("DEM-040", "docs/case-studies/walk.md", "Ana", "Anna", id="story"),
        pytest.param("DEM-022", CORE, "one hour.", "one quiet hour.", id="beside a core block"),
    ],
)
def test_pictures_stories_and_neighbours_become_stale_too(
    project: Project, change: str, file: str, old: str, new: str
) -> None:
    root = project("good-minimal")
    assert run(root, "accept", "demo", "--all-fitting").exit_code == 0
    text = (root / file).read_text("utf-8")
    assert old in text
    (root / file).write_text(text.replace(old, new, 1), "utf-8")
    assert run(root, "diff", "demo").exit_code == 1
    assert "stale-change" in run(root, "check").output
    assert run(root, "accept", "demo", change).exit_code == 0
    assert run(root, "diff", "demo").exit_code == 0


def test_all_fitting_leaves_what_is_stale(stale: Path) -> None:
    result = run(stale, "accept", "demo", "--all-fitting")
    assert result.exit_code == 0
    assert "DEM-020" not in result.output
    assert "DEM-040" in result.output
    assert run(stale, "diff", "demo").exit_code == 1


@pytest.mark.parametrize(
    ("command", "named"),
    [
        (["accept", "demmo", "DEM-020"], 'Did you mean "demo"?'),
        (["accept", "demo", "DEM-02"], 'Did you mean "DEM-02'),
        (["accept", "demo"], "--all-fitting"),
        (["diff", "demo", "LIV-900"], "See the files in changes/."),
        (["diff", "nowhere-at-all"], "Known: demo."),
    ],
)
def test_wrong_use_ends_with_2_and_says_what_there_is(
    project: Project, command: list[str], named: str
) -> None:
    result = run(project("good-minimal"), *command)
    assert result.exit_code == 2
    assert named in " ".join(result.output.replace("│", " ").split())


def test_entry_of_a_table_stands_on_no_text(project: Project) -> None:
    result = run(project("good-minimal"), "accept", "demo", "DEM-001")
    assert result.exit_code == 1
    assert "It stands on no text of the core." in result.output

"""What is added to `releases.yml`, and that nothing of a person's is lost by it."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from manualkit.approving import Desk, draft_notes, note_findings, stamped, write_notes
from manualkit.model.finding import InvalidProject
from manualkit.pipeline import prepare

SESSION = "group/session-1"
NOTES = "adaptations/demo/releases.yml"
WAITING = b"""\
# Ours.
releases:
- version: 1.0.0   # the first
  date: 2026-02-01
  changes:
  - what: It is new.
"""


@pytest.fixture
def root(project: Callable[[str], Path]) -> Path:
    return project("good-release")


@pytest.fixture
def desk(root: Path, today: date) -> Callable[[bytes], Desk]:
    """Return a function that writes the file and puts the edition on the desk."""

    def make(content: bytes) -> Desk:
        if content:
            (root / NOTES).write_bytes(content)
        return next(desk for desk in prepare(root, today).desks if desk.id == "demo")

    return make


def test_the_first_version_needs_no_sentence_about_pages(
    root: Path, desk: Callable[[bytes], Desk], today: date
) -> None:
    made = desk(b"")
    draft = draft_notes(made, "", today)
    assert draft is not None
    write_notes(made, draft)
    assert (root / NOTES).read_text("utf-8").split("\n")[-6:] == [
        "releases:",
        "  - version: 1.0.0",
        "    date: 2026-03-01",
        "    changes:",
        '      - what: "This is the first version."',
        "",
    ]


@pytest.mark.parametrize("ends", [b"\n", b"\r\n"], ids=["unix", "windows"])
def test_what_a_person_wrote_stays_byte_for_byte(
    root: Path, desk: Callable[[bytes], Desk], today: date, ends: bytes
) -> None:
    before = WAITING.replace(b"\n", ends)
    made = desk(before)
    write_notes(made, stamped(made, "0" * 64))
    after = (root / NOTES).read_bytes()
    assert after.startswith(before)
    assert after.count(b"\n") == after.count(ends)
    assert after.endswith(b'  kept: "' + b"0" * 64 + b'"' + ends)
    session = root / "docs/group/session-1.md"
    session.write_text(session.read_text("utf-8").replace("the story", "it"), "utf-8")
    made = desk(b"")
    assert [found.code for found in note_findings(made)] == ["release-note-missing"]
    draft = draft_notes(made, "2.0.0", today)
    assert draft is not None
    write_notes(made, draft)
    assert (root / NOTES).read_bytes().startswith(after.rstrip())
    assert list(note_findings(desk(b""))) == []


def test_a_file_in_another_form_is_left_alone_and_the_lines_are_said(
    root: Path, desk: Callable[[bytes], Desk]
) -> None:
    flow = b"releases: [{version: 1.0.0, date: 2026-02-01, changes: [{what: It is new.}]}]\n"
    with pytest.raises(InvalidProject) as caught:
        stamped(desk(flow), "0" * 64)
    (found,) = caught.value.findings
    assert (found.code, "  texts:" in found.hint) == ("release-notes-form", True)
    assert (root / NOTES).read_bytes() == flow

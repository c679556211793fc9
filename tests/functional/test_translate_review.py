"""`manualkit translate review` as a person runs it, and approvals that are only claimed."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import polib
import pytest
from click.testing import CliRunner, Result

from manualkit.cli import main
from manualkit.cli.translate import translate

Project = Callable[[str], Path]
DRAFT = "machine-drafted, not reviewed"


def run(root: Path, *words: str, answers: str = "") -> Result:
    command = [*words, "--root", str(root), "--today", "2026-03-01"]
    return CliRunner().invoke(main, command, input=answers)


def review(root: Path, *words: str, answers: str = "") -> Result:
    return run(
        root,
        "translate",
        "review",
        "fr",
        *words,
        "--edition",
        "demo",
        "--role",
        "plt",
        answers=answers,
    )


def said(root: Path, state: str) -> list[str]:
    file = polib.pofile(str(root / "locale/fr/demo.po"))
    return [entry.msgid for entry in file if f"state: {state}" in entry.tcomment.split("\n")]


@pytest.fixture
def drafted(project: Project) -> Path:
    """A project that a machine has translated into French: the words are the English ones."""
    root = project("good-minimal")
    assert run(root, "translate", "update").exit_code == 0
    for path in (root / "locale/fr").glob("*.po"):
        file = polib.pofile(str(path))
        for entry in file if path.stem != "safety" else ():
            entry.msgstr = entry.msgid
            entry.tcomment = f"state: {DRAFT}\nsame as English"
        file.save(str(path))
    assert run(root, "check").exit_code == 0
    return root


def test_each_text_of_a_block_is_shown_and_needs_a_yes_of_its_own(drafted: Path) -> None:
    before = len(said(drafted, DRAFT))
    result = review(drafted, "--block", "g1-plan", answers="y\n")
    assert result.exit_code == 0, result.output
    (text,) = said(drafted, "reviewed, plt, 2026-03-01")
    assert result.output.count(text) == 2
    assert DRAFT in result.output
    assert "1 of 1 texts marked as reviewed by plt." in result.output
    assert len(said(drafted, DRAFT)) == before - 1


def test_without_a_yes_nothing_is_written(drafted: Path) -> None:
    before = (drafted / "locale/fr/demo.po").read_bytes()
    for answers in ("n\n", "\n"):
        result = review(drafted, "--block", "g1-plan", answers=answers)
        assert "0 of 1 texts" in result.output
        assert (drafted / "locale/fr/demo.po").read_bytes() == before


def test_one_message_is_known_by_its_key(drafted: Path) -> None:
    shown = review(drafted, "--block", "g1-plan", answers="n\n").output
    key = re.findall(r"fr/demo/[0-9a-f]{16}", shown)[0]
    result = review(drafted, "--message", key, answers="y\n")
    assert result.exit_code == 0, result.output
    assert len(said(drafted, "reviewed, plt, 2026-03-01")) == 1


@pytest.mark.parametrize(
    ("words", "told"),
    [
        pytest.param((), "Say what has been read", id="nothing"),
        pytest.param(("--block", "g1-plam"), 'Did you mean "g1-plan"?', id="misspelt block"),
        pytest.param(("--block", "safety-steps"), "This is safety text.", id="safety block"),
        pytest.param(("--message", "fr/demo/1"), "no key of a message", id="no key"),
        pytest.param(("--message", "fr/demo/0123456789abcdef"), "holds no such message", id="gone"),
        pytest.param(
            ("--message", "fr/safety/0123456789abcdef"), "This is safety text.", id="safety"
        ),
        pytest.param(("--message", "ar/demo/0123456789abcdef"), "in this language", id="other"),
    ],
)
def test_what_cannot_be_reviewed_is_refused(
    drafted: Path, words: tuple[str, ...], told: str
) -> None:
    before = (drafted / "locale/fr/demo.po").read_bytes()
    result = review(drafted, *words, answers="y\ny\ny\n")
    assert result.exit_code == 2
    assert told in " ".join(re.sub(r"[│╭╮╰╯─]", " ", result.output).split())
    assert (drafted / "locale/fr/demo.po").read_bytes() == before


def folders(root: Path) -> dict[str, dict[str, int]]:
    result = run(
        root, "translate", "status", "--edition", "demo", "--lang", "fr", "--format", "json"
    )
    (told,) = json.loads(result.output)
    return {each.pop("folder"): each for each in told["folders"]}


def test_status_counts_words_by_folder_and_state_with_safety_first(drafted: Path) -> None:
    before = folders(drafted)
    assert list(before) == [
        "safety", "group", "case-studies", "checklists", "training", "other pages", "interface",
    ]  # fmt: skip
    assert before["safety"]["missing"] > 0
    group = before["group"]
    assert group["machine-drafted"] == group["words"] == group["translated"]
    review(drafted, "--block", "g1-plan", answers="y\n")
    after = folders(drafted)["group"]
    (text,) = said(drafted, "reviewed, plt, 2026-03-01")
    assert after["reviewed"] == len(text.split())
    assert after["machine-drafted"] == group["words"] - after["reviewed"]


def test_status_as_a_table_names_each_edition_once(drafted: Path) -> None:
    lines = run(drafted, "translate", "status").output.splitlines()
    assert [line.strip() for line in lines].count("fr demo") == 1
    assert max(map(len, lines)) <= 80


def test_status_takes_approved_from_approvals_alone(drafted: Path) -> None:
    path = drafted / "locale/fr/demo.po"
    path.write_text(path.read_text("utf-8").replace(DRAFT, "reviewed"), "utf-8")
    assert folders(drafted)["group"]["approved"] == 0
    approved = run(
        drafted, "approve", "demo", "--lang", "fr", "--role", "translator", "--reference", "Minutes"
    )
    assert approved.exit_code == 0, approved.output
    group = folders(drafted)["group"]
    assert group["approved"] == group["words"]


def test_no_command_turns_many_drafts_into_reviewed_texts_at_once(drafted: Path) -> None:
    """The only options that choose texts are one block and one message; none says yes for all."""
    names = {option for each in translate.commands["review"].params
             for option in each.opts}  # fmt: skip
    assert not names & {"--yes", "-y", "--all", "--page", "--force", "--only"}
    result = review(drafted, "--block", "g1-plan")
    assert result.exit_code == 1, "without an answer it stops"
    assert said(drafted, "reviewed, plt, 2026-03-01") == []


def test_an_approval_that_is_only_typed_is_a_warning_and_counts_as_reviewed(drafted: Path) -> None:
    path = drafted / "locale/fr/demo.po"
    path.write_text(path.read_text("utf-8").replace(DRAFT, "approved", 1), "utf-8")
    result = run(drafted, "translate", "check")
    assert result.exit_code == 0
    told = " ".join(result.output.split())
    assert "translation-approved-claimed" in told
    assert "no approval stands behind it. It counts as reviewed." in told


def test_a_typed_approval_with_a_standing_one_behind_it_is_no_finding(drafted: Path) -> None:
    for path in (drafted / "locale/fr").glob("*.po"):
        path.write_text(path.read_text("utf-8").replace(DRAFT, "approved"), "utf-8")
    approved = run(
        drafted, "approve", "demo", "--lang", "fr", "--role", "translator", "--reference", "Minutes"
    )
    assert approved.exit_code == 0, approved.output
    claimed = [
        line for line in run(drafted, "translate", "check").output.splitlines() if "claimed" in line
    ]
    assert len(claimed) < len(said(drafted, "approved"))
    shown = polib.pofile(str(drafted / "locale/fr/demo.po"))
    words = {e.msgid: e.linenum for e in shown if "group/session-1" in e.comment}
    lines = {line.split(":")[1].split(" ")[0] for line in claimed}
    assert words
    assert not lines & {str(line) for line in words.values()}

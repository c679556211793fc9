"""Gendered forms in a catalogue that is brought up to date."""

import shutil
import subprocess
from pathlib import Path
from typing import Any

import polib
import pytest
import yaml

from manualkit.catalogue import add_forms, update, update_safety
from manualkit.model.forms import Forms
from manualkit.model.language import language
from manualkit.model.rendition import Message

CASES = Path(__file__).parents[2] / "cases/catalogue/form-updates.yml"
URDU = language("ur")
HEAD = 'msgid ""\nmsgstr ""\n\n'


def cases() -> list[dict[str, Any]]:
    """Read the cases; to add one, add some lines to the file."""
    read: list[dict[str, Any]] = yaml.safe_load(CASES.read_text("utf-8"))
    return read


def plain(path: Path) -> str:
    """Return a catalogue's entries without its head."""
    return path.read_text("utf-8").partition("\n\n")[2]


def messages(texts: list[str]) -> list[Message]:
    return [Message(text, "p") for text in texts]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    folder = tmp_path / "ur"
    folder.mkdir()
    return folder / "core.po"


@pytest.mark.parametrize("case", cases(), ids=lambda case: case["title"])
def test_case(case: dict[str, Any], path: Path) -> None:
    path.write_text(HEAD + case.get("core", case["before"]), "utf-8")
    beside = []
    if "core" in case:
        beside, path = [path], path.with_name("town.po")
        path.write_text(HEAD + case["before"], "utf-8")
    counts = update(path, messages(case["english"]), URDU, beside=beside)
    assert plain(path) == case["after"]
    assert counts.forms == case["forms"]
    assert not update(path, messages(case["english"]), URDU, beside=beside).written
    if shutil.which("msgfmt"):
        command = ["msgfmt", "-c", "-o", "/dev/null", str(path)]
        assert subprocess.run(command, check=False).returncode == 0


def test_empty_forms_stand_behind_their_messages_and_none_is_made_twice(path: Path) -> None:
    texts = messages(["One", "Two", "Three"])
    update(path, texts, URDU)
    assert add_forms(path, URDU, texts[:2], Forms(helper="f")) == 2
    assert add_forms(path, URDU, texts[:2], Forms(helper="f")) == 0
    found = [(entry.msgctxt, entry.msgid) for entry in polib.pofile(str(path))]
    assert found == [
        (None, "One"),
        ("helper=f", "One"),
        (None, "Two"),
        ("helper=f", "Two"),
        (None, "Three"),
    ]
    assert not update(path, texts, URDU).written


def test_a_form_in_a_file_without_its_message_says_where_the_text_stands(path: Path) -> None:
    message = Message("One", "p", page="a", block="a-say", line=3)
    add_forms(path, URDU, [message], Forms("f", "m"))
    (entry,) = polib.pofile(str(path))
    assert entry.comment == (
        "kind: p\npage: a\nblock: a-say\nform: the helper is a woman, the client is a man"
    )
    assert entry.occurrences == [("a.md", "3")]


def test_forms_of_safety_text_are_kept_for_the_check_to_find(path: Path) -> None:
    safety = path.with_name("safety.po")
    safety.write_text(f'{HEAD}msgctxt "helper=f"\nmsgid "One"\nmsgstr "HF"\n', "utf-8")
    update_safety(path.parent, [Message("One", "p", safety=True)], URDU)
    assert [entry.msgctxt for entry in polib.pofile(str(safety))] == [None, "helper=f"]

"""Which entries of which catalogues go out."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from manualkit.catalogue.exchange import (
    bring_in,
    in_state,
    messages_of_part,
    read_xliff,
    to_xliff,
    units,
)
from manualkit.model.rendition import Message

Write = Callable[[str, str], Path]
HELLO = Message("Hello", "p", "group/session-1")


def told(root: Path, *messages: Message) -> list[tuple[str, str, str, str]]:
    found, _ = units(root / "locale/fr", ("demo", "core"), messages)
    return [(u.key.catalogue, u.context, u.translation, u.state) for u in found]


def test_the_nearest_catalogue_that_can_be_published_counts(
    write_po: Write, tmp_path: Path
) -> None:
    write_po("fr/core", 'msgid "Hello"\nmsgstr "Bonjour"\n')
    write_po("fr/demo", '#, fuzzy\nmsgid "Hello"\nmsgstr "Salut"\n')
    assert told(tmp_path, HELLO) == [("core", "", "Bonjour", "draft")]
    write_po("fr/core", 'msgid "Hello"\nmsgstr ""\n')
    assert told(tmp_path, HELLO) == [("demo", "", "Salut", "stale")]


def test_forms_go_out_from_whatever_file_holds_them_and_come_back(
    write_po: Write, tmp_path: Path
) -> None:
    write_po("fr/core", 'msgid "Hello"\nmsgstr "Bonjour"\n')
    form = 'msgctxt "client=f"\nmsgid "Hello"\nmsgstr "{}"\n'
    path = write_po("fr/demo", form.format(""))
    assert told(tmp_path, HELLO)[1:] == [("demo", "client=f", "", "missing")]
    found, _ = units(tmp_path / "locale/fr", ("demo", "core"), [HELLO])
    empty = b'<target xml:lang="fr" state="new"/>'
    content = to_xliff(found)
    assert content.count(empty) == 1
    came, _ = read_xliff(content.replace(empty, b"<target>Bonjour Madame</target>"), "b.xlf")
    outcomes = [decision.outcome for decision in bring_in(tmp_path, came, date(2026, 3, 1))]
    assert sorted(outcomes) == ["taken", "unchanged"]
    assert path.read_text("utf-8").endswith(f"# state: draft\n{form.format('Bonjour Madame')}")


def test_a_message_stands_once_and_one_that_no_catalogue_holds_is_told(
    write_po: Write, tmp_path: Path
) -> None:
    write_po("fr/core", 'msgid "Hello"\nmsgstr "Bonjour"\n')
    found, absent = units(tmp_path / "locale/fr", ("core",), [HELLO, Message("New", "p"), HELLO])
    assert [unit.english for unit in found] == ["Hello"]
    assert absent == ["New"]


@pytest.mark.parametrize(
    ("part", "texts"),
    [
        (None, ["label", "step", "card", "story"]),
        ("labels", ["label"]),
        ("sessions", ["step"]),
        ("handouts", ["card"]),
        ("stories", ["story"]),
        ("safety", ["danger"]),
        ("training", []),
    ],
)
def test_parts(part: str | None, texts: list[str]) -> None:
    messages = [
        Message("label", "string"),
        Message("step", "p", "group/session-1"),
        Message("card", "p", "handouts/card"),
        Message("story", "p", "case-studies/one"),
        Message("danger", "p", "safety/safety", safety=True),
    ]
    assert [message.text for message in messages_of_part(messages, part)] == texts


def test_states(write_po: Write, tmp_path: Path) -> None:
    write_po(
        "fr/core",
        'msgid "a"\nmsgstr ""\n\nmsgid "b"\nmsgstr "B"\n\n# state: machine-drafted, not reviewed\n'
        'msgid "c"\nmsgstr "C"\n\n#, fuzzy\nmsgid "d"\nmsgstr "D"\n',
    )
    found, _ = units(tmp_path / "locale/fr", ("core",), [Message(text, "p") for text in "abcd"])
    states = {unit.english: unit.state for unit in found}
    assert states == {"a": "missing", "b": "draft", "c": "machine-drafted", "d": "stale"}
    assert [unit.english for unit in in_state(found, ["stale", "missing"])] == ["a", "d"]
    assert in_state(found, []) == found

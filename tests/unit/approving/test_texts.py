"""What is published of a page in a language, as one hash: its sheets carry a version by it."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import polib
import pytest

from manualkit.approving.texts import page_words
from manualkit.pipeline import prepare

SESSION = "group/session-1"
STORY, SAFETY = "Tell the story slowly.", "Stay with the person."
Words = Callable[..., dict[str, str]]


@pytest.fixture
def words(project: Callable[[str], Path], today: date) -> Words:
    """Return a function that gives the hashes of the demo in French, by page."""
    root = project("good-release")

    def make(**texts: tuple[str, str]) -> dict[str, str]:
        for name, (english, french) in texts.items():
            entry = polib.POEntry(msgid=english, msgstr=french, tcomment="state: reviewed")
            file = polib.POFile()
            file.metadata = {"Content-Type": "text/plain; charset=utf-8", "Language": "fr"}
            file.append(entry)
            path = root / "locale" / "fr" / f"{name}.po"
            path.parent.mkdir(parents=True, exist_ok=True)
            file.save(str(path))
        desk = next(desk for desk in prepare(root, today).desks if desk.id == "demo")
        return page_words(desk, "fr")

    return make


def test_another_translation_of_one_sentence_changes_its_own_page_alone(words: Words) -> None:
    none, first = words(), words(core=(STORY, "Racontez lentement."))
    second = words(core=(STORY, "Dites lentement."))
    assert len({none[SESSION], first[SESSION], second[SESSION]}) == 3
    assert {**first, SESSION: ""} == {**second, SESSION: ""} == {**none, SESSION: ""}


def test_safety_text_counts_as_readers_see_it(words: Words) -> None:
    """Nobody has approved it in French, so that its page shows English whatever is written."""
    assert words() == words(safety=(SAFETY, "Restez avec la personne."))

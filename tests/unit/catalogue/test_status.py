from collections.abc import Callable
from pathlib import Path

from manualkit.catalogue import Catalogue, Progress, WordCount, progress
from manualkit.model.rendition import Message

ENTRIES = 'msgid "One two"\nmsgstr "Un deux"\n\nmsgid "Go away now"\nmsgstr "Partez"\n'
SAFETY = 'msgid "Stay here"\nmsgstr "Restez ici"\n'


def message(text: str, page: str, *, safety: bool = False) -> Message:
    return Message(text, "p", page=page, safety=safety)


def test_words_are_counted_per_page_and_once_for_the_whole(
    write_po: Callable[[str, str], Path], tmp_path: Path
) -> None:
    write_po("fr/core", ENTRIES)
    write_po("fr/safety", SAFETY)
    catalogue = Catalogue.open(tmp_path / "locale", "core", "fr")
    messages = [
        message("One two", "a"),
        message("One two", "a"),
        message("One two", "b"),
        message("Three four five", "b"),
        message("Stay here", "b", safety=True),
        message("Go away now", "b", safety=True),
        Message("Say", "string"),
    ]

    counted = progress(messages, catalogue)

    assert counted.pages == {
        "a": Progress(WordCount(2, 2)),
        "b": Progress(WordCount(2, 5), WordCount(2, 5)),
    }
    assert counted.whole == Progress(WordCount(2, 6), WordCount(2, 5))


def test_percent_is_never_rounded_up() -> None:
    assert WordCount(999, 1000).percent == 99
    assert WordCount(0, 0).percent == 100

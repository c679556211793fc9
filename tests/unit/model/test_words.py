import pytest

from manualkit.model.message_state import MessageState
from manualkit.model.words import FolderWords, folder_of, in_order


@pytest.mark.parametrize(
    ("page", "folder"),
    [("", "interface"), ("index", "other pages"), ("group/session-2", "group")],
)
def test_folder_of_a_page(page: str, folder: str) -> None:
    assert folder_of(page) == folder


def test_safety_comes_first_and_what_stands_around_the_pages_last() -> None:
    found = ["interface", "handouts", "zeta", "other pages", "alpha", "group", "safety", "group"]
    assert in_order(found) == [
        "safety", "group", "handouts", "alpha", "zeta", "other pages", "interface",
    ]  # fmt: skip


def test_only_what_readers_see_is_translated_and_percent_is_never_rounded_up() -> None:
    words = FolderWords("core", "fr", "group", {MessageState.DRAFT: 999, MessageState.STALE: 1})
    assert (words.total, words.translated, words.percent) == (1000, 999, 99)
    assert FolderWords("core", "fr", "group", {}).percent == 100

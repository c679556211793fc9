"""What people see of two texts."""

from manualkit.adaptor.words import differences
from manualkit.report.comparison import marked, visible_lines


def test_what_could_play_tricks_on_a_screen_is_shown_as_a_dot() -> None:
    shown = marked(differences("One two.", "One \u202etwo\u202c \x1b[31m.")).plain
    assert shown == "One [-two.-] {+·two· ·[31m.+}"


def test_a_long_stretch_that_is_the_same_is_cut() -> None:
    text = " ".join(f"word{number}" for number in range(100))
    shown = marked(differences(f"First {text} last", f"New {text} end")).plain
    assert shown.startswith("[-First-]{+New+} word0 ")
    assert " … " in shown
    assert shown.endswith("word99 [-last-] {+end+}")
    assert len(shown.split()) < 40


def test_lists_and_tables_keep_their_lines_and_paragraphs_lose_their_breaks() -> None:
    text = "One\ntwo.\n\nThree:\n\n- a\n- b\n\n| A | B |\n|---|---|\n| 1 | 2 |"
    shown = "One two.\nThree:\n- a\n- b\n| A | B |\n|---|---|\n| 1 | 2 |"
    assert visible_lines(text) == shown

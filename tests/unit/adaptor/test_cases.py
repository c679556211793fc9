"""The cases of tests/cases/adaptor/."""

from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from manualkit.adaptor.merge import merge
from manualkit.adaptor.words import differences, joined, same_words, words_of
from manualkit.report.comparison import marked

CASES = Path(__file__).parents[2] / "cases" / "adaptor"
Expect = Callable[[Path, str, str, str], None]


def cases(name: str) -> pytest.MarkDecorator:
    listed = yaml.safe_load((CASES / name).read_text("utf-8"))["cases"]
    return pytest.mark.parametrize("case", listed, ids=[case["title"] for case in listed])


@cases("merge.yml")
def test_suggestion_holds_the_changes_of_both_or_names_each_conflict(
    case: dict[str, str], expect: Expect
) -> None:
    result = merge(case["then"], case["now"], case["yours"])
    text = "(none)" if result is None else result.text
    conflicts = [] if result is None else result.conflicts
    expect(CASES / "merge.yml", case["title"], "expected", text)
    expect(CASES / "merge.yml", case["title"], "conflicts", "\n".join(map(str, conflicts)))
    assert result is None or result.clean == (not conflicts)


@cases("merge.yml")
def test_where_the_core_stays_the_text_stays_letter_for_letter(case: dict[str, str]) -> None:
    result = merge(case["then"], case["then"], case["yours"])
    assert result is None or (result.clean and result.text == case["yours"])


@cases("merge.yml")
def test_where_the_context_changed_nothing_the_core_is_taken(case: dict[str, str]) -> None:
    result = merge(case["then"], case["now"], case["then"])
    assert result is not None
    assert result.clean
    assert same_words(result.text, case["now"])


@cases("differences.yml")
def test_differences_have_marks_that_need_no_colour(case: dict[str, str], expect: Expect) -> None:
    shown = marked(differences(case["before"], case["after"])).plain
    expect(CASES / "differences.yml", case["title"], "expected", shown)


@cases("merge.yml")
@pytest.mark.parametrize("small", [False, True], ids=["words", "pieces"])
def test_words_together_are_the_text(case: dict[str, str], *, small: bool) -> None:
    assert joined(words_of(case["yours"], small=small)) == case["yours"]

"""Every entry of `tests/cases/record/readable.yml` is a case. To add one, copy an entry."""

import dataclasses as dc
from pathlib import Path

import pytest
import yaml

from manualkit.adapt import adapt
from manualkit.compose.readable import readings
from manualkit.load import load_project
from manualkit.model.edition import Edition
from manualkit.validate import validate_project

TESTS = Path(__file__).parents[2]
CASES = yaml.safe_load((TESTS / "cases/record/readable.yml").read_text("utf-8"))["cases"]


@pytest.fixture(scope="module")
def demo() -> Edition:
    project, _ = validate_project(load_project(TESTS / "projects" / "good-minimal")[0])
    assert project is not None
    return adapt(project.core, project.contexts[0])[0]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["title"])
def test_text_is_read_with_the_words_of_its_side(case: dict[str, str], demo: Edition) -> None:
    then, now = readings(demo)
    assert (then.shown(case["typed"]), now.shown(case["typed"])) == (case["then"], case["now"])


def test_a_term_that_two_editions_changed_has_the_word_of_the_core_before(demo: Edition) -> None:
    term = next(change for change in demo.changes if change.action == "term")
    again = term.model_copy(update={"id": "DEM-099", "before": term.after, "after": "x, y"})
    later = dc.replace(demo, changes=(*demo.changes, again))
    assert readings(later)[0].shown("{{ helper.plural }}") == "helpers"

import pytest

from manualkit.model.finding import (
    Finding,
    InvalidProject,
    Location,
    Severity,
    did_you_mean,
    errors,
    nearest,
)

WHERE = Location("docs/terms.yml", 3, 5)


def test_location_is_written_as_editors_read_it() -> None:
    assert str(WHERE) == "docs/terms.yml:3:5"


def test_locations_are_in_the_order_of_files_and_lines() -> None:
    late, early = Location("a.yml", 10), Location("a.yml", 9)
    assert sorted([Location("b.yml"), late, early]) == [early, late, Location("b.yml")]


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        pytest.param("helpr", "helper", id="a letter lost"),
        pytest.param("hlper", "helper", id="another letter lost"),
        pytest.param("hhelper", "helper", id="a letter twice"),
        pytest.param("ehlper", "helper", id="two letters swapped"),
        pytest.param("BLOCK", "block", id="in capitals"),
        pytest.param("di", "id", id="the shortest key swapped"),
        pytest.param("i", "id", id="the shortest key cut"),
        pytest.param("Helpr", "Helper", id="a capital at the start"),
    ],
)
def test_misspelt_word_is_recognised(word: str, meant: str) -> None:
    assert nearest(word, ["Helper", "helper", "elder", "id", "block"]) == meant


def test_word_that_is_like_nothing_gets_the_other_hint() -> None:
    assert did_you_mean("zebra", ["helper", "elder"], "See docs.") == "See docs."
    assert did_you_mean("zebra", []) == ""


def test_only_errors_stop_a_build() -> None:
    bad = Finding("x", WHERE, "m", "h")
    mild = Finding("y", WHERE, "m", "h", Severity.WARNING)
    assert errors([mild, bad]) == [bad]


def test_invalid_project_carries_its_findings() -> None:
    finding = Finding("x", WHERE, "m", "h")
    assert InvalidProject([finding]).findings == (finding,)

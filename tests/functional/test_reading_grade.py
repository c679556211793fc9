"""The core manual and Liverpool's edition are read by people who learn English."""

import pytest
from reading import MOST, Block, excluded, grade, measured


@pytest.fixture(scope="module")
def editions() -> dict[str, list[Block]]:
    return measured()


@pytest.mark.parametrize("edition", ["core", "prosper-liverpool"])
def test_no_block_is_above_the_sixth_grade(editions: dict[str, list[Block]], edition: str) -> None:
    found = editions[edition]
    assert len({block.page for block in found}) > 60
    assert [block for block in found if block.grade > MOST] == []


def test_a_hard_sentence_is_above_the_sixth_grade() -> None:
    hard = "Facilitators should continuously encourage participants to articulate difficulties."
    assert grade([hard]) > 2 * MOST


def test_names_and_words_of_the_field_are_left_out() -> None:
    assert excluded().sub("name", "Wellbeing Mentors give supervision.") == "name give name."

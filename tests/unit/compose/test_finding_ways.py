"""The pages that lead to others, on the real manual and its adaptation."""

import re
from collections.abc import Callable, Mapping

import pytest

from manualkit.compose import Composition
from manualkit.model.finding import Finding

Adapted = tuple[list[Finding], Composition | None]
_REMOVED = """---
id: LIV-900
block: ms-do-silence
action: remove
summary: The hint about silence is left out.
reason: Here nobody sits in silence.
nature: [removing-skipping]
planned: planned-proactive
decided_by: [wellbeing-mentor]
core_impact: core-preserved
---
"""


@pytest.fixture
def find(real_edition: Adapted) -> str:
    _, composition = real_edition
    assert composition is not None
    return composition.pages["find"]


def part(page: str, name: str) -> str:
    """Return what stands below a heading, up to the next one."""
    return re.split(r"^##+ ", page.partition(f"{{#{name}}}")[2], maxsplit=1, flags=re.MULTILINE)[0]


def test_a_difficult_moment_leads_to_both_ways_of_meeting(find: str) -> None:
    crying = part(find, "find-crying")
    assert "(individual/session-1.md#i1-adversity-crying)" in crying
    assert "(group/session-1.md#g1-adversity-crying)" in crying


def test_safety_text_is_reached_by_its_page_so_that_no_head_of_it_is_translated(find: str) -> None:
    assert "(safety/safety.md)" in part(find, "find-danger")
    assert "safety.md#" not in find


def test_each_strategy_leads_to_sessions_of_both_manuals(find: str) -> None:
    ways = part(find, "find-strategies")
    assert ways.count("](strategies/") == 5
    assert "(group/session-2.md)" in ways
    assert "(individual/session-2.md)" in ways


def test_pictures_stand_in_the_order_of_their_numbers(find: str) -> None:
    numbers = re.findall(r"^(\d+)\. \[", part(find, "find-pictures"), re.MULTILINE)
    assert numbers[:9] == [str(number) for number in range(1, 10)]


def test_a_moment_for_which_an_edition_has_no_block_is_not_there(
    find: str, real_adaptation: Callable[[Mapping[str, str | None]], Adapted]
) -> None:
    assert "find-unsafe-silence" in find
    _, composition = real_adaptation({"changes/LIV-900.md": _REMOVED})
    assert composition is not None
    assert "find-unsafe-silence" not in composition.pages["find"]


def test_every_explained_word_has_a_place_of_its_own(real_edition: Adapted) -> None:
    _, composition = real_edition
    assert composition is not None
    words = composition.pages["words"]
    assert "## distress {#word-distress}" in words

from manualkit.model.block import Block, Kind
from manualkit.model.finding import Location
from manualkit.model.page import Page, PageHead, duplicate_ids


def block(block_id: str, line: int, minutes: int | None = None) -> Block:
    return Block(block_id, Kind.STEP, "", Location("a.md", line), minutes=minutes)


def test_minutes_of_a_page_are_those_of_its_steps() -> None:
    blocks = (block("a", 1, 10), block("b", 2), block("c", 3, 5))
    page = Page("x", PageHead(title="X", kind="page"), blocks, Location("a.md"))
    assert page.minutes == 15


def test_second_use_of_an_id_is_a_finding() -> None:
    (finding,) = duplicate_ids([block("a", 1), block("b", 2), block("a", 3)])
    assert (finding.code, finding.location.line) == ("id-twice", 3)
    assert "a.md:1:1" in finding.message


def test_block_without_id_is_no_second_use() -> None:
    assert duplicate_ids([block("", 1), block("", 2)]) == []

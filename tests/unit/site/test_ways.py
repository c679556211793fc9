"""Ways from a session to its strategy, and to the same strategy in the other manual."""

from collections.abc import Callable

import pytest

from manualkit.model.block import Kind, Lock
from manualkit.model.manifest import ManifestBlock, ManifestPage
from manualkit.model.page import PageKind
from manualkit.site.rendition import Rendition
from manualkit.site.ways import ways

Make = Callable[[str], Rendition]


def session(manual: str, number: int) -> ManifestPage:
    path = f"{manual}/session-{number}"
    title = f"{manual.capitalize()} session {number}"
    return ManifestPage(
        path=path, title=title, kind=PageKind.SESSION, manual=manual, session=number, digest="d"
    )


def step(name: str, page: str) -> ManifestBlock:
    return ManifestBlock(
        id=name, page=page, kind=Kind.STEP, lock=Lock.CORE, file="f", line=1, digest="d"
    )


@pytest.fixture
def made(rendition: Make) -> Rendition:
    base = rendition("en")
    steps = ["g6-review", "g7-sort", "g7-plan", "i3-sort", "i3-plan", "i4-review"]
    strategy = ManifestPage(
        path="strategies/problems",
        title="Problems",
        kind=PageKind.STRATEGY,
        digest="d",
        steps=steps,
    )
    pages = [
        strategy, session("group", 6), session("group", 7), session("individual", 3),
        session("individual", 4),
    ]  # fmt: skip
    place = {"g": "group", "i": "individual"}
    blocks = [step(name, f"{place[name[0]]}/session-{name[1]}") for name in steps]
    base.manifest.pages.extend(pages)
    base.manifest.blocks.extend(blocks)
    return base


def test_a_session_leads_to_its_strategy_and_to_the_other_manual(made: Rendition) -> None:
    found = ways(made, "group/session-7")
    assert [(str(way.name), [href for href, _ in way.links]) for way in found] == [
        ("Teaches", ["../../strategies/problems/"]),
        ("With one person", ["../../individual/session-3/"]),
    ]


def test_a_session_that_reviews_it_does_not(made: Rendition) -> None:
    assert ways(made, "individual/session-4") == []


def test_other_pages_have_no_ways(made: Rendition) -> None:
    assert ways(made, "strategies/problems") == []

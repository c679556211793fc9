"""Whatever differs between core and edition traces to a change, or it is found."""

import dataclasses as dc
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from manualkit.model.manifest import Manifest
from manualkit.pipeline import prepare
from manualkit.record import Compared, Composed, unrecorded
from manualkit.record.tree import nodes

Edit = Callable[[Manifest, dict[str, str]], None]
PAGE = "group/session-1"


def with_edition(compared: Compared, edit: Edit) -> Compared:
    """Return the comparison with an edition that somebody has tampered with."""
    manifest = compared.edition.manifest.model_copy(deep=True)
    pages = dict(compared.edition.pages)
    edit(manifest, pages)
    return dc.replace(compared, edition=Composed(manifest, pages))


def said(compared: Compared) -> list[str]:
    findings = unrecorded(compared)
    assert {finding.code for finding in findings} <= {"change-not-recorded"}
    return [finding.message.removesuffix(", and no change says so.") for finding in findings]


def test_record_of_the_small_project_is_complete(demo: Compared) -> None:
    assert unrecorded(demo) == []


def test_record_of_the_real_adaptations_is_complete(root: Path, today: date) -> None:
    for compared in prepare(root, today).compared.values():
        assert unrecorded(compared) == []


def test_tree_holds_every_block_of_the_manifest(demo: Compared) -> None:
    for composed in (demo.core, demo.edition):
        ids = {node.id for node in nodes(composed)}
        assert {block.id for block in composed.manifest.blocks} <= ids


def test_altered_word_is_found(demo: Compared) -> None:
    def edit(_: Manifest, pages: dict[str, str]) -> None:
        pages[PAGE] = pages[PAGE].replace("one day and one hour", "one day and two hours")

    assert said(with_edition(demo, edit)) == [
        f'The block "g1-plan-script" of the page "{PAGE}" differs from the core'
    ]


def test_lost_block_is_found(demo: Compared) -> None:
    def edit(_: Manifest, pages: dict[str, str]) -> None:
        head, rest = pages[PAGE].split("::: tip {#g1-plan-tip}")
        pages[PAGE] = head + rest.partition(":::\n")[2]

    assert said(with_edition(demo, edit)) == [
        f'The block "g1-plan-tip" of the page "{PAGE}" is missing, unlike in the core'
    ]


def test_added_block_is_found(demo: Compared) -> None:
    def edit(_: Manifest, pages: dict[str, str]) -> None:
        pages[PAGE] += "\n::: tip {#somebody}\nA thing nobody decided.\n:::\n"

    assert said(with_edition(demo, edit)) == [
        f'The block "somebody" of the page "{PAGE}" is not in the core'
    ]


def test_other_minutes_are_found(demo: Compared) -> None:
    def edit(_: Manifest, pages: dict[str, str]) -> None:
        pages[PAGE] = pages[PAGE].replace('minutes="15"', 'minutes="25"')

    assert said(with_edition(demo, edit)) == [
        f'The block "g1-plan" of the page "{PAGE}" differs from the core'
    ]


def test_other_title_is_found(demo: Compared) -> None:
    def edit(_: Manifest, pages: dict[str, str]) -> None:
        pages[PAGE] = pages[PAGE].replace("Session 1: Walking", "Session 1: Running")

    assert said(with_edition(demo, edit)) == [
        f'The head of the page "{PAGE}" differs from the core'
    ]


def test_other_order_is_found(demo: Compared) -> None:
    def edit(_: Manifest, pages: dict[str, str]) -> None:
        tip = "::: tip {#g1-plan-tip}\nA trip by bus costs {fare}.\n:::\n"
        assert tip in pages[PAGE]
        pages[PAGE] = pages[PAGE].replace(tip, "").replace("## Hear", f"{tip}\n## Hear")

    assert said(with_edition(demo, edit)) == [
        'The block "g1-plan-tip" stands in another place than in the core'
    ]


def test_lost_and_added_pages_are_found(demo: Compared) -> None:
    def edit(manifest: Manifest, _: dict[str, str]) -> None:
        safety = next(page for page in manifest.pages if page.path == "safety/safety")
        manifest.pages.remove(safety)
        manifest.pages.append(safety.model_copy(update={"path": "safety/other"}))

    def keep(manifest: Manifest, pages: dict[str, str]) -> None:
        edit(manifest, pages)
        pages["safety/other"] = pages["safety/safety"]

    found = said(with_edition(demo, keep))
    assert 'The page "safety/safety" of the core is missing' in found
    assert 'The page "safety/other" is not in the core' in found


@pytest.mark.parametrize(
    ("action", "what"),
    [
        ("term", 'The term "helper" differs from the core'),
        ("contact", 'The contact "crisis_line" differs from the core'),
        ("fact", 'The fact "fare" differs from the core'),
        ("picture", 'The picture "path" differs from the core'),
    ],
)
def test_value_whose_change_is_gone_is_found(demo: Compared, action: str, what: str) -> None:
    def edit(manifest: Manifest, _: dict[str, str]) -> None:
        manifest.changes[:] = [c for c in manifest.changes if c.action != action]

    assert what in said(with_edition(demo, edit))


def test_no_change_can_be_taken_out_of_the_record_unnoticed(demo: Compared) -> None:
    for gone in demo.edition.manifest.changes:

        def edit(manifest: Manifest, _: dict[str, str], gone: str = gone.id) -> None:
            manifest.changes[:] = [c for c in manifest.changes if c.id != gone]

        assert said(with_edition(demo, edit)), gone.id


def test_change_that_is_only_proposed_explains_nothing(demo: Compared) -> None:
    def edit(manifest: Manifest, _: dict[str, str]) -> None:
        manifest.changes[:] = [c.model_copy(update={"applied": False}) for c in manifest.changes]

    assert len(said(with_edition(demo, edit))) >= 9


def test_structure_of_a_whole_project_is_recorded(project: Callable[[str], Path]) -> None:
    compared = prepare(project("good-structure"), date(2026, 3, 1)).compared["demo"]
    assert unrecorded(compared) == []
    for gone in compared.edition.manifest.changes:

        def edit(manifest: Manifest, _: dict[str, str], gone: str = gone.id) -> None:
            manifest.changes[:] = [c for c in manifest.changes if c.id != gone]

        assert said(with_edition(compared, edit)), gone.id


def test_story_that_a_session_does_without_takes_its_scenes_along(minimal_project: Path) -> None:
    change = minimal_project / "adaptations/demo/changes/DEM-090.md"
    change.write_text(NO_STORY, "utf-8")
    compared = prepare(minimal_project, date(2026, 3, 1)).compared["demo"]
    ids = {node.id for node in nodes(compared.core)} - {node.id for node in nodes(compared.edition)}
    assert any(each.startswith("g1-story-") for each in ids)
    assert unrecorded(compared) == []

    def edit(manifest: Manifest, _: dict[str, str]) -> None:
        manifest.changes[:] = [c for c in manifest.changes if c.id != "DEM-090"]

    assert said(with_edition(compared, edit))


NO_STORY = """\
---
id: DEM-090
action: remove
block: g1-story
summary: The story is left out of the first session.
reason: The women read it together on another day.
nature: [removing-skipping]
planned: planned-proactive
decided_by: [plt]
core_impact: core-preserved
---
"""


def protected_words(compared: Compared) -> list[tuple[str, str]]:
    """Return page and word for each longer word of a block that no change touches."""
    changed = {block.id for block in compared.edition.manifest.blocks if block.change}
    core = {node.id for node in nodes(compared.in_words)}
    own = {page.path for page in compared.edition.manifest.pages if page.change}
    return [
        (node.page, word)
        for node in nodes(compared.edition)
        if node.id in core - changed and node.page not in own
        for word in node.text.split()
        if len(word) > 3 and word.isalpha() and word in compared.edition.pages[node.page]
    ]


@settings(max_examples=60, deadline=None)
@given(at=st.integers(0, 10_000))
def test_any_word_that_is_altered_in_an_unchanged_block_is_found(demo: Compared, at: int) -> None:
    words = protected_words(demo)
    page, word = words[at % len(words)]

    def edit(_: Manifest, pages: dict[str, str]) -> None:
        pages[page] = pages[page].replace(word, f"{word}x")

    assert said(with_edition(demo, edit))

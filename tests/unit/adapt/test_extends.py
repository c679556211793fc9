"""An adaptation that extends another one."""

import dataclasses as dc
from functools import cache
from pathlib import Path

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from manualkit.adapt import adapt
from manualkit.adapt.targets import targets_of
from manualkit.load import load_project
from manualkit.model.change import BlockChange
from manualkit.model.edition import Edition
from manualkit.model.finding import errors
from manualkit.model.manifest import ManifestChange
from manualkit.model.project import Context, Placed, Project, TextChange
from manualkit.model.raw import Source
from manualkit.validate import validate_project

PROJECTS = Path(__file__).parents[2] / "projects"


@cache
def minimal() -> Project:
    project, findings = validate_project(load_project(PROJECTS / "good-minimal")[0])
    assert findings == []
    assert project is not None
    return project


def parent_of(texts: list[TextChange]) -> Context:
    return dc.replace(minimal().contexts[0], texts=tuple(texts))


def child_of(parent: Context, texts: list[TextChange]) -> Context:
    """Return an adaptation that holds these texts alone and extends `parent`."""
    file = parent.adaptation.value.model_copy(
        update={"id": "town", "prefix": "TOW", "extends": "demo"}
    )
    adaptation = Placed(file, Source("adaptations/town/adaptation.yml"))
    return dc.replace(
        parent,
        adaptation=adaptation,
        folder="adaptations/town",
        terms=(),
        contacts=(),
        facts=(),
        pictures=(),
        case_studies=(),
        texts=tuple(texts),
        parents=(*parent.parents, parent),
    )


def change(change_id: str, block: str, action: str, **head: str) -> TextChange:
    record = BlockChange.model_validate(
        {
            "id": change_id,
            "block": block,
            "action": action,
            "summary": "One plain sentence.",
            "reason": "Because this town is another town.",
            "nature": ["tailoring"],
            "planned": "planned-proactive",
            "decided_by": ["plt"],
            "core_impact": "core-preserved",
            **head,
        }
    )
    folder = "demo" if change_id.startswith("DEM") else "town"
    source = Source(f"adaptations/{folder}/changes/{change_id}.md")
    return TextChange(record, f"The text of {change_id}.", source, 12)


def line(edition: Edition, change_id: str) -> ManifestChange:
    return next(line for line in edition.changes if line.id == change_id)


def text_of(edition: Edition, block: str) -> str:
    return edition.blocks()[block][1].text


def test_changes_of_the_extended_adaptation_are_the_editions_too() -> None:
    parent = parent_of([change("DEM-101", "g1-plan-example", "replace")])
    own = change("TOW-101", "g1-question", "add-after")
    edition, findings = adapt(minimal().core, child_of(parent, [own]))
    assert findings == []
    assert (edition.id, edition.extends) == ("town", ("demo",))
    assert text_of(edition, "g1-plan-example") == "The text of DEM-101."
    assert text_of(edition, "tow-101") == "The text of TOW-101."
    assert edition.terms["helper"].value.forms["singular"] == "walking guide"
    assert edition.pictures["path"].path == "adaptations/demo/images/street.svg"
    assert line(edition, "DEM-101").adaptation == "demo"
    assert line(edition, "TOW-101").adaptation == "town"


def test_own_change_may_address_a_block_that_the_extended_adaptation_added() -> None:
    parent = parent_of([change("DEM-101", "g1-question", "add-after")])
    own = [change("TOW-101", "dem-101", "replace"), change("TOW-102", "dem-101", "add-after")]
    edition, findings = adapt(minimal().core, child_of(parent, own))
    assert findings == []
    assert text_of(edition, "dem-101") == "The text of TOW-101."
    assert line(edition, "TOW-101").before == "The text of DEM-101."


def test_superseded_change_is_not_made_and_the_record_says_so() -> None:
    parent = parent_of([change("DEM-101", "g1-plan-example", "replace")])
    own = change("TOW-101", "g1-plan-example", "replace", supersedes="DEM-101")
    edition, findings = adapt(minimal().core, child_of(parent, [own]))
    assert findings == []
    assert line(edition, "TOW-101").before == "Ana walks to the well on Monday."
    gone = line(edition, "DEM-101")
    assert (gone.applied, gone.superseded_by, gone.target) == (False, "TOW-101", "g1-plan-example")


def test_added_block_goes_away_when_its_change_is_superseded() -> None:
    parent = parent_of([change("DEM-101", "g1-question", "add-after")])
    own = change("TOW-101", "g1-question", "add-after", supersedes="DEM-101")
    edition, findings = adapt(minimal().core, child_of(parent, [own]))
    assert findings == []
    assert "dem-101" not in edition.blocks()
    assert "tow-101" in edition.blocks()


def test_proposed_change_supersedes_nothing_yet() -> None:
    parent = parent_of([change("DEM-101", "g1-plan-example", "replace")])
    own = change("TOW-101", "g1-plan-example", "replace", supersedes="DEM-101", status="proposed")
    edition, findings = adapt(minimal().core, child_of(parent, [own]))
    assert findings == []
    assert text_of(edition, "g1-plan-example") == "The text of DEM-101."


def test_an_earlier_change_of_the_same_adaptation_can_be_superseded() -> None:
    old = change("DEM-101", "g1-plan-example", "replace")
    new = change("DEM-102", "g1-plan-example", "replace", supersedes="DEM-101")
    edition, findings = adapt(minimal().core, parent_of([old, new]))
    assert findings == []
    assert text_of(edition, "g1-plan-example") == "The text of DEM-102."
    assert line(edition, "DEM-101").superseded_by == "DEM-102"


def test_what_a_parent_superseded_stays_so_for_those_that_extend_it() -> None:
    first = parent_of([change("DEM-101", "g1-plan-example", "replace")])
    own = change("TOW-101", "g1-plan-example", "replace", supersedes="DEM-101")
    middle = child_of(first, [own])
    last = dc.replace(child_of(middle, []), parents=(first, middle))
    edition, findings = adapt(minimal().core, last)
    assert findings == []
    assert text_of(edition, "g1-plan-example") == "The text of TOW-101."


def test_faults_of_the_extended_adaptation_are_told_with_its_own_edition_only() -> None:
    parent = parent_of([change("DEM-101", "g1-plan-script", "replace")])
    assert [f.code for f in adapt(minimal().core, parent)[1]] == ["locked-block"]
    assert adapt(minimal().core, child_of(parent, []))[1] == []


def test_change_of_a_block_that_a_later_change_adds_is_not_lost() -> None:
    texts = [
        change("DEM-100", "dem-102", "add-after"),
        change("DEM-101", "dem-102", "replace"),
        change("DEM-102", "g1-question", "add-after"),
    ]
    edition, findings = adapt(minimal().core, parent_of(texts))
    assert findings == []
    assert text_of(edition, "dem-102") == "The text of DEM-101."
    assert "dem-100" in edition.blocks()
    assert {"DEM-100", "DEM-101", "DEM-102"} <= {line.id for line in edition.changes}


def test_changes_that_wait_for_each_other_are_findings() -> None:
    texts = [
        change("DEM-100", "dem-101", "add-after"),
        change("DEM-101", "dem-100", "add-after"),
        change("DEM-102", "dem-102", "replace"),
    ]
    assert [f.code for f in adapt(minimal().core, parent_of(texts))[1]] == ["unknown-block"] * 3


IDS = [b.id for page in minimal().core.pages.values() for b in page.blocks if not b.locked]
PAIRS = st.lists(
    st.tuples(
        st.sampled_from([*IDS, "dem-100", "dem-101"]),
        st.sampled_from(("replace", "add-before", "add-after", "remove")),
    ),
    max_size=4,
)


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(PAIRS, PAIRS)
def test_parent_then_child_is_one_adaptation_that_holds_both(
    theirs: list[tuple[str, str]], ours: list[tuple[str, str]]
) -> None:
    parents = [change(f"DEM-{n}", *pair) for n, pair in enumerate(theirs, 100)]
    own = [change(f"TOW-{n}", *pair) for n, pair in enumerate(ours, 100)]
    chain, faults = adapt(minimal().core, child_of(parent_of(parents), own))
    whole, whole_faults = adapt(minimal().core, parent_of([*parents, *own]))
    assume(not errors(whole_faults))
    assert faults == []
    assert chain.pages == whole.pages
    assert chain.pictures == whole.pictures
    assert {c.id: (c.before, c.after) for c in chain.changes} == {
        c.id: (c.before, c.after) for c in whole.changes
    }


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(PAIRS, PAIRS)
def test_nothing_is_overridden_without_a_word(
    theirs: list[tuple[str, str]], ours: list[tuple[str, str]]
) -> None:
    parents = [change(f"DEM-{n}", *pair) for n, pair in enumerate(theirs, 100)]
    own = [change(f"TOW-{n}", *pair) for n, pair in enumerate(ours, 100)]
    edition, _ = adapt(minimal().core, child_of(parent_of(parents), own))
    made = {line.id for line in edition.changes if line.applied}
    for mine in own:
        for other in parents:
            if targets_of(mine.record) & targets_of(other.record):
                assert not {mine.record.id, other.record.id} <= made

"""A town that extends an adaptation with pages, copies and other minutes of its own."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import polib
import pytest
from click.testing import CliRunner

from manualkit.cli.app import main
from manualkit.model.manifest import Manifest
from manualkit.pipeline import Prepared, prepare

Project = Callable[[str], Path]
Town = Callable[[dict[str, str]], Path]
RECORD = """\
summary: Something is different in this town.
reason: The people of this town need it so.
nature: [tailoring]
planned: planned-proactive
decided_by: [plt]
core_impact: core-preserved
"""


@pytest.fixture
def town(project: Project) -> Town:
    """Return a function that makes a project with a town that extends `demo`."""

    def make(changes: dict[str, str]) -> Path:
        root = project("good-structure")
        folder = root / "adaptations" / "town"
        (folder / "changes").mkdir(parents=True)
        text = (root / "adaptations/demo/adaptation.yml").read_text("utf-8")
        text = text.replace("id: demo", "id: town\nextends: demo").replace("DEM", "TOW")
        (folder / "adaptation.yml").write_text(text, "utf-8")
        for name, text in changes.items():
            head, _, body = text.partition("\n\n")
            file = folder / "changes" / f"{name}.md"
            file.write_text(f"---\nid: {name}\n{head}\n{RECORD}---\n{body}", "utf-8")
        return root

    return make


def manifests(prepared: Prepared) -> dict[str, Manifest]:
    return {manifest.edition.id: manifest for manifest in prepared.manifests}


def test_town_without_a_change_reads_as_what_it_extends(town: Town, today: date) -> None:
    prepared = prepare(town({}), today)
    assert prepared.findings == ()
    pages = {c.manifest.edition.id: dict(c.pages) for c in prepared.compositions}
    for edition in ("demo", "town"):
        pages[edition].pop("about")
        pages[edition].pop("index")
    # A checklist tells its edition.
    told = {path: text.replace("`town`", "`demo`") for path, text in pages["town"].items()}
    assert told == pages["demo"]
    assert manifests(prepared)["town"].nav == manifests(prepared)["demo"].nav


def test_town_changes_pages_and_copies_of_what_it_extends(town: Town, today: date) -> None:
    changes = {
        "TOW-001": "block: dem-anger-talk\naction: replace\n\nAsk who helps.",
        "TOW-002": "block: dem-056-g2-breathe-tip\naction: add-after\nkind: note\n\nOpen a window.",
        "TOW-003": "action: retime\npage: group/family-evening\nminutes: {dem-family-talk: '26'}",
    }
    prepared = prepare(town(changes), today)
    assert prepared.findings == ()
    pages = {c.manifest.edition.id: c.pages for c in prepared.compositions}
    assert "Ask who helps." in pages["town"]["group/module-anger"]
    assert "Open a window." in pages["town"]["group/session-3"]
    assert 'minutes="26"' in pages["town"]["group/family-evening"]
    assert "Ask what helps." in pages["demo"]["group/module-anger"]


def test_two_wishes_for_one_order_or_one_time_are_conflicts(town: Town, today: date) -> None:
    changes = {
        "TOW-001": "action: reorder\npage: group/session-1\nsteps: [g1-hear, g1-plan]",
        "TOW-002": "action: retime\npage: group/session-2-breathing\nminutes: {g2-breathe: '12'}",
    }
    found = prepare(town(changes), today).findings
    assert {finding.code for finding in found} == {"extends-conflict"}
    assert [finding.message for finding in found] == [
        f"The {thing} already has a change: {change} of demo, which you extend."
        for thing, change in (
            ('order of the steps of "group/session-1"', "DEM-054"),
            ('time of the step "g2-breathe"', "DEM-058"),
        )
    ]


def test_superseded_order_is_that_of_the_core_again(town: Town, today: date) -> None:
    change = "action: reorder\npage: group/session-1\nsteps: [g1-hear, g1-plan]"
    prepared = prepare(town({"TOW-001": f"{change}\nsupersedes: DEM-054"}), today)
    blocks = [b.id for b in manifests(prepared)["town"].blocks if b.page == "group/session-1"]
    assert blocks.index("g1-hear") < blocks.index("g1-plan")


def test_catalogue_of_the_town_holds_what_is_its_own(town: Town) -> None:
    root = town({"TOW-001": "block: dem-anger-talk\naction: replace\n\nAsk who helps."})
    command = ["translate", "update", "--root", str(root), "--today", "2026-03-01", "--quiet"]
    assert CliRunner().invoke(main, command).exit_code == 0
    found = {
        name: {entry.msgid for entry in polib.pofile(str(root / f"locale/fr/{name}.po"))}
        for name in ("demo", "town")
    }
    assert "Ask what helps." in found["demo"]
    assert "Ask who helps." in found["town"]
    assert not found["demo"] & found["town"]

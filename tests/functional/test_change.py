"""`manualkit change`: begin a change, as an adaptor does it."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner, Result

from manualkit.cli import main

Project = Callable[[str], Path]
DEMO = "adaptations/demo"
FILLED = {
    '"FIXME: what is different, one plain sentence"': "It is another picture of the day.",
    '"FIXME: why your context needs it, one plain sentence"': "People here know another day.",
    "nature: [FIXME]": "nature: [tailoring]",
    "planned: FIXME": "planned: planned-proactive",
    "decided_by: [FIXME]": "decided_by: [plt]",
    "core_impact: FIXME": "core_impact: core-preserved",
    "FIXME: your text.": "Look for shade.",
}


def run(root: Path, *command: str) -> Result:
    return CliRunner().invoke(main, [*command, "--root", str(root), "--today", "2026-03-01"])


def fill(file: Path) -> None:
    """Do what a person does with the file."""
    text = file.read_text("utf-8")
    for asked, answer in FILLED.items():
        text = text.replace(asked, answer)
    file.write_text(text, "utf-8")


def codes(root: Path) -> set[str]:
    return {f["code"] for f in json.loads(run(root, "check", "--format", "json").output)}


def words(result: Result) -> str:
    return " ".join(result.output.split())


def test_file_holds_the_core_text_and_its_stamp(project: Project) -> None:
    root = project("good-minimal")
    result = run(root, "change", "demo", "g1-plan-tip")
    assert result.exit_code == 0
    assert f"wrote {DEMO}/changes/DEM-041.md" in result.output
    text = (root / DEMO / "changes/DEM-041.md").read_text("utf-8")
    assert text.endswith("\n---\nA trip by bus costs {fare}.\n")
    assert "# One of: core-preserved, unknown.\n" in text
    kept = root / DEMO / "changes/.base/DEM-041.md"
    assert kept.read_text("utf-8") == "A trip by bus costs {fare}.\n"
    assert codes(root) >= {"fixme-left", "bad-value"}


def test_filled_in_it_has_no_finding(project: Project) -> None:
    root = project("good-minimal")
    run(root, "change", "demo", "g1-plan-tip")
    file = root / DEMO / "changes/DEM-041.md"
    fill(file)
    assert codes(root) == {"same-as-core"}
    file.write_text(file.read_text("utf-8").replace("A trip by bus", "A trip by boat"), "utf-8")
    assert codes(root) == set()
    assert run(root, "diff", "demo", "DEM-041").exit_code == 0


def test_every_optional_line_can_be_used_as_it_stands(project: Project) -> None:
    root = project("good-minimal")
    run(root, "change", "demo", "g1-objective", "--action", "add-after", "--kind", "tip")
    file = root / DEMO / "changes/DEM-041.md"
    fill(file)
    assert codes(root) == set()
    # These need a name of this project; a line that begins with "# " and a letter is prose.
    prose = re.compile(r"# \S|#(supersedes|since_version|reviewed_translation|core_elements)")
    lines = [
        line if prose.match(line) else line.removeprefix("#")
        for line in file.read_text("utf-8").split("\n")
    ]
    file.write_text("\n".join(lines), "utf-8")
    assert yaml.safe_load(file.read_text("utf-8").split("---")[1])["evidence"]
    assert codes(root) == set()


@pytest.mark.parametrize(
    ("command", "why", "instead"),
    [
        pytest.param(
            ["g1-plan-script"],
            "locked (core) in docs/group/session-1.md:27:1",
            "manualkit change demo g1-plan-script --action add-after --kind tip",
            id="core",
        ),
        pytest.param(
            ["safety-steps", "--action", "add-after"],
            "nothing is added around it",
            "--contact crisis_line",
            id="beside safety",
        ),
        pytest.param(["g1-plan-tpi"], "no block", 'Did you mean "g1-plan-tip"?', id="unknown"),
        pytest.param(["g1-plan-example"], "DEM-020", "Change that one.", id="second"),
        pytest.param(["g1-plan-note"], "DEM-023", "Change that one.", id="removed already"),
        pytest.param(["g1-story"], "is a story", "--case-study walk --variant", id="story"),
        pytest.param(["g1-question", "--action", "remove"], "needs it", "Replace", id="needed"),
        pytest.param(["g1-plan-tip", "--language", "zz"], "no language", "languages", id="zz"),
        pytest.param(["--term", "helper"], "DEM-001", "terms.yml:2", id="second term"),
        pytest.param(["--term", "hepler"], "no term", 'Did you mean "helper"?', id="no term"),
        pytest.param(["--fact", "fare"], "DEM-011", "Change that one.", id="second fact"),
        pytest.param(["--contact", "night_line"], "no contact", "add --new", id="no contact"),
        pytest.param(["--picture", "path"], "DEM-030", "Change that one.", id="second picture"),
        pytest.param(["--picture", "hill"], "no picture", "Known: path.", id="no picture"),
        pytest.param(
            ["--case-study", "walk", "--variant", "male"], "DEM-040", "Change", id="second story"
        ),
    ],
)  # fmt: skip
def test_what_cannot_be_is_refused_with_what_can(
    project: Project, command: list[str], why: str, instead: str
) -> None:
    root = project("good-minimal")
    before = {path: path.read_bytes() for path in (root / DEMO).rglob("*") if path.is_file()}
    result = run(root, "change", "demo", *command)
    assert result.exit_code == 1
    assert why in words(result)
    assert instead in words(result)
    after = {path: path.read_bytes() for path in (root / DEMO).rglob("*") if path.is_file()}
    assert after == before


def test_change_that_is_not_filled_in_counts_as_one(project: Project) -> None:
    root = project("good-minimal")
    run(root, "change", "demo", "g1-plan-tip")
    again = run(root, "change", "demo", "g1-plan-tip", "--action", "remove")
    assert again.exit_code == 1
    assert "DEM-041" in again.output
    assert run(root, "change", "demo", "--term", "client").exit_code == 0
    assert "- id: DEM-042\n" in (root / DEMO / "terms.yml").read_text("utf-8")


def test_entries_keep_what_stands_in_the_file(project: Project) -> None:
    root = project("good-minimal")
    before = (root / DEMO / "contacts.yml").read_text("utf-8")
    assert run(root, "change", "demo", "--contact", "night_line", "--new").exit_code == 0
    text = (root / DEMO / "contacts.yml").read_text("utf-8")
    start = before.index("facts:")
    assert text.startswith(before[:start])
    assert text.endswith(before[start:])
    assert "contact: night_line" in text


def test_another_picture_and_another_story_say_what_is_missing(project: Project) -> None:
    root = project("good-minimal")
    (root / DEMO / "changes/DEM-030.md").unlink()
    assert run(root, "change", "demo", "--picture", "path").exit_code == 0
    assert run(root, "change", "demo", "--case-study", "walk", "--variant", "town").exit_code == 0
    story = (root / DEMO / "case-studies/walk-town.md").read_text("utf-8")
    assert "\nvariant: town\n" in story
    assert "{#walk-town-start " in story
    for file in (root / DEMO / "changes").glob("DEM-04*.md"):
        fill(file)
    assert codes(root) == {"fixme-left", "picture-missing", "rights-picture-licence"}


def test_text_in_one_language_asks_what_it_says_in_english(project: Project) -> None:
    root = project("good-minimal")
    assert run(root, "change", "demo", "g1-plan-tip", "--language", "fr").exit_code == 0
    text = (root / DEMO / "changes/DEM-041.md").read_text("utf-8")
    assert '\nlanguage: fr\nback_translation: "FIXME: what your text says' in text


@pytest.mark.parametrize(
    "command",
    [
        pytest.param([], id="nothing"),
        pytest.param(["g1-plan-tip", "--term", "helper"], id="two things"),
        pytest.param(["g1-plan-tip", "--kind", "tip"], id="kind of a replaced block"),
        pytest.param(["--case-study", "walk"], id="story without a variant"),
        pytest.param(["g1-plan-tip", "--action", "delete"], id="no action"),
    ],
)
def test_wrong_use_ends_with_2(project: Project, command: list[str]) -> None:
    assert run(project("good-minimal"), "change", "demo", *command).exit_code == 2


@pytest.fixture
def town(project: Project) -> Path:
    """A project with an adaptation that stands on another one."""
    root = project("good-minimal")
    folder = root / "adaptations" / "town"
    folder.mkdir()
    text = (root / DEMO / "adaptation.yml").read_text("utf-8")
    text = text.replace("id: demo", "id: town\nextends: demo").replace("DEM", "TWN")
    (folder / "adaptation.yml").write_text(text, "utf-8")
    return root


def test_what_an_extended_adaptation_replaced_is_superseded(town: Path) -> None:
    assert run(town, "change", "town", "g1-plan-example").exit_code == 0
    file = town / "adaptations/town/changes/TWN-001.md"
    fill(file)
    text = file.read_text("utf-8")
    assert "\nsupersedes: DEM-020\n" in text
    assert text.endswith("\n---\nAna walks to the bus stop on Monday.\n")
    assert codes(town) == set()
    assert run(town, "diff", "town").exit_code == 0


def test_block_that_an_extended_adaptation_added_can_be_changed(town: Path) -> None:
    assert run(town, "change", "town", "dem-022").exit_code == 0
    file = town / "adaptations/town/changes/TWN-001.md"
    fill(file)
    assert file.read_text("utf-8").endswith("\n---\nA {{ helper }} can offer an umbrella.\n")
    assert "base:" not in file.read_text("utf-8")
    assert codes(town) == set()
    (found,) = json.loads(run(town, "diff", "town", "--format", "json").output)
    assert found["state"] == "fits"
    again = run(town, "accept", "town", "TWN-001")
    assert again.exit_code == 1
    assert "not one of the core" in again.output

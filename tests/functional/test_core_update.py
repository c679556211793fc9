"""`manualkit core-update`: what still fits when the core has changed."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner, Result

from manualkit.cli import main

Project = Callable[[str], Path]
DEMO = "adaptations/demo"
FILE = Path(__file__).parents[1] / "cases" / "adaptor" / "core-update.yml"
CASES = yaml.safe_load(FILE.read_text("utf-8"))["cases"]


def run(root: Path, *command: str) -> Result:
    return CliRunner().invoke(main, [*command, "--root", str(root), "--today", "2026-03-01"])


def states(root: Path) -> dict[str, str]:
    return {change["id"]: change["state"] for change in listed(root)["changes"]}


def listed(root: Path) -> dict[str, Any]:
    (update,) = json.loads(run(root, "core-update", "--format", "json").output)
    assert isinstance(update, dict)
    return update


def edit(root: Path, file: str, old: str, new: str) -> None:
    text = (root / file).read_text("utf-8")
    assert old in text
    (root / file).write_text(text.replace(old, new), "utf-8")


@pytest.fixture
def accepted(project: Project) -> Path:
    """A project in which every change stands on the core of today."""
    root = project("good-minimal")
    assert run(root, "accept", "demo", "--all-fitting").exit_code == 0
    return root


def test_changes_without_a_base_are_not_stamped_and_need_a_person(project: Project) -> None:
    root = project("good-minimal")
    result = run(root, "core-update")
    assert result.exit_code == 1
    assert "manualkit accept demo --all-fitting" in " ".join(result.output.split())
    assert set(states(root).values()) == {"fits", "not stamped"}


def test_where_all_fits_nobody_has_to_do_anything(accepted: Path) -> None:
    result = run(accepted, "core-update")
    assert result.exit_code == 0
    assert "Nothing to do." in result.output
    assert run(accepted, "core-update", "--quiet").output == ""


@pytest.mark.parametrize("case", CASES, ids=[case["title"] for case in CASES])
def test_each_change_says_how_it_stands_to_the_core(accepted: Path, case: dict[str, str]) -> None:
    edit(accepted, case["file"], case["old"], case["new"])
    found = next(entry for entry in listed(accepted)["changes"] if entry["id"] == case["change"])
    assert found["state"] == case["state"]
    assert case["note"] in found["note"]
    assert found["next"]
    assert run(accepted, "core-update").exit_code == 1


def test_version_is_stamped_once_everything_fits(accepted: Path) -> None:
    edit(accepted, "docs/manual.yml", '"1.0.0"', '"1.1.0"')
    edit(accepted, f"{DEMO}/adaptation.yml", '"1.0.0"', "1.0.0  # May")
    assert "core-version" in run(accepted, "check").output
    before = (accepted / DEMO / "adaptation.yml").read_text("utf-8")
    assert run(accepted, "core-update").exit_code == 1
    assert run(accepted, "core-update", "demo", "--stamp").exit_code == 0
    after = (accepted / DEMO / "adaptation.yml").read_text("utf-8")
    assert after == before.replace("core_version: 1.0.0  # May", 'core_version: "1.1.0"  # May')
    assert "No findings." in run(accepted, "check").output


def test_version_is_not_stamped_while_something_is_stale(accepted: Path) -> None:
    edit(accepted, "docs/manual.yml", '"1.0.0"', '"1.1.0"')
    edit(accepted, "docs/group/session-1.md", "to the well", "to the river")
    before = (accepted / DEMO / "adaptation.yml").read_bytes()
    assert run(accepted, "core-update", "--stamp").exit_code == 1
    assert (accepted / DEMO / "adaptation.yml").read_bytes() == before


def test_pages_that_a_change_names_must_stand_in_the_core(accepted: Path) -> None:
    head = (accepted / DEMO / "changes/DEM-030.md").read_text("utf-8")
    record = head[head.index("summary:") :]
    text = (
        f"---\nid: DEM-060\naction: retime\npage: group/sesion-1\nminutes: {{g1-hear: 5}}\n{record}"
    )
    (accepted / DEMO / "changes/DEM-060.md").write_text(text, "utf-8")
    found = next(entry for entry in listed(accepted)["changes"] if entry["id"] == "DEM-060")
    assert found["state"] == "conflict"
    assert 'Did you mean "group/session-1"?' in found["note"]


def test_file_that_cannot_be_read_is_not_passed_over(accepted: Path) -> None:
    edit(accepted, "docs/manual.yml", '"1.0.0"', '"1.1.0"')
    edit(accepted, f"{DEMO}/changes/DEM-020.md", "nature: [tailoring]", "nature: [tayloring]")
    before = (accepted / DEMO / "adaptation.yml").read_bytes()
    result = run(accepted, "core-update", "--stamp")
    assert result.exit_code == 1
    assert "Run `manualkit check demo` first." in " ".join(result.output.split())
    assert listed(accepted)["faults"] == 1
    assert (accepted / DEMO / "adaptation.yml").read_bytes() == before
    assert "Some files of demo have errors" in run(accepted, "diff", "demo").output

"""The sample adaptation, and what happens to it when the core changes below it."""

import json
import re
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from manualkit.cli import main
from manualkit.model.digest import text_digest

REPOSITORY = Path(__file__).parents[2]
NAME = "prosper-liverpool"


def run(root: Path, *command: str) -> Result:
    return CliRunner().invoke(main, [*command, "--root", str(root), "--today", "2026-03-01"])


@pytest.fixture
def real(tmp_path: Path) -> Path:
    """This repository's own manual and its adaptations."""
    for name in ("docs", "adaptations"):
        shutil.copytree(REPOSITORY / name, tmp_path / name)
    (tmp_path / "templates").symlink_to(REPOSITORY / "templates")
    return tmp_path


def test_every_change_keeps_the_core_text_that_it_was_written_against() -> None:
    folder = REPOSITORY / "adaptations" / NAME / "changes"
    kept = {}
    for file in sorted(folder.glob("*.md")):
        base = re.search(r'(?m)^base: "(\w+)"', file.read_text("utf-8"))
        if base:
            text = (folder / ".base" / file.name).read_text("utf-8")
            kept[file.stem] = base[1] == text_digest(text)
    assert len(kept) > 15
    assert set(kept.values()) == {True}


def test_core_edit_is_found_shown_and_accepted(real: Path) -> None:
    run(real, "accept", NAME, "--all-fitting")
    page = real / "docs" / "group" / "session-2.md"
    old = "| Loneliness | I eat alone every Friday. |"
    text = page.read_text("utf-8")
    assert text.count(old) == 1
    page.write_text(text.replace(old, f"{old}\n| Noise | The music begins at midnight. |"), "utf-8")
    assert "stale-change" in run(real, "check", NAME).output
    (found,) = json.loads(run(real, "diff", NAME, "LIV-016", "--format", "json").output)
    assert found["state"] == "stale"
    assert any("midnight" in piece["text"] for piece in found["core_change"])
    listed = json.loads(run(real, "core-update", NAME, "--format", "json").output)[0]["changes"]
    assert [c["id"] for c in listed if c["state"] == "stale"] == ["LIV-016"]
    assert run(real, "accept", NAME, "LIV-016").exit_code == 0
    assert run(real, "core-update", NAME).exit_code == 0


def test_new_then_change_then_check(real: Path) -> None:
    shutil.rmtree(real / "adaptations" / NAME)
    assert run(real, "new", "my-town", "--yes").exit_code == 0
    assert run(real, "change", "my-town", "g2-choose-example").exit_code == 0
    found = json.loads(run(real, "check", "my-town", "--format", "json").output)
    mine = {f["code"] for f in found if f["location"]["file"].startswith("adaptations/my-town/")}
    assert mine == {"fixme-left", "bad-value"}

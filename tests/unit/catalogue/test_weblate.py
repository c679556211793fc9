"""The sample Weblate component in CONTRIBUTING fits the catalogues and the checks."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from manualkit.catalogue.marks import FOOTNOTE, PLACEHOLDER


@pytest.fixture
def component(root: Path) -> dict[str, Any]:
    """Read the block of JSON."""
    found = re.search(
        r"```json\n(.*?)```", (root / "CONTRIBUTING.md").read_text("utf-8"), re.DOTALL
    )
    assert found
    read: dict[str, Any] = json.loads(found[1])
    return read


def test_every_language_has_the_file(component: dict[str, Any], root: Path) -> None:
    languages = {path.name for path in (root / "locale").iterdir() if path.is_dir()}
    assert {path.parent.name for path in root.glob(component["filemask"])} == languages


def test_placeholders_are_those_of_our_checks(component: dict[str, Any]) -> None:
    found = re.search(r'placeholders:r"(.*)"', component["check_flags"])
    assert found
    theirs = re.compile(found[1])
    for text in ("{crisis_line}", "⟨12⟩", "[^1]", "(a)", "[a](b.md)", "{}", "⟨a⟩"):
        ours = PLACEHOLDER.fullmatch(text) or FOOTNOTE.fullmatch(text)
        assert bool(theirs.fullmatch(text)) is bool(ours)

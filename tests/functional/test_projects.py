"""Whole small projects, one for each fault: see tests/projects/README.md."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from manualkit.pipeline import prepare
from manualkit.report.findings import as_text

PROJECTS = Path(__file__).parents[1] / "projects"
NAMES = sorted(path.name for path in PROJECTS.iterdir() if path.is_dir())


@pytest.mark.parametrize("name", NAMES)
def test_project_has_exactly_the_expected_findings(
    name: str,
    project: Callable[[str], Path],
    today: date,
    compare: Callable[[str, Path], None],
) -> None:
    findings = sorted(prepare(project(name), today).findings, key=lambda f: (f.location, f.code))
    text = "\n\n".join(as_text(finding) for finding in findings) or "No findings."
    compare(f"{text}\n", PROJECTS / name / "expected-findings.txt")


def test_every_bad_project_has_a_finding_and_every_good_one_has_none() -> None:
    clean = {
        name: (PROJECTS / name / "expected-findings.txt").read_text("utf-8") == "No findings.\n"
        for name in NAMES
    }
    assert clean == {name: name.startswith("good-") for name in NAMES}


def test_there_are_enough_faults() -> None:
    assert sum(name.startswith("bad-") for name in NAMES) >= 20

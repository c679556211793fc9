"""The cases of tests/cases/validate/."""

from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from manualkit.load import load_project
from manualkit.report.findings import as_text
from manualkit.validate import validate_project

FILES = sorted((Path(__file__).parents[2] / "cases" / "validate").glob("*.yml"))
CASES = [
    pytest.param(file, case, id=f"{file.stem}: {case['title']}")
    for file in FILES
    for case in yaml.safe_load(file.read_text("utf-8"))["cases"]
]


@pytest.mark.parametrize(("file", "case"), CASES)
def test_file_leads_to_these_findings(
    file: Path,
    case: dict[str, str],
    write_tree: Callable[[dict[str, str]], Path],
    expect: Callable[[Path, str, str, str], None],
) -> None:
    raw, findings = load_project(write_tree({case["file"]: case["text"]}))
    findings += validate_project(raw)[1]
    mine = [f for f in dict.fromkeys(findings) if f.location.file == case["file"]]
    text = "\n".join(as_text(f) for f in sorted(mine, key=lambda f: (f.location, f.code)))
    expect(file, case["title"], "findings", text + "\n" if text else "")

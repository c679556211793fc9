"""The cases of tests/cases/compose/."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from manualkit.compose.words import Words
from manualkit.model.finding import Location
from manualkit.model.manual import Term
from manualkit.report.findings import as_text

FILES = sorted((Path(__file__).parents[2] / "cases" / "compose").glob("*.yml"))
CASES = [
    pytest.param(file, case, id=f"{file.stem}: {case['title']}")
    for file in FILES
    for case in yaml.safe_load(file.read_text("utf-8"))["cases"]
]
TERMS = [
    Term(id="helper", forms={"singular": "walking guide", "plural": "walking guides"}, meaning="M"),
    Term(id="tea_place", forms={"singular": "community cafe"}, meaning="M"),
    Term(id="supervisor", forms={"singular": "mentor"}, meaning="M", in_safety=True),
]


@pytest.mark.parametrize(("file", "case"), CASES)
def test_words_are_filled_in_or_refused(
    file: Path, case: dict[str, Any], expect: Callable[[Path, str, str, str], None]
) -> None:
    words = Words({term.id: term for term in TERMS}, {"edition": {"id": "demo"}})
    filled = words.fill(case["text"], Location("x.md", 5, 3), safety=case.get("safety", False))
    found = "\n".join(as_text(finding) for finding in words.findings)
    expect(file, case["title"], "findings", found)
    if not found:
        expect(file, case["title"], "result", filled)


def test_faulty_text_stays_as_typed() -> None:
    words = Words({}, {})
    assert words.fill("Ask a {{ helper }}.", Location("x.md")) == "Ask a {{ helper }}."

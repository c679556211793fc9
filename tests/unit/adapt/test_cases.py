"""The cases of tests/cases/adapt/."""

import dataclasses as dc
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from manualkit.adapt import adapt
from manualkit.check.protected import protected_findings
from manualkit.load import load_project
from manualkit.load.markdown_page import read_page, split_head
from manualkit.model.block import Block
from manualkit.model.project import Core
from manualkit.model.raw import RawChange, RawProject
from manualkit.report.findings import as_text
from manualkit.validate.context import validate_context
from manualkit.validate.core import validate_core

TESTS = Path(__file__).parents[2]
FILES = sorted((TESTS / "cases" / "adapt").glob("*.yml"))
CASES = [
    pytest.param(file, document["manual"], case, id=f"{file.stem}: {case['title']}")
    for file in FILES
    for document in [yaml.safe_load(file.read_text("utf-8"))]
    for case in document["cases"]
]
SESSION = "group/session-1"
HEAD = "---\ntitle: T\nkind: session\nmanual: group\nsession: 1\nminutes: 10-30\n---\n"


@cache
def minimal() -> RawProject:
    return load_project(TESTS / "projects" / "good-minimal")[0]


def core_with(manual: str) -> Core:
    page, faults = read_page(HEAD + manual, SESSION, f"docs/{SESSION}.md")
    assert faults == []
    others = [other for other in minimal().pages if other.path != SESSION]
    core, faults = validate_core(dc.replace(minimal(), pages=(page, *others)))
    assert faults == []
    assert core is not None
    return core


def change_of(text: str, number: int) -> RawChange:
    head, body, line, faults = split_head(text, f"changes/DEM-{number:03}.md")
    assert faults == []
    return RawChange(head, body.strip("\n"), line)


def line_of(block: Block) -> str:
    change = f" ({block.change})" if block.change else ""
    return f"{block.id} {block.kind} {block.lock}{change}: {block.text}".strip()


@pytest.mark.parametrize(("file", "manual", "case"), CASES)
def test_blocks_of_the_edition(
    file: Path, manual: str, case: dict[str, Any], expect: Callable[[Path, str, str, str], None]
) -> None:
    changes = tuple(change_of(text, number) for number, text in enumerate(case["changes"], 1))
    (raw,) = minimal().contexts
    context, faults = validate_context(
        dc.replace(
            raw, documents={"adaptation.yml": raw.documents["adaptation.yml"]}, changes=changes
        )
    )
    assert faults == []
    assert context is not None
    edition, findings = adapt(core_with(manual), context)
    findings += protected_findings(edition)
    expect(file, case["title"], "findings", "\n".join(as_text(finding) for finding in findings))
    blocks = [line_of(block) for block in edition.pages[SESSION].blocks]
    expect(file, case["title"], "expected", "\n".join(blocks) + "\n")

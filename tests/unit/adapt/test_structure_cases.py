"""The cases of tests/cases/adapt/structure/: what differs between core and edition."""

import dataclasses as dc
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from manualkit.adapt import adapt, core_edition
from manualkit.check.coverage import coverage_findings
from manualkit.check.links import link_findings
from manualkit.check.minutes import minutes_findings
from manualkit.check.protected import protected_findings
from manualkit.load import load_project
from manualkit.load.markdown_page import read_page, split_head
from manualkit.model.block import Block
from manualkit.model.checklist import ChecklistItem
from manualkit.model.edition import Edition
from manualkit.model.project import Core
from manualkit.model.raw import RawChange, RawContext, RawProject
from manualkit.report.findings import as_text
from manualkit.validate.context import validate_context
from manualkit.validate.core import validate_core

TESTS = Path(__file__).parents[2]
FILES = sorted((TESTS / "cases" / "adapt" / "structure").glob("*.yml"))
CASES = [
    pytest.param(file, case, id=f"{file.stem}: {case['title']}")
    for file in FILES
    for case in yaml.safe_load(file.read_text("utf-8"))["cases"]
]
RECORD = """summary: One plain sentence.
reason: Because this town is another town.
nature: [tailoring]
planned: planned-proactive
decided_by: [plt]
core_impact: core-preserved
"""


@cache
def raw_core() -> RawProject:
    """Return the manual of good-structure: a file of its own, or that of good-minimal."""
    minimal = load_project(TESTS / "projects" / "good-minimal")[0]
    longer = load_project(TESTS / "projects" / "good-structure")[0]
    pages = {page.path: page for page in (*minimal.pages, *longer.pages)}
    documents = {**minimal.documents, **longer.documents}
    return dc.replace(minimal, documents=documents, pages=tuple(pages.values()))


@cache
def core() -> Core:
    made, faults = validate_core(raw_core())
    assert faults == []
    assert made is not None
    return made


def change_of(text: str, number: int) -> RawChange:
    name = f"DEM-{number:03}"
    head, body, line, faults = split_head(
        f"---\nid: {name}\n{text}{RECORD}---\n", f"changes/{name}.md"
    )
    assert faults == []
    return RawChange(head, body, line)


def context_of(case: dict[str, Any]) -> RawContext:
    pages = {}
    for file, text in case.get("pages", {}).items():
        pages[file], faults = read_page(text, file.removesuffix(".md"), file)
        assert faults == []
    (raw,) = raw_core().contexts
    first = case.get("first", 1)
    changes = tuple(change_of(text, number) for number, text in enumerate(case["changes"], first))
    documents = {"adaptation.yml": raw.documents["adaptation.yml"]}
    return dc.replace(raw, documents=documents, changes=changes, pages=pages)


def line_of(block: Block) -> str:
    minutes = f" {block.minutes}" if block.minutes else ""
    copy = f" = {block.copy_of}" if block.copy_of else ""
    lock = f" .{block.lock}" if block.locked else ""
    return f"  {block.id}{minutes}{lock}{copy}"


def item_of(entry: ChecklistItem) -> str:
    return f"  {' '.join([entry.item, *entry.blocks])}"


def listed(edition: Edition, path: str) -> str:
    page = edition.pages.get(path)
    time = f" ({page.minutes} min)" if page and page.minutes else ""
    return f"  {path}: {page.title}{time}" if page else f"  {path}"


def sections(edition: Edition) -> Iterator[tuple[str, str]]:
    """Yield everything that changes of pages and steps can change, piece by piece."""
    for section in edition.nav:
        yield f"[{section.title}]", "\n".join(listed(edition, path) for path in section.pages)
    for page in edition.pages.values():
        head = page.head
        chosen = f", one of {len(page.alternatives)}" if page.alternatives else ""
        title = f"{page.path}: {head.minutes or head.kind}, {head.summary or head.title}{chosen}"
        yield title, "\n".join(line_of(block) for block in page.blocks)
    for placed in edition.checklists:
        title = f"{placed.value.id} of {placed.value.session}"
        yield title, "\n".join(item_of(entry) for entry in placed.value.items)
    for line in edition.changes:
        words = [*line.before.split("\n"), "→", *line.after.split("\n")]
        yield f"{line.id} {line.action} {line.target}", "\n".join(f"  {w}" for w in words if w)


@pytest.mark.parametrize(("file", "case"), CASES)
def test_what_differs_between_core_and_edition(
    file: Path, case: dict[str, Any], expect: Callable[[Path, str, str, str], None]
) -> None:
    context, findings = validate_context(context_of(case))
    assert context is not None
    if "extends" in case:
        parent, faults = validate_context(context_of(case["extends"] | {"first": 901}))
        assert parent is not None
        assert faults == []
        context = dc.replace(context, parents=(parent,))
    edition, faults = adapt(core(), context)
    findings += faults
    for check in (protected_findings, coverage_findings, link_findings, minutes_findings):
        findings += check(edition)
    known = dict(sections(core_edition(core())))
    different = [
        f"{title}\n{text}" for title, text in sections(edition) if known.get(title) != text
    ]
    expect(file, case["title"], "findings", "\n".join(as_text(finding) for finding in findings))
    expect(file, case["title"], "expected", "".join(f"{text}\n" for text in different))

"""Whatever valid changes come together, the locked blocks stay."""

import dataclasses as dc
from functools import cache
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from manualkit.adapt import adapt
from manualkit.check.protected import protected_findings
from manualkit.load import load_project
from manualkit.model.block import Block
from manualkit.model.change import BlockChange
from manualkit.model.edition import Edition
from manualkit.model.finding import errors
from manualkit.model.project import Context, Project, TextChange
from manualkit.model.raw import Source
from manualkit.validate import validate_project

MINIMAL = Path(__file__).parents[2] / "projects" / "good-minimal"


@cache
def minimal() -> Project:
    project, findings = validate_project(load_project(MINIMAL)[0])
    assert findings == []
    assert project is not None
    return project


def change(number: int, block: str, action: str) -> TextChange:
    record = BlockChange.model_validate(
        {
            "id": f"DEM-{number:03}",
            "block": block,
            "action": action,
            "summary": "One plain sentence.",
            "reason": "Because this town is another town.",
            "nature": ["tailoring"],
            "planned": "planned-proactive",
            "decided_by": ["plt"],
            "core_impact": "core-preserved",
        }
    )
    return TextChange(record, f"New text {number}.", Source(f"DEM-{number:03}.md"), 12)


def locked(edition: Edition) -> list[Block]:
    return [b for page in edition.pages.values() for b in page.blocks if b.locked]


def adapted(texts: list[TextChange]) -> tuple[Edition, int]:
    context: Context = dc.replace(minimal().contexts[0], texts=tuple(texts))
    edition, findings = adapt(minimal().core, context)
    return edition, len(errors(findings))


IDS = [b.id for page in minimal().core.pages.values() for b in page.blocks]
ACTIONS = ("replace", "add-before", "add-after", "remove")
CHANGES = st.lists(st.tuples(st.sampled_from(IDS), st.sampled_from(ACTIONS)), max_size=12)


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(CHANGES)
def test_locked_blocks_outlive_every_set_of_changes(changes: list[tuple[str, str]]) -> None:
    edition, _ = adapted([change(n, *pair) for n, pair in enumerate(changes, 100)])
    assert locked(edition) == locked(adapted([])[0])
    found = [finding.code for finding in protected_findings(edition)]
    assert set(found) <= {"safety-surroundings"}


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(CHANGES)
def test_every_change_is_made_or_is_a_finding(changes: list[tuple[str, str]]) -> None:
    edition, faults = adapted([change(n, *pair) for n, pair in enumerate(changes, 100)])
    made = {line.id for line in edition.changes}
    refused = [n for n in range(100, 100 + len(changes)) if f"DEM-{n}" not in made]
    assert faults >= len(refused)
    added = {b.id for page in edition.pages.values() for b in page.blocks}
    for number, (_, action) in enumerate(changes, 100):
        if action.startswith("add") and f"DEM-{number}" in made:
            assert f"dem-{number}" in added

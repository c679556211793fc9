"""The order in which changes of pages and steps are made, whatever the order of their files."""

import dataclasses as dc

from manualkit.adapt.structure.additions import add_pages
from manualkit.adapt.structure.checklists import compute_checklists
from manualkit.adapt.structure.numbers import number_record, number_sessions
from manualkit.adapt.structure.reorder import reorder_sessions, reorder_steps
from manualkit.adapt.structure.repeat import repeat_steps
from manualkit.adapt.structure.retime import retime_steps
from manualkit.adapt.structure.spread import spread_sessions
from manualkit.adapt.targets import Target, targets_of
from manualkit.model.edition import Edition
from manualkit.model.finding import Finding
from manualkit.model.project import Context

_STEPS = (
    add_pages,
    number_sessions,
    reorder_sessions,
    reorder_steps,
    spread_sessions,
    repeat_steps,
    retime_steps,
    number_sessions,
    number_record,
    compute_checklists,
)


def change_structure(edition: Edition, context: Context) -> tuple[Edition, list[Finding]]:
    """Make every change of pages and steps that can be made; the others are findings."""
    if not context.structure:
        return edition, []
    findings: list[Finding] = []
    changed = _first_of_each(context)
    for step in _STEPS:
        edition, faults = step(edition, changed)
        findings += faults
    return edition, findings


def _first_of_each(context: Context) -> Context:
    """Leave out a second change of one thing; `check_records` has a finding for it."""
    seen: set[Target] = set()
    kept = []
    for change in context.structure:
        targets = targets_of(change.value)
        if not targets & seen:
            kept.append(change)
        seen |= targets
    return dc.replace(context, structure=tuple(kept))

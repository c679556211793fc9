"""The adaptation record: its lines, and what no record may say."""

import dataclasses as dc
from collections.abc import Iterator

from manualkit.model.change import Record
from manualkit.model.edition import Edition
from manualkit.model.finding import Finding, Location
from manualkit.model.manifest import ManifestChange
from manualkit.model.project import Context, Placed


def with_record(
    edition: Edition, record: Record, action: str, target: str, where: Location
) -> Edition:
    """Return the edition with one more line in its adaptation record."""
    line = ManifestChange(
        id=record.id,
        action=action,
        target=target,
        summary=record.summary,
        reason=record.reason,
        nature=list(record.nature),
        file=where.file,
        line=where.line,
    )
    return dc.replace(edition, changes=(*edition.changes, line))


def check_records(edition: Edition, context: Context) -> tuple[Edition, list[Finding]]:
    """Refuse changes that say they change the core, and two changes of one thing."""
    return edition, [*_core_changed(context), *_second_changes(context)]


def _core_changed(context: Context) -> Iterator[Finding]:
    entries: tuple[Placed[Record], ...] = (
        *context.terms,
        *context.contacts,
        *context.facts,
        *context.pictures,
        *(placed for placed, _ in context.case_studies),
        *(Placed(change.record, change.source) for change in context.texts),
    )
    for entry in entries:
        if entry.value.core_impact == "core-changed":
            message = f'{entry.value.id} says that it changes the core ("core-changed").'
            hint = "Change the core manual itself with its owner, or leave the core as it is."
            yield Finding("core-changed", entry.at("core_impact"), message, hint)


def _second_changes(context: Context) -> Iterator[Finding]:
    """Refuse a second value for one thing: nobody could say which one wins."""
    changes: list[tuple[str, str, Location]] = [
        *((e.value.id, f'term "{e.value.term}"', e.at("term")) for e in context.terms),
        *((e.value.id, f'contact "{e.value.contact}"', e.at("contact")) for e in context.contacts),
        *((e.value.id, f'fact "{e.value.fact}"', e.at("fact")) for e in context.facts),
        *((e.value.id, f'picture "{e.value.picture}"', e.at("picture")) for e in context.pictures),
        *(
            (
                e.value.id,
                f'case study "{e.value.case_study}", variant "{e.value.variant}",',
                e.at("variant"),
            )
            for e, _ in context.case_studies
        ),
    ]
    done: dict[str, str] = {}
    for change_id, thing, where in changes:
        if thing in done:
            message = f"The {thing} already has a change: {done[thing]}."
            yield Finding("second-change", where, message, "Keep one of them.")
        done.setdefault(thing, change_id)

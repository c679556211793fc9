"""The adaptation record: its lines, and what no record may say."""

import dataclasses as dc
from collections.abc import Iterator

from manualkit.model.edition import Edition
from manualkit.model.finding import Finding, Location
from manualkit.model.manifest import ManifestChange
from manualkit.model.project import Context, Placed
from manualkit.model.record import Record


@dc.dataclass(frozen=True, slots=True)
class Done:
    """What a change did to the edition."""

    action: str
    target: str
    where: Location
    before: str = ""
    after: str = ""
    pages: tuple[str, ...] = ()


def with_record(edition: Edition, record: Record, done: Done) -> Edition:
    """Return the edition with one more line in its adaptation record."""
    line = ManifestChange(
        id=record.id,
        action=done.action,
        target=done.target,
        summary=record.summary,
        reason=record.reason,
        nature=list(record.nature),
        file=done.where.file,
        line=done.where.line,
        adaptation=done.where.file.removeprefix("adaptations/").partition("/")[0],
        head=record.model_dump(mode="json", exclude_defaults=True),
        before=done.before,
        after=done.after,
        pages=list(done.pages),
        applied=record.applied,
    )
    return dc.replace(edition, changes=(*edition.changes, line))


def check_records(edition: Edition, context: Context) -> tuple[Edition, list[Finding]]:
    """Refuse changes that say they change the core, and two changes of one thing."""
    return edition, [*_core_changed(context), *_second_changes(context)]


def records_of(context: Context) -> Iterator[Placed[Record]]:
    """Yield the record of every change of a context."""
    yield from context.terms
    yield from context.contacts
    yield from context.facts
    yield from context.pictures
    yield from (placed for placed, _ in context.case_studies)
    yield from (Placed(change.record, change.source) for change in context.texts)
    yield from context.structure


def applied_only(context: Context) -> Context:
    """Return the context with those changes alone that are approved or implemented."""
    return dc.replace(
        context,
        terms=tuple(entry for entry in context.terms if entry.value.applied),
        contacts=tuple(entry for entry in context.contacts if entry.value.applied),
        facts=tuple(entry for entry in context.facts if entry.value.applied),
        texts=tuple(change for change in context.texts if change.record.applied),
        pictures=tuple(entry for entry in context.pictures if entry.value.applied),
        case_studies=tuple(pair for pair in context.case_studies if pair[0].value.applied),
        structure=tuple(entry for entry in context.structure if entry.value.applied),
    )


def record_the_others(edition: Edition, context: Context) -> Edition:
    """Note the changes that are not applied: what was only proposed, or was rejected."""
    for entry in records_of(context):
        if not entry.value.applied:
            action = getattr(entry.value, "action", type(entry.value).__name__)
            done = Done(str(action).removesuffix("Change").lower(), "", entry.location)
            edition = with_record(edition, entry.value, done)
    return edition


def _core_changed(context: Context) -> Iterator[Finding]:
    for entry in records_of(context):
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

"""The adaptation record: its lines, and what no record may say."""

import dataclasses as dc
from collections.abc import Callable, Iterator, Mapping

from manualkit.adapt.targets import Target, place_of, targets_of
from manualkit.model.change import BlockChange
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
    superseded_by: str = ""
    """Id of the change that this one gave way to."""


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
        applied=record.applied and not done.superseded_by,
        superseded_by=done.superseded_by,
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


def only(context: Context, keep: Callable[[Record], bool]) -> Context:
    """Return the context with those changes alone that are to be kept."""
    return dc.replace(
        context,
        terms=tuple(entry for entry in context.terms if keep(entry.value)),
        contacts=tuple(entry for entry in context.contacts if keep(entry.value)),
        facts=tuple(entry for entry in context.facts if keep(entry.value)),
        texts=tuple(change for change in context.texts if keep(change.record)),
        pictures=tuple(entry for entry in context.pictures if keep(entry.value)),
        case_studies=tuple(pair for pair in context.case_studies if keep(pair[0].value)),
        structure=tuple(entry for entry in context.structure if keep(entry.value)),
    )


def record_the_others(edition: Edition, context: Context, superseded: Mapping[str, str]) -> Edition:
    """Note the changes that are not applied: proposed, rejected, or superseded by another one."""
    texts = {change.record.id: change.text for change in context.texts}
    for entry in records_of(context):
        by = superseded.get(entry.value.id, "")
        if by or not entry.value.applied:
            action = getattr(entry.value, "action", type(entry.value).__name__)
            target = ", ".join(sorted(target.name for target in targets_of(entry.value)))
            done = Done(
                action=str(action).removesuffix("Change").lower(),
                target=target,
                where=entry.location,
                after=texts.get(entry.value.id, ""),
                superseded_by=by,
            )
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
    done: dict[Target, str] = {}
    for entry in records_of(context):
        if isinstance(entry.value, BlockChange):
            continue  # `change_texts` looks at these
        for target in sorted(targets_of(entry.value)):
            if target in done:
                message = f"The {target} already has a change: {done[target]}."
                where = entry.at(place_of(entry.value))
                yield Finding("second-change", where, message, "Keep one of them.")
            done.setdefault(target, entry.value.id)

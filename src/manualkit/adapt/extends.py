"""An adaptation that extends another one: whose changes hold, and where both want the same thing.

Nothing is overridden by accident: a change of what an extended adaptation changed already must name
that change (`supersedes`), and then that change is not made at all.
"""

import dataclasses as dc
from collections.abc import Collection, Iterable, Iterator

from manualkit.adapt.record import only, records_of
from manualkit.adapt.targets import place_of, targets_of
from manualkit.model.change import BlockChange
from manualkit.model.finding import Finding, did_you_mean
from manualkit.model.project import Context, Placed
from manualkit.model.record import Record


@dc.dataclass(frozen=True, slots=True)
class Chain:
    """An adaptation with those that it extends."""

    members: tuple[Context, ...]
    """The farthest first, its own last, each with those changes alone that are to be made."""
    superseded: dict[str, str]
    """Id of a change that is not made → id of the one that took its place."""
    findings: tuple[Finding, ...]


def chain_of(context: Context) -> Chain:
    """Return which changes of an adaptation, and of those that it extends, are to be made."""
    joiner = _Joiner()
    members = (*context.parents, context)
    for member in members:
        joiner.join(member)
    gone = {*joiner.superseded, *joiner.refused}
    return Chain(
        members=tuple(only(m, lambda r: r.applied and r.id not in gone) for m in members),
        superseded=joiner.superseded,
        findings=tuple(joiner.findings),
    )


def own_findings(
    findings: Iterable[Finding], known: Collection[Finding], context: Context
) -> list[Finding]:
    """Return what is new with this adaptation; where it spoils a change of another one, say so."""
    own = []
    for finding in findings:
        if finding in known:
            continue
        if not finding.location.file.startswith(f"{context.folder}/"):
            message = f"With your changes, another one cannot be made any more: {finding.message}"
            hint = f"It stands in {finding.location}. Supersede it too, or leave what it needs."
            where = context.adaptation.at("extends")
            finding = dc.replace(  # noqa: PLW2901
                finding, code="extends-broken", location=where, message=message, hint=hint
            )
        own.append(finding)
    return own


@dc.dataclass(slots=True)
class _Joiner:
    """Joins one adaptation after another, the farthest first."""

    known: dict[str, Placed[Record]] = dc.field(default_factory=dict)
    """Every change so far, made or not, by id."""
    superseded: dict[str, str] = dc.field(default_factory=dict)
    refused: set[str] = dc.field(default_factory=set)
    findings: list[Finding] = dc.field(default_factory=list)

    def join(self, context: Context) -> None:
        """Take in one adaptation."""
        earlier = dict(self.known)
        own = [entry for entry in records_of(context) if not self._twice(entry)]
        self.known |= {entry.value.id: entry for entry in own}
        for entry in own:
            self._supersede(entry)
        standing = [
            (folder_of(other), other.value)
            for change_id, other in earlier.items()
            if other.value.applied and change_id not in self.superseded
        ]
        for entry in own:
            if entry.value.applied and entry.value.id not in self.refused:
                self._compare(entry, standing)

    def _twice(self, entry: Placed[Record]) -> bool:
        return entry.value.id in self.known  # an id that is used twice has a finding already

    def _supersede(self, entry: Placed[Record]) -> None:
        """Let a change take the place of the one that it names."""
        named = entry.value.supersedes
        if named is None:
            return
        faults = list(self._not_superseded(entry, named))
        self.findings += faults
        if faults:
            self.refused.add(entry.value.id)
        elif entry.value.applied and self.known[named].value.applied:
            self.superseded[named] = entry.value.id

    def _not_superseded(self, entry: Placed[Record], named: str) -> Iterator[Finding]:
        where, others = (
            entry.at("supersedes"),
            [name for name in self.known if name != entry.value.id],
        )
        if named not in others:
            message = f'There is no change "{named}" that this one could supersede.'
            hint = did_you_mean(named, others, "Name a change of the adaptation that you extend.")
            yield Finding("supersedes-unknown", where, message, hint)
        elif named in self.superseded:
            by = self.superseded[named]
            message = f"{named} is superseded already, by {by}."
            hint = f"Write `supersedes: {by}`, or take this line out."
            yield Finding("supersedes-twice", where, message, hint)
        elif not targets_of(entry.value) & targets_of(self.known[named].value):
            message = (
                f"{named} changes {_words(self.known[named].value)}, "
                f"and this change {_words(entry.value)}."
            )
            hint = "A change takes the place of one of the same thing; take the line out."
            yield Finding("supersedes-other", where, message, hint)

    def _compare(self, entry: Placed[Record], standing: list[tuple[str, Record]]) -> None:
        """Refuse a change of what an extended adaptation changed already."""
        for folder, other in standing:
            for target in sorted(targets_of(entry.value) & targets_of(other))[:1]:
                message = (
                    f"The {target} already has a change: {other.id} of {folder}, which you extend."
                )
                where = entry.at(place_of(entry.value))
                self.findings.append(Finding("extends-conflict", where, message, _way_out(other)))
                self.refused.add(entry.value.id)


def folder_of(entry: Placed[Record]) -> str:
    """Return the adaptation that a change stands in."""
    return entry.source.file.removeprefix("adaptations/").partition("/")[0]


def _words(record: Record) -> str:
    return ", ".join(f"the {target}" for target in sorted(targets_of(record)))


def _way_out(other: Record) -> str:
    hint = f"If yours is to hold in its place, add the line `supersedes: {other.id}`."
    if isinstance(other, BlockChange) and other.action.startswith("add-"):
        return f"Add yours beside its block: `block: {other.id.lower()}`. {hint}"
    return hint

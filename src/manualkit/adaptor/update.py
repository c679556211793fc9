"""What an update of the core means for an adaptation: what still fits, and what to do next."""

import dataclasses as dc
from collections.abc import Sequence
from pathlib import Path

from manualkit.adaptor.comparison import Comparison, State
from manualkit.adaptor.head import with_value
from manualkit.model.project import Context, Core
from manualkit.store import write_if_changed


@dc.dataclass(frozen=True, slots=True)
class Update:
    """An adaptation beside the core of today."""

    edition: str
    file: str
    """Its `adaptation.yml`, from the project's top folder."""
    stands_on: str
    """Version of the core that it says it stands on."""
    core: str
    """Version of the core of today."""
    changes: tuple[Comparison, ...]
    faults: int
    """Errors in the adaptation's files: a change that cannot be read is not among `changes`."""

    @property
    def fits(self) -> bool:
        """Whether every change can be read and fits the core of today."""
        return not self.faults and all(change.state is State.FITS for change in self.changes)

    @property
    def up_to_date(self) -> bool:
        """Whether nobody has to do anything."""
        return self.fits and self.stands_on == self.core

    @property
    def next_step(self) -> str:
        """What to do next, in plain words; empty if there is nothing to do."""
        if self.up_to_date:
            return ""
        if self.fits:
            return (
                f"All changes fit. Run `manualkit core-update {self.edition} --stamp` to say that "
                f"this adaptation stands on version {self.core}."
            )
        if self.faults:
            return (
                f"Some files have errors, so not all changes may be listed here. "
                f"Run `manualkit check {self.edition}` first."
            )
        states = {change.state for change in self.changes}
        if states == {State.FITS, State.NOT_STAMPED}:
            return (
                f"Look at `manualkit diff {self.edition}`. If all of it holds, run "
                f"`manualkit accept {self.edition} --all-fitting`."
            )
        number = sum(change.state is not State.FITS for change in self.changes)
        changes = "1 change needs" if number == 1 else f"{number} changes need"
        return f"{changes} a person. Begin with the first line that says what to do."


def update_of(core: Core, context: Context, changes: Sequence[Comparison], faults: int) -> Update:
    """Return how an adaptation stands to the core of today."""
    return Update(
        edition=context.adaptation.value.id,
        file=context.adaptation.source.file,
        stands_on=context.adaptation.value.core_version,
        core=core.manual.value.version,
        changes=tuple(changes),
        faults=faults,
    )


def stamp(root: Path, update: Update) -> Update:
    """Write the version of today's core into `adaptation.yml`, once everything fits."""
    file = root / update.file
    write_if_changed(file, with_value(file.read_bytes(), "core_version", update.core))
    return dc.replace(update, stands_on=update.core)


def next_step(change: Comparison) -> str:
    """Return what to do about a change; empty if it fits."""
    look = f"manualkit diff {change.edition} {change.id}"
    accept = f"manualkit accept {change.edition} {change.id}"
    return {
        State.FITS: "",
        State.STALE: f"The core changed. Run `{look}`; mend your text if you must; `{accept}`.",
        State.NOT_STAMPED: f"Run `{look}`; if it holds, `{accept}`.",
        State.CONFLICT: change.note,
        State.OBSOLETE: f"{change.note} {_way_out(change)}",
    }[change.state]


def _way_out(change: Comparison) -> str:
    if change.now is None:
        return "Name another place, or delete the change."
    return "Delete the change, or say something else."

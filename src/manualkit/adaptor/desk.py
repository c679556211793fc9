"""The place where the changes of one adaptation begin, and what is wished for there."""

import dataclasses as dc
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

from manualkit.adaptor.begin import Start
from manualkit.adaptor.numbers import next_id
from manualkit.adaptor.written import Written, entries, same_change
from manualkit.model.block import Block
from manualkit.model.core_text import CoreTexts
from manualkit.model.finding import Finding, did_you_mean, errors
from manualkit.model.project import Context, Core
from manualkit.model.raw import Source

UNTOLD: dict[str, Any] = {
    "summary": "It is tried whether this can be.",
    "reason": "It is tried whether this can be.",
    "nature": ["tailoring"],
    "planned": "planned-proactive",
    "decided_by": ["intervention-team"],
    "core_impact": "core-preserved",
}
"""What stands in a record to try whether a change can be made; it is never written."""


_CHANGE_IT = ("Change that one.",)


@dc.dataclass(frozen=True, slots=True)
class Wish:
    """What somebody wants to change."""

    thing: str
    """block, term, contact, fact, picture or case_study."""
    name: str
    action: str = "replace"
    kind: str = ""
    language: str = ""
    variant: str = ""
    own: bool = False
    """Whether a contact or fact is wished for that the core does not have."""


@dc.dataclass(frozen=True, slots=True)
class Refused:
    """Why a change cannot be, and what can be done instead."""

    why: tuple[str, ...]
    instead: tuple[str, ...] = ()


class Desk:
    """Knows the core, one adaptation, and the id of its next change.

    `brought` are the blocks of the edition that are none of the core, `findings_of` tells what is
    wrong with an adaptation.
    """

    def __init__(
        self,
        root: Path,
        core: Core,
        context: Context,
        *,
        brought: Mapping[str, Block],
        findings_of: Callable[[Context], Iterable[Finding]],
    ) -> None:
        self.root, self.core, self.context = root, core, context
        self.brought = brought
        self.texts = CoreTexts.of(core)
        folder = root / context.folder
        self.start = Start(folder, next_id(folder, context.adaptation.value.prefix))
        self.source = Source(f"{context.folder}/changes/{self.start.id}.md")
        self._findings_of = findings_of

    @property
    def edition(self) -> str:
        """The edition's id."""
        return self.context.adaptation.value.id

    def taken(self, wanted: dict[str, str]) -> Refused | None:
        """Refuse a second change of one thing in one way, and name the first."""
        return self._refuse(same_change(self.start.folder, wanted))

    def taken_entry(self, file: str, key: str, name: str) -> Refused | None:
        """Refuse a second entry for one thing, and name the first."""
        found = entries(self.start.folder / file)
        return self._refuse(next((entry for entry in found if entry.said.get(key) == name), None))

    def _refuse(self, there: Written | None) -> Refused | None:
        if there is None:
            return None
        where = f"{there.file.relative_to(self.root).as_posix()}:{there.line}"
        return Refused((f"There is a change of it already: {there.id}, in {where}.",), _CHANGE_IT)

    def faults(self, tried: Context) -> list[Finding]:
        """Return why the new change cannot be made, in the words of `manualkit check`."""
        found = errors(self._findings_of(tried))
        return [finding for finding in found if finding.location.file == self.source.file]


def refused(faults: Iterable[Finding], instead: Iterable[str] = ()) -> Refused:
    """Return the faults as a refusal."""
    return Refused(tuple(f"{fault.message} {fault.hint}" for fault in faults), tuple(instead))


def unknown(thing: str, name: str, names: Iterable[str], *, own: bool = False) -> Refused:
    """Refuse a name that the core does not have."""
    known = list(dict.fromkeys(names))
    hint = did_you_mean(name, known, f"Known: {', '.join(known)}.")
    instead = ("If it is one of your own, add --new.",) if own else ()
    return Refused((f'The core has no {thing} "{name}". {hint}',), instead)

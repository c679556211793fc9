"""What a change changes: two changes with a target in common need a word on which of them holds."""

import dataclasses as dc
from collections.abc import Iterator

from manualkit.model.change import (
    BlockChange,
    CaseStudyChange,
    ContactChange,
    FactChange,
    ModuleAddition,
    PageAddition,
    PictureChange,
    Reorder,
    Repeat,
    Retime,
    Spread,
    TermChange,
)
from manualkit.model.record import Record


@dc.dataclass(frozen=True, slots=True, order=True)
class Target:
    """One thing that a change changes."""

    thing: str
    """What kind of thing, in words that stand behind "the"."""
    name: str

    def __str__(self) -> str:
        return f'{self.thing} "{self.name}"'


def targets_of(record: Record) -> frozenset[Target]:
    """Return everything that a change changes."""
    return frozenset(Target(thing, name) for thing, name in _pairs(record))


def place_of(record: Record) -> str:
    """Return the key of a change's head that names its target."""
    return next((key for kind, key in _KEYS.items() if isinstance(record, kind)), "id")


_KEYS: dict[type[Record], str] = {
    TermChange: "term",
    ContactChange: "contact",
    FactChange: "fact",
    PictureChange: "picture",
    CaseStudyChange: "variant",
    BlockChange: "block",
    PageAddition: "page",
    ModuleAddition: "modules",
    Reorder: "action",
    Retime: "minutes",
    Spread: "page",
    Repeat: "block",
}


def _pairs(record: Record) -> Iterator[tuple[str, str]]:
    match record:
        case TermChange():
            yield "term", record.term
        case ContactChange():
            yield "contact", record.contact
        case FactChange():
            yield "fact", record.fact
        case PictureChange():
            yield "picture", record.picture
        case CaseStudyChange():
            yield "case-study variant", f"{record.case_study}/{record.variant}"
        case BlockChange():
            yield _of_block(record)
        case _:
            yield from _of_structure(record)


def _of_block(change: BlockChange) -> tuple[str, str]:
    things = {"add-before": "place before the block", "add-after": "place behind the block"}
    thing = things.get(change.action, "text of the block")
    # What stands in one language alone leaves the others as they are.
    return (f"{thing} ({change.language})" if change.language else thing), change.block


def _of_structure(record: Record) -> Iterator[tuple[str, str]]:
    match record:
        case PageAddition():
            yield "page", record.page
        case ModuleAddition():
            yield from (("page", module.page) for module in record.modules)
        case Spread():
            yield "spread of the session", record.page
        case Repeat():
            yield "copy of a step behind", f"{record.block} → {record.after}"
        case Reorder() | Retime():
            yield from _of_order(record)


def _of_order(change: Reorder | Retime) -> Iterator[tuple[str, str]]:
    if isinstance(change, Retime):
        yield from (("time of the step", step) for step in change.minutes)
        if change.total is not None:
            yield "time of the page", change.page
    else:
        yield from (("place of the page", path) for path in change.sessions)
        if change.page is not None:
            yield "order of the steps of", change.page

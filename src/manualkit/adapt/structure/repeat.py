"""A step once more, in another place."""

import dataclasses as dc
from collections.abc import Iterator

from manualkit.adapt.record import Done, with_record
from manualkit.adapt.structure.contents import with_page
from manualkit.adapt.structure.copies import copies
from manualkit.adapt.structure.steps import (
    find_step,
    holds_safety,
    is_step,
    safety_stays,
    steps_of,
    unknown_step,
)
from manualkit.model.block import Block, Lock
from manualkit.model.change import Repeat
from manualkit.model.edition import Edition
from manualkit.model.finding import Finding
from manualkit.model.page import Page
from manualkit.model.project import Context, Placed


def repeat_steps(edition: Edition, context: Context) -> tuple[Edition, list[Finding]]:
    """Put copies of steps, with all that stands in them, behind other steps."""
    findings: list[Finding] = []
    behind: dict[str, str] = {}
    for entry in context.structure:
        if isinstance(entry.value, Repeat):
            change = Placed(entry.value, entry.source, entry.key)
            faults = list(_faults(edition, change))
            findings += faults
            if not faults:
                # Two copies behind the same step stand in the order of their files.
                after = behind.get(change.value.after, change.value.after)
                edition = _repeat(edition, change, after)
                behind[change.value.after] = copy_id(change.value)
    return edition, findings


def copy_id(change: Repeat) -> str:
    """Return the id of the copied step's head."""
    return f"{change.id.lower()}-{change.block}"


def _repeat(edition: Edition, change: Placed[Repeat], after: str) -> Edition:
    source, target = find_step(edition, change.value.block), find_step(edition, after)
    if source is None or target is None:
        raise LookupError(change.value.block)  # `_faults` has looked for both
    step = steps_of(source).by_id[change.value.block]
    head, *rest = copies(step, change.value.id, source.path)
    copied = (dc.replace(head, minutes=change.value.minutes or head.minutes), *rest)
    at = _end_of(target, after)
    blocks = (*target.blocks[:at], *copied, *target.blocks[at:])
    changed = dc.replace(target, blocks=blocks, timed=change.location)
    done = Done(
        action="repeat",
        target=change.value.block,
        where=change.location,
        after=_in_words(target, after, copied[0].title, copied[0].minutes),
        pages=(target.path,),
    )
    return with_record(with_page(edition, changed), change.value, done)


def _end_of(page: Page, step: str) -> int:
    """Return the place in a page's blocks behind a step and all that stands in it."""
    steps = steps_of(page)
    last = steps.by_id[step][-1]
    return page.blocks.index(last) + 1


def _in_words(page: Page, after: str, title: str, minutes: int | None) -> str:
    before = steps_of(page).by_id[after][0].title
    time = f" ({minutes} min)" if minutes else ""
    return f'{title}{time}, behind "{before}" on {page.path}'


def _faults(edition: Edition, change: Placed[Repeat]) -> Iterator[Finding]:
    names = [b.id for p in edition.pages.values() for b in p.blocks if is_step(b)]
    where = {"block": change.at("block"), "after": change.at("after")}
    pages = {key: find_step(edition, getattr(change.value, key)) for key in where}
    for key, page in pages.items():
        if page is None:
            yield unknown_step(getattr(change.value, key), where[key], names)
    source, target = pages["block"], pages["after"]
    if source is not None and target is not None:
        faults = list(_step_faults(source, change))
        yield from faults or _place_faults(edition, source, target, change)


def _step_faults(source: Page, change: Placed[Repeat]) -> Iterator[Finding]:
    step = steps_of(source).by_id[change.value.block]
    if holds_safety(step):
        yield safety_stays(source.path, change.at("block"))
    elif step[0].copy_of:
        message, hint = f'"{step[0].id}" is a copy already.', f"Repeat {step[0].copy_of}."
        yield Finding("copy-of-copy", change.at("block"), message, hint)


def _place_faults(
    edition: Edition, source: Page, target: Page, change: Placed[Repeat]
) -> Iterator[Finding]:
    where = change.at("after")
    if target.head.kind != "session" or source.head.manual != target.head.manual:
        message = f'"{target.path}" is no session of the {source.head.manual} manual.'
        hint = "Repeat a step in a session of its own manual."
        yield Finding("other-manual", where, message, hint)
    elif unseen := _unseen(edition, target, steps_of(source).by_id[change.value.block]):
        message = f'No item of a checklist looks at "{unseen}", so nobody would see its copy.'
        hint = "Repeat another step, or ask for an item in docs/checklists/."
        yield Finding("core-not-covered", change.at("block"), message, hint)
    elif _touches_safety(target, change.value.after):
        message = f'The place behind "{change.value.after}" touches a safety block.'
        hint = "Repeat the step somewhere else."
        yield Finding("safety-surroundings", where, message, hint)


def _unseen(edition: Edition, target: Page, step: tuple[Block, ...]) -> str:
    """Return a locked block of the step that no item looks at, if the target has a checklist."""
    sheets = {placed.value.session for placed in edition.checklists}
    if target.head.status != "complete" and target.path not in sheets:
        return ""
    entries = [entry for placed in edition.checklists for entry in placed.value.items]
    seen = {name for entry in entries for name in entry.blocks}
    return next((block.id for block in step if block.locked and block.id not in seen), "")


def _touches_safety(page: Page, step: str) -> bool:
    at = _end_of(page, step)
    return any(block.lock is Lock.SAFETY for block in page.blocks[at - 1 : at + 1])

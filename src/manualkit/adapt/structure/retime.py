"""Other minutes: of steps, and what a session's steps may add up to."""

import dataclasses as dc
from collections.abc import Iterator

from manualkit.adapt.record import Done, with_record
from manualkit.adapt.structure.contents import with_page
from manualkit.model.block import Kind, Lock
from manualkit.model.change import Retime
from manualkit.model.edition import Edition
from manualkit.model.finding import Finding, did_you_mean
from manualkit.model.page import Page
from manualkit.model.project import Context, Placed


def retime_steps(edition: Edition, context: Context) -> tuple[Edition, list[Finding]]:
    """Give steps other minutes and sessions another range; the sum is checked with the edition."""
    findings: list[Finding] = []
    for entry in context.structure:
        if isinstance(entry.value, Retime):
            change = Placed(entry.value, entry.source, entry.key)
            page = edition.pages.get(change.value.page)
            faults = list(_faults(edition, page, change))
            findings += faults
            if page is not None and not faults:
                edition = _retime(edition, page, change)
    return edition, findings


def _retime(edition: Edition, page: Page, change: Placed[Retime]) -> Edition:
    minutes, total = change.value.minutes, change.value.total
    blocks = tuple(
        dc.replace(block, minutes=minutes.get(block.id, block.minutes)) for block in page.blocks
    )
    head = page.head.model_copy(update={"minutes": total or page.head.minutes})
    timed = dc.replace(page, head=head, blocks=blocks, timed=change.location)
    done = Done(
        "retime", page.path, change.location, _in_words(page, change), _in_words(timed, change)
    )
    done = dc.replace(done, pages=(page.path,))
    return with_record(with_page(edition, timed), change.value, done)


def _in_words(page: Page, change: Placed[Retime]) -> str:
    """Return the minutes that the change touches, a line each."""
    lines = [
        f"{block.title}: {block.minutes} min" if block.minutes else f"{block.title}: no minutes"
        for block in page.blocks
        if block.id in change.value.minutes
    ]
    if change.value.total is not None:
        lines.append(f"All steps: {page.head.minutes} min")
    return "\n".join([*lines, f"Sum: {page.minutes} min"])


def _faults(edition: Edition, page: Page | None, change: Placed[Retime]) -> Iterator[Finding]:
    if page is None:
        hint = did_you_mean(change.value.page, edition.pages, "Give the path of a session.")
        message = f'There is no page "{change.value.page}".'
        yield Finding("unknown-page", change.at("page"), message, hint)
        return
    if not change.value.minutes and change.value.total is None:
        message = '"retime" needs minutes of steps, or a total, or both.'
        yield Finding("change-empty", change.location, message, "Write `minutes:` or `total:`.")
    if change.value.total is not None and page.head.kind != "session":
        message = f'"{page.path}" is no session, so it has no total.'
        yield Finding("unknown-session", change.at("total"), message, "Take the total away.")
    steps = {block.id: block for block in page.blocks if block.kind is Kind.STEP}
    for name in change.value.minutes:
        where = change.at("minutes", name)
        if name not in steps:
            yield _unknown(edition, page, name, change)
        elif steps[name].lock is Lock.SAFETY:
            message = f'"{name}" is a safety block.'
            yield Finding("safety-moved", where, message, "Leave it as it is.")


def _unknown(edition: Edition, page: Page, name: str, change: Placed[Retime]) -> Finding:
    """Return the finding for a step that is not on the page; it may stand on another one."""
    steps = [block.id for block in page.blocks if block.kind is Kind.STEP]
    hint = did_you_mean(name, steps, f"Steps here: {', '.join(steps) or 'none'}.")
    elsewhere = edition.blocks().get(name)
    if elsewhere is not None and elsewhere[1].kind is Kind.STEP:
        hint = f"It stands on {elsewhere[0].path}; write a change of that page."
    message = f'There is no step "{name}" on "{page.path}".'
    return Finding("unknown-step", change.at("minutes", name), message, hint)

"""Changes of blocks: replace, add-before, add-after, remove."""

import dataclasses as dc
from collections.abc import Iterable

from manualkit.adapt.record import Done, with_record
from manualkit.model.block import Block, Kind, Lock
from manualkit.model.edition import Edition
from manualkit.model.finding import Finding, Location, did_you_mean
from manualkit.model.page import Page
from manualkit.model.project import Context, TextChange

_LOCKED = {
    Lock.CORE: "Leave it as it is; you may add a tip beside it (action: add-after).",
    Lock.SAFETY: "Leave it as it is; its numbers come from your contacts.yml.",
}


def change_texts(edition: Edition, context: Context) -> tuple[Edition, list[Finding]]:
    """Make every change of a block's text that can be made; the others are findings.

    A block that is not there may come with a page or a copy of a step: `change_later_texts`.
    """
    return _change(edition, context, later=False)


def change_later_texts(edition: Edition, context: Context) -> tuple[Edition, list[Finding]]:
    """Change the texts of blocks that came with pages and copies, of an extended adaptation."""
    return _change(edition, context, later=True)


def _change(edition: Edition, context: Context, *, later: bool) -> tuple[Edition, list[Finding]]:
    findings: list[Finding] = []
    done: dict[tuple[str, str], str] = {}
    for change in _in_order(context.texts):
        if change.record.language is not None:
            continue  # see `local_texts`
        if _comes_later(edition, change.record.block) is not later:
            continue
        faults = [*refusals(edition, change), *second_change(change, done)]
        findings += faults
        if not faults:
            page, block = edition.blocks()[change.record.block]
            done_so = _done(page, block, change)
            edition = with_record(_apply(edition, page, block, change), change.record, done_so)
    return edition, findings


def _in_order(texts: Iterable[TextChange]) -> list[TextChange]:
    """Return the changes as they stand, but one that adds a block before those that need it."""
    waiting = {change.record.id.lower(): change for change in texts}
    ordered: list[TextChange] = []
    for change_id in tuple(waiting):
        line: list[TextChange] = []
        needed = waiting.pop(change_id, None)
        while needed is not None:
            line.append(needed)
            needed = waiting.pop(needed.record.block, None)
        ordered += reversed(line)
    return ordered


def _comes_later(edition: Edition, block_id: str) -> bool:
    """Whether a block is none that the core, a story or a change of a text brought."""
    if block_id in edition.core_blocks or block_id in {c.id.lower() for c in edition.changes}:
        return False
    found = edition.blocks().get(block_id)
    return found is None or bool(found[1].copy_of) or not found[0].head.case_study


def _done(page: Page, block: Block, change: TextChange) -> Done:
    added = change.record.action.startswith("add-")
    return Done(
        action=change.record.action,
        target=block.id,
        where=change.source.at(),
        before="" if added else f"{block.title}\n\n{block.text}".strip(),
        after=change.text,
        pages=(page.path,),
    )


def second_change(change: TextChange, done: dict[tuple[str, str], str]) -> Iterable[Finding]:
    """Refuse a second change of the same kind for one block: nobody could say which one wins."""
    group = "text" if change.record.action in ("replace", "remove") else change.record.action
    key = (change.record.block, f"{group} {change.record.language}")
    if key in done:
        message = f'The block "{key[0]}" already has a change like this: {done[key]}.'
        hint = "Bring both together in one file."
        yield Finding("second-change", change.source.at("block"), message, hint)
    done.setdefault(key, change.record.id)


def refusals(edition: Edition, change: TextChange) -> Iterable[Finding]:
    """Yield why a change cannot be made."""
    record, where = change.record, change.source.at("block")
    found = edition.blocks().get(record.block)
    if found is None:
        yield _absent(edition, record.block, where)
        return
    page, block = found
    adds = record.action in ("add-before", "add-after")
    if block.kind in (Kind.PICTURE, Kind.STORY) and record.action == "replace":
        message = f'"{block.id}" is a {block.kind}; it has no text that could be replaced.'
        hint = "Use `action: picture` or `action: case-study`."
        yield Finding("no-text", where, message, hint)
    elif block.locked and not adds:
        message = f'"{block.id}" is locked ({block.lock}) in {block.location}.'
        yield Finding("locked-block", where, message, _LOCKED[block.lock])
    elif adds and block.lock is Lock.SAFETY:
        message = f'"{block.id}" is a safety block; nothing is added around it.'
        yield Finding("safety-surroundings", where, message, "Add your text somewhere else.")
    elif adds and _between_safety(page, block, record.action):
        message = f'The place beside "{block.id}" touches a safety block.'
        yield Finding("safety-surroundings", where, message, "Add your text somewhere else.")
    elif record.action == "remove":
        yield from _still_needed(edition, page, block, change)


def _absent(edition: Edition, block: str, where: Location) -> Finding:
    if block in edition.core_blocks:
        by = ", ".join(c.id for c in edition.changes if c.target == block and c.applied)
        message = f'The block "{block}" is left out of this edition: {by}.'
        hint = "Choose another block, or take that change out."
        return Finding("block-left-out", where, message, hint)
    hint = did_you_mean(block, edition.blocks(), "It was removed or renamed.")
    message = f'There is no block "{block}" in the core manual.'
    return Finding("unknown-block", where, message, hint)


def _between_safety(page: Page, block: Block, action: str) -> bool:
    at = page.blocks.index(block) + (1 if action == "add-after" else -1)
    return 0 <= at < len(page.blocks) and page.blocks[at].lock is Lock.SAFETY


def _still_needed(
    edition: Edition, page: Page, block: Block, change: TextChange
) -> Iterable[Finding]:
    """Refuse to remove what a checklist item, a link or blocks inside a step need."""
    users = [
        f"item {item.item} of {checklist.value.id}"
        for checklist in edition.checklists
        for item in checklist.value.items
        if block.id in item.blocks
    ]
    users += [
        f'the link in "{other.id}"'
        for _, other in edition.blocks().values()
        if f"#{block.id})" in other.text
    ]
    at = page.blocks.index(block) + 1
    if block.kind is Kind.STEP and at < len(page.blocks) and page.blocks[at].kind is not Kind.STEP:
        users.append(f'the block "{page.blocks[at].id}" inside this step')
    if users:
        message = f'"{block.id}" cannot be removed: {", ".join(users)} needs it.'
        hint = "Replace its text instead, or remove first what needs it."
        yield Finding("block-needed", change.source.at("block"), message, hint)


def _apply(edition: Edition, page: Page, block: Block, change: TextChange) -> Edition:
    at = page.blocks.index(block)
    before, after = page.blocks[:at], page.blocks[at + 1 :]
    if change.record.action == "remove":
        middle: tuple[Block, ...] = ()
    elif change.record.action == "replace":
        middle = (change.in_place_of(block),)
    elif change.record.action == "add-before":
        middle = (_added(change), block)
    else:
        middle = (block, _added(change))
    changed = dc.replace(page, blocks=(*before, *middle, *after))
    return dc.replace(edition, pages={**edition.pages, page.path: changed})


def _added(change: TextChange) -> Block:
    return Block(
        id=change.record.id.lower(),
        kind=Kind(change.record.kind or Kind.NOTE),
        text=change.text,
        text_line=change.text_line,
        location=change.location,
        change=change.record.id,
    )

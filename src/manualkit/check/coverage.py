"""Checklists and manual agree: items point at blocks, and every core block has an item."""

from collections.abc import Iterator

from manualkit.model.checklist import Checklist
from manualkit.model.edition import Edition
from manualkit.model.finding import Finding, did_you_mean
from manualkit.model.project import Placed


def coverage_findings(edition: Edition) -> Iterator[Finding]:
    """Yield a finding for each item without its block and each core block without an item."""
    yield from _bank_findings(edition)
    for placed in edition.checklists:
        yield from _item_findings(edition, placed)
        yield from _uncovered(edition, placed)
    yield from _without_checklist(edition)


def _bank_findings(edition: Edition) -> Iterator[Finding]:
    bank = edition.bank.value
    for index, item in enumerate(bank.items):
        if item.group not in bank.groups:
            hint = did_you_mean(item.group, bank.groups, "Add it under groups.")
            message = f'The item {item.id} is in the group "{item.group}", which does not exist.'
            where = edition.bank.at("items", index, "group")
            yield Finding("unknown-group", where, message, hint)


def _item_findings(edition: Edition, placed: Placed[Checklist]) -> Iterator[Finding]:
    items = {item.id for item in edition.bank.value.items}
    page = edition.pages.get(placed.value.session)
    if page is None:
        hint = did_you_mean(placed.value.session, edition.pages, "Give the path of a session.")
        message = f'There is no session "{placed.value.session}".'
        yield Finding("unknown-page", placed.at("session"), message, hint)
        return
    blocks = [block.id for block in page.blocks]
    for index, entry in enumerate(placed.value.items):
        if entry.item not in items:
            hint = did_you_mean(entry.item, items, "Items are listed in checklists/items.yml.")
            message = f'There is no item "{entry.item}" in the item bank.'
            yield Finding("unknown-item", placed.at("items", index, "item"), message, hint)
        for number, block in enumerate(entry.blocks):
            if block not in blocks:
                where = placed.at("items", index, "blocks", number)
                hint = did_you_mean(block, blocks, "Point it at another block or remove it.")
                message = f'The item {entry.item} looks at "{block}", which is not in the session.'
                yield Finding("item-without-block", where, message, hint)


def _uncovered(edition: Edition, placed: Placed[Checklist]) -> Iterator[Finding]:
    covered = {block for entry in placed.value.items for block in entry.blocks}
    page = edition.pages.get(placed.value.session)
    for block in page.blocks if page else ():
        if block.locked and block.id not in covered:
            message = f'No item of "{placed.value.id}" looks at the core block "{block.id}".'
            hint = f"Add it to the blocks of an item in {placed.source.file}."
            yield Finding("core-not-covered", block.location, message, hint)


def _without_checklist(edition: Edition) -> Iterator[Finding]:
    """Yield a finding for each complete session (no outline) that has core blocks and no sheet."""
    with_sheet = {placed.value.session for placed in edition.checklists}
    for page in edition.pages.values():
        complete = page.head.kind == "session" and page.head.status == "complete"
        if complete and page.path not in with_sheet and any(b.locked for b in page.blocks):
            message = f'The session "{page.path}" has core blocks but no fidelity checklist.'
            hint = "Add one in docs/checklists/."
            yield Finding("checklist-missing", page.location, message, hint)

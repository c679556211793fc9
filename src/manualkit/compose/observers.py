"""The observer's card of a role-play: items of the fidelity checklists to look for."""

import dataclasses as dc
from collections.abc import Iterable

from manualkit.compose.blocks import BlockWriter
from manualkit.model.block import Block
from manualkit.model.checklist import Item
from manualkit.model.finding import Finding, did_you_mean

_SEEN = ("No.", "What you see", "Seen")
_NEVER = ("No.", "This must not happen", "It happened")


def observer_card(block: Block, writer: BlockWriter) -> Block:
    """Return the card with a line to tick for each of its items."""
    bank = {item.id: item for item in writer.edition.bank.value.items}
    items = []
    for name in block.options.get("items", "").split():
        item = bank.get(name)
        if item is None:
            hint = did_you_mean(name, bank, "Items are listed in checklists/items.yml.")
            message = f'There is no item "{name}" in the item bank.'
            writer.findings.append(Finding("unknown-item", block.location, message, hint))
        else:
            items.append(item)
    tables = [
        *_table(_SEEN, [item for item in items if not item.proscribed]),
        *_table(_NEVER, [item for item in items if item.proscribed]),
    ]
    return dc.replace(block, text="\n\n".join([block.text, *tables]))


def _table(heads: tuple[str, str, str], items: Iterable[Item]) -> list[str]:
    """Return a table of items as Markdown, or nothing if there are none."""
    rows = [f"| {item.id} | {item.text} | |" for item in items]
    return ["\n".join([f"| {' | '.join(heads)} |", "|---|---|---|", *rows])] if rows else []

"""The observer's card of a role-play: items of the fidelity checklists to look for."""

import dataclasses as dc

from manualkit.compose.blocks import BlockWriter
from manualkit.model.block import Block
from manualkit.model.checklist import Item
from manualkit.model.finding import Finding, did_you_mean

_HEAD = "| No. | What you see | Seen |\n|---|---|---|"
_NEVER = "| | This must not happen | |"


def observer_card(block: Block, writer: BlockWriter) -> Block:
    """Return the card with a line to tick for each of its items; what must not happen is last."""
    items = list(_items(block, writer))
    seen = [_row(item) for item in items if not item.proscribed]
    never = [_row(item) for item in items if item.proscribed]
    table = "\n".join([_HEAD, *seen, *([_NEVER] if never else []), *never])
    return dc.replace(block, text=f"{block.text}\n\n{table}" if items else block.text)


def _items(block: Block, writer: BlockWriter) -> list[Item]:
    bank = {item.id: item for item in writer.edition.bank.value.items}
    names = block.options.get("items", "").split()
    for name in names:
        if name not in bank:
            hint = did_you_mean(name, bank, "Items are listed in checklists/items.yml.")
            message = f'There is no item "{name}" in the item bank.'
            writer.findings.append(Finding("unknown-item", block.location, message, hint))
    return [bank[name] for name in names if name in bank]


def _row(item: Item) -> str:
    return f"| {item.id} | {item.text} | [[seen.{item.id}]] |"

"""What an update of the core means for each adaptation: tables for people, JSON for machines."""

import json
from collections.abc import Iterable

from rich.console import Console
from rich.table import Table
from rich.text import Text

from manualkit.adaptor.comparison import State
from manualkit.adaptor.update import Update, next_step
from manualkit.report.comparison import STATE_STYLES
from manualkit.report.findings import visible


def updates_as_json(updates: Iterable[Update]) -> str:
    """Return adaptations beside the core as JSON."""
    return json.dumps([_plain(update) for update in updates], ensure_ascii=False, indent=1)


def _plain(update: Update) -> dict[str, object]:
    return {
        "edition": update.edition,
        "stands_on": update.stands_on,
        "core": update.core,
        "faults": update.faults,
        "up_to_date": update.up_to_date,
        "next": update.next_step,
        "changes": [
            {
                "id": change.id,
                "target": change.name,
                "file": change.where.file,
                "line": change.where.line,
                "state": change.state.value,
                "note": change.note,
                "next": next_step(change),
            }
            for change in update.changes
        ],
    }


def print_update(update: Update, console: Console) -> None:
    """Print an adaptation: its version, a line for each change, and what to do next."""
    head = Text(update.edition, style="bold")
    head.append(f"  stands on version {update.stands_on} of the core; the core is {update.core}.")
    console.print(head, soft_wrap=True)
    if update.changes:
        console.print(_table(update))
    words = update.next_step or "Nothing to do."
    console.print(Text(f"{words}\n", style="bold"), soft_wrap=True)


def _table(update: Update) -> Table:
    table = Table(
        "Change", "State", "What it changes, and what to do next", box=None, pad_edge=False
    )
    for change in update.changes:
        words = Text(change.name)
        if change.state is not State.FITS:
            words.append(f"\n{visible(next_step(change))}", style="bold")
        elif change.note:
            words.append(f"\n{visible(change.note)}", style="dim")
        table.add_row(change.id, Text(change.state, style=STATE_STYLES[change.state]), words)
    return table

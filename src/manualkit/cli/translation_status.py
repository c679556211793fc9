"""`manualkit translate status`: words per language, edition and folder, by state."""

import json
from collections.abc import Iterable
from datetime import date
from itertools import groupby
from pathlib import Path

import click
from rich.table import Table

from manualkit.approving import folder_words
from manualkit.catalogue import form_count
from manualkit.cli.options import console, known, project_options
from manualkit.model.message_state import MessageState
from manualkit.model.words import FolderWords
from manualkit.pipeline import prepare_sound

_STATES = tuple(reversed(MessageState))


@click.command("status")
@click.option("--lang", multiple=True, help="Only this language; may be given again.")
@click.option("--edition", multiple=True, help="Only this edition; may be given again.")
@project_options
def status_command(  # noqa: PLR0913  (each option is one argument)
    root: Path,
    today: date,
    output: str,
    *,
    lang: tuple[str, ...],
    edition: tuple[str, ...],
    quiet: bool,
) -> None:
    """Count the words of each folder that have come how far, language by language, safety first.

    Readers see the translation of what is machine-drafted, draft, reviewed or approved, and English
    instead of what is faulty, stale or missing. Safety text is seen once it is approved.
    """
    desks = prepare_sound(root, today).desks
    known("--edition", edition, [desk.id for desk in desks])
    known("--lang", lang, [code for desk in desks for code in desk.languages])
    chosen = [desk for desk in desks if not edition or desk.id in edition]
    rows = [
        row for desk in chosen for row in folder_words(desk) if not lang or row.language in lang
    ]
    rows.sort(key=lambda row: row.language)
    if output == "json":
        forms = {
            (desk.id, code): form_count(desk.asked(code), desk.catalogue(code))
            for desk in chosen
            for code in desk.languages
        }
        click.echo(json.dumps(_plain(rows, forms), indent=1))
    else:
        console(quiet=quiet).print(_table(rows))


def _table(rows: Iterable[FolderWords]) -> Table:
    """Return a table that fits a screen of 80 letters; each edition has a line of its own."""
    table = Table(
        box=None,
        padding=(0, 1, 0, 0),
        caption="Words of the English. Each text counts once in a folder.",
    )
    table.add_column("folder", no_wrap=True)
    for name in ("words", "trans-\nlated", *(str(state) for state in _STATES)):
        table.add_column(name.replace("machine-", "machine-\n"), justify="right", no_wrap=True)
    for (code, edition), group in groupby(rows, lambda row: (row.language, row.edition)):
        table.add_section()
        table.add_row(f"[b]{code} {edition}[/b]")
        for row in group:
            counts = (row.words.get(state, 0) for state in _STATES)
            figures = (f"{count}" if count else "·" for count in counts)
            table.add_row(row.folder, str(row.total), f"{row.percent} %", *figures)
    return table


def _plain(
    rows: Iterable[FolderWords], forms: dict[tuple[str, str], int]
) -> list[dict[str, object]]:
    """Return an object for each edition and language, with its folders."""
    found: dict[tuple[str, str], list[dict[str, object]]] = {}
    for row in rows:
        states = {state.value: row.words.get(state, 0) for state in _STATES}
        told = {"folder": row.folder, "words": row.total, "translated": row.translated, **states}
        found.setdefault((row.edition, row.language), []).append(told)
    return [
        {"edition": pair[0], "language": pair[1], "forms": forms[pair], "folders": folders}
        for pair, folders in found.items()
    ]

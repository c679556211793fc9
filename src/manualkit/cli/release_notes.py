"""`manualkit release-notes`: a draft of what a release tells helpers."""

from datetime import date
from pathlib import Path

import click
from rich.console import Console

from manualkit.approving import (
    Desk,
    changed_pages,
    draft_notes,
    gone_pages,
    last_release,
    notes_file,
    write_notes,
)
from manualkit.cli.options import console, known, project_options
from manualkit.pipeline import prepare_sound

_VERSION = r"\d+\.\d+\.\d+"


@click.command("release-notes")
@click.argument("edition")
@click.option("--version", default="", help="Number of the coming version, such as 1.1.0.")
@click.option("--write", is_flag=True, help="Add the draft to releases.yml.")
@project_options
def release_notes(  # noqa: PLR0913  (each option is one argument)
    root: Path,
    today: date,
    output: str,
    *,
    edition: str,
    version: str,
    write: bool,
    quiet: bool,
) -> None:
    """List the pages of EDITION that changed since its last release, each with a place to tell it.

    You write the sentences: nothing that stands in releases.yml is changed.
    """
    desks = prepare_sound(root, today).desks
    known("EDITION", [edition], [desk.id for desk in desks])
    desk = next(desk for desk in desks if desk.id == edition)
    screen = console(quiet=quiet or output == "json")
    _tell(desk, screen)
    draft = draft_notes(desk, version, today)
    if draft is None:
        screen.print("Every changed page has its line there. There is nothing to add.")
        return
    click.echo("\n".join(draft.lines))
    file = notes_file(desk)
    if write:
        write_notes(desk, draft)
        screen.print(f"\nWritten to {file}. Now replace each FIXME with a sentence of your own.")
    else:
        screen.print(f"\nNothing was written. With --write this is added to {file}.")


def _tell(desk: Desk, screen: Console) -> None:
    last = last_release(desk)
    if last is None:
        screen.print("No version went out yet, so there is nothing to compare with.")
        return
    pages, gone = changed_pages(desk), gone_pages(desk)
    count = "1 page is" if len(pages) == 1 else f"{len(pages)} pages are"
    screen.print(f"Since version {last.version}, {count} new or changed.")
    for page in pages:
        screen.print(f"  {page.path}  {page.told}", markup=False, soft_wrap=True)
    for path in gone:
        screen.print(f"  {path}  gone", markup=False, soft_wrap=True)

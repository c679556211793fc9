"""`manualkit core-update`: what still fits when the core has changed."""

import sys
from datetime import date
from pathlib import Path

import click

from manualkit.adaptor.update import Update, stamp, update_of
from manualkit.cli.adaptation import changes_of, context_of, faults_of, project_at
from manualkit.cli.options import console, project_options
from manualkit.report.update import print_update, updates_as_json


@click.command("core-update")
@click.argument("editions", nargs=-1, metavar="[EDITION]...")
@click.option("--stamp", "stamps", is_flag=True, help="Set core_version where every change fits.")
@project_options
def core_update(  # noqa: PLR0913  (each option is one argument)
    root: Path,
    today: date,  # noqa: ARG001  (an option of every command)
    output: str,
    *,
    editions: tuple[str, ...],
    stamps: bool,
    quiet: bool,
) -> None:
    """List for every adaptation what still fits the core of today, conflicts or is obsolete.

    Ends with 1 if something needs a person.
    """
    project, findings = project_at(root)
    named = [context_of(project, findings, edition) for edition in editions]
    updates = [
        update_of(project.core, c, changes_of(project, c, root), len(faults_of(findings, c)))
        for c in named or project.contexts
    ]
    if stamps:
        updates = [_stamped(root, update, say=output == "text") for update in updates]
    if output == "json":
        click.echo(updates_as_json(updates))
    else:
        screen = console()
        for update in updates:
            if not (quiet and update.up_to_date):
                print_update(update, screen)
    sys.exit(0 if all(update.up_to_date for update in updates) else 1)


def _stamped(root: Path, update: Update, *, say: bool) -> Update:
    """Stamp an adaptation in which every change fits; the others stay as they are."""
    if update.up_to_date or not update.fits:
        return update
    if say:
        click.echo(f"wrote {update.file} (core_version {update.core})")
    return stamp(root, update)

"""`manualkit diff`: every change beside the core, word by word."""

import sys
from datetime import date
from pathlib import Path

import click

from manualkit.adaptor.comparison import Comparison, State
from manualkit.cli.adaptation import chosen, faults_of, only, project_at
from manualkit.cli.options import console, project_options
from manualkit.model.finding import Finding
from manualkit.model.project import Project
from manualkit.report.comparison import LEGEND, comparisons_as_json, print_comparison


@click.command()
@click.argument("edition", required=False)
@click.argument("ids", nargs=-1, metavar="[ID]...")
@project_options
def diff(  # noqa: PLR0913  (each option is one argument)
    root: Path,
    today: date,  # noqa: ARG001  (an option of every command)
    output: str,
    *,
    edition: str | None,
    ids: tuple[str, ...],
    quiet: bool,
) -> None:
    """Show what you changed beside the core, word by word, and what the core changed since.

    EDITION is an adaptation's folder name (all, if not given), ID a change such as LIV-011.
    A suggestion is only shown. Ends with 1 if a change is stale.
    """
    project, findings = project_at(root)
    comparisons = only(chosen(project, findings, edition, root), ids)
    stale = [c for c in comparisons if c.state is State.STALE]
    if output == "json":
        click.echo(comparisons_as_json(comparisons))
    else:
        _print(stale if quiet else comparisons)
        _tell_unread(project, findings, edition)
    sys.exit(1 if stale else 0)


def _tell_unread(project: Project, findings: list[Finding], edition: str | None) -> None:
    """Say which adaptations have files that could not be read, so that changes are missing here."""
    for context in project.contexts:
        name = context.adaptation.value.id
        if edition in (None, name) and faults_of(findings, context):
            words = f"Some files of {name} have errors; a change in them is not shown here."
            click.echo(f"{words} Run `manualkit check {name}`.", err=True)


def _print(comparisons: list[Comparison]) -> None:
    screen = console()
    # What somebody has to look at comes last, where the eye is when the text stops.
    for comparison in sorted(comparisons, key=lambda c: c.state is State.STALE):
        print_comparison(comparison, screen)
    if not comparisons:
        return
    screen.print(LEGEND, markup=False)
    count = sum(c.state is State.STALE for c in comparisons)
    words = "change is" if count == 1 else "changes are"
    screen.print(f"{count} {words} stale." if count else "No change is stale.")

"""Options and endings that the commands share."""

import sys
from collections.abc import Callable, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any, NoReturn, TypeVar

import click
from rich.console import Console

from manualkit.model.finding import Finding, errors
from manualkit.report.findings import as_json, print_findings

F = TypeVar("F", bound=Callable[..., Any])


def project_options(command: F) -> F:
    """Add the options of every command that reads the project."""
    for option in (
        click.option(
            "--root",
            type=click.Path(exists=True, file_okay=False, path_type=Path),
            default=Path(),
            help="The project's top folder (here, if not given).",
        ),
        click.option(
            "--today",
            type=click.DateTime(["%Y-%m-%d"]),
            callback=lambda _context, _option, value: _day(value),
            help="The day that contacts are checked against (today, if not given).",
        ),
        click.option(
            "--format",
            "output",
            type=click.Choice(["text", "json"]),
            default="text",
            help="Findings for people or for machines.",
        ),
        click.option("--quiet", "-q", is_flag=True, help="Say nothing but findings."),
    ):
        command = option(command)
    return command


def _day(value: datetime | None) -> date:
    return value.date() if value else datetime.now().astimezone().date()


def console(*, quiet: bool = False) -> Console:
    """Return where progress and results are printed (not findings as JSON)."""
    return Console(quiet=quiet, highlight=False)


def show(findings: Sequence[Finding], output: str, root: Path) -> None:
    """Print findings in the wished form."""
    if output == "json":
        click.echo(as_json(findings))
    elif findings:
        print_findings(findings, Console(highlight=False), root)


def finish(findings: Sequence[Finding], output: str, root: Path) -> NoReturn:
    """Print findings and end with 1 if one of them is an error, else with 0."""
    show(findings, output, root)
    sys.exit(1 if errors(findings) else 0)

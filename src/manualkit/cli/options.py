"""Options and endings that the commands share."""

import functools
import os
import sys
from collections.abc import Callable, Collection, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any, NoReturn

import click
from rich.console import Console

from manualkit.model.finding import Finding, InvalidProject, errors
from manualkit.pipeline import Options, read_project
from manualkit.report.findings import as_json, print_findings

_Command = Callable[..., None]


def project_options(command: _Command) -> _Command:
    """Add the options of every command that reads the project, and show its faults as findings."""

    @functools.wraps(command)
    def guarded(root: Path, today: date, output: str, **options: Any) -> None:  # noqa: ANN401
        try:
            command(root=root, today=today, output=output, **options)
        except InvalidProject as error:
            finish(error.findings, output, root)

    wrapped: _Command = guarded
    for option in _options():
        wrapped = option(wrapped)
    return wrapped


def _options() -> tuple[Callable[[_Command], _Command], ...]:
    return (
        click.option(
            "--root",
            type=click.Path(exists=True, file_okay=False, path_type=Path, resolve_path=True),
            default=".",
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
            help="For people or for machines.",
        ),
        click.option("--quiet", "-q", is_flag=True, help="Say nothing but findings."),
    )


def workers_option(command: _Command) -> _Command:
    """Add the number of processes."""
    return click.option(
        "--workers",
        type=click.IntRange(1, 64),
        default=os.cpu_count() or 1,
        show_default="one for each processor",
        help="How many processes work at the same time.",
    )(command)


def kept_option(command: _Command) -> _Command:
    """Add the folder of old versions."""
    return click.option(
        "--kept",
        type=click.Path(file_okay=False, path_type=Path, resolve_path=True),
        help="The folder that released versions are kept in (releases/, if not given).",
    )(command)


def form_options(command: _Command) -> _Command:
    """Add the options that say whom a text is worded for."""
    for person in ("client", "helper"):
        words = f"The {person} is a woman (f) or a man (m), where the wording depends on it."
        command = click.option(f"--{person}", type=click.Choice(["f", "m"]), help=words)(command)
    return command


def release_options(command: _Command) -> _Command:
    """Add the options of what is to be released."""
    command = click.option(
        "--release", is_flag=True, help="Refuse all that is not approved, checked and complete."
    )(command)
    return click.option(
        "--edition", multiple=True, help="With --release: only this edition; may be given again."
    )(command)


def release_of(root: Path, edition: Collection[str], *, release: bool) -> Options:
    """Return what is looked at.

    Raises:
        UsageError: editions are chosen, but nothing is released.
    """
    if edition and not release:
        raise click.UsageError("--edition belongs to --release; without it all editions are built.")
    if edition:
        project, _ = read_project(root)
        contexts = project.contexts if project else ()
        known("--edition", edition, ["core", *(c.adaptation.value.id for c in contexts)])
    return Options(release, frozenset(edition))


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


def known(option: str, wanted: Collection[str], names: Collection[str]) -> None:
    """Refuse a value of an option that the project does not know, and name those it knows.

    Raises:
        BadParameter: one of `wanted` is not in `names`.
    """
    for name in wanted:
        if name not in names:
            words = ", ".join(dict.fromkeys(names))
            raise click.BadParameter(f'"{name}" is not known. Known: {words}.', param_hint=option)

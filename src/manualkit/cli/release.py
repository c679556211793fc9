"""`manualkit release`: keep the version of an edition that goes out now."""

from datetime import date
from pathlib import Path

import click

from manualkit.cli.options import console, kept_option, known, project_options
from manualkit.pipeline import read_project
from manualkit.releasing import release_edition


@click.command()
@click.argument("edition")
@kept_option
@project_options
def release(  # noqa: PLR0913  (each option is one argument)
    root: Path, today: date, output: str, *, edition: str, kept: Path | None, quiet: bool
) -> None:
    """Keep what `manualkit build --release` made of EDITION, so that it stays readable.

    The newest version in releases.yml goes out. Its pages and sheets become one file in releases/,
    and releases.yml learns how each page read.
    """
    screen = console(quiet=quiet or output == "json")
    project, _ = read_project(root)
    names = ["core", *(each.adaptation.value.id for each in project.contexts)] if project else []
    known("EDITION", [edition], names)
    file = release_edition(root, today, edition, kept)
    size = file.stat().st_size / 1_000_000
    screen.print(f"Kept: {file} ({size:.1f} MB).", markup=False, soft_wrap=True)
    screen.print("Copy this file to where your organisation keeps its files. It is not in git.")
    screen.print("Commit releases.yml. The next version stands beside this one on the site.")

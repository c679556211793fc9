"""`manualkit check`: all faults of all files, in plain words."""

from collections.abc import Collection
from datetime import date
from pathlib import Path

import click

from manualkit.cli.options import console, finish, project_options, release_of, release_options
from manualkit.pipeline import prepare


@click.command()
@release_options
@project_options
def check(  # noqa: PLR0913  (each option is one argument)
    root: Path,
    today: date,
    output: str,
    *,
    edition: Collection[str],
    release: bool,
    quiet: bool,
) -> None:
    """Look at the core, every adaptation and every catalogue, and report all faults in one run."""
    prepared = prepare(root, today, release_of(root, edition, release=release))
    findings = (*prepared.findings, *prepared.translations)
    if not findings and output == "text":
        editions = ", ".join(manifest.edition.id for manifest in prepared.manifests)
        console(quiet=quiet).print(f"No findings. Editions: {editions}.")
    finish(findings, output, root)

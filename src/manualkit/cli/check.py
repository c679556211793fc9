"""`manualkit check`: all faults of all files, in plain words."""

from datetime import date
from pathlib import Path

import click

from manualkit.cli.options import console, finish, project_options
from manualkit.pipeline import prepare


@click.command()
@project_options
def check(root: Path, today: date, output: str, *, quiet: bool) -> None:
    """Look at the core, every adaptation and every catalogue, and report all faults in one run."""
    prepared = prepare(root, today)
    findings = (*prepared.findings, *prepared.translations)
    if not findings and output == "text":
        editions = ", ".join(manifest.edition.id for manifest in prepared.manifests)
        console(quiet=quiet).print(f"No findings. Editions: {editions}.")
    finish(findings, output, root)

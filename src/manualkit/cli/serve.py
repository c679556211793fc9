"""`manualkit serve`: a preview of one edition while somebody writes."""

import os
import subprocess
import sys
from datetime import datetime
from pathlib import Path

import click

from manualkit.cli.options import known
from manualkit.model.finding import errors
from manualkit.pipeline import prepare


@click.command()
@click.option("--edition", default="core", show_default=True, help="Which edition.")
@click.option("--lang", default="en", show_default=True, help="Which language.")
@click.option("--port", default=8000, show_default=True, help="Port on this computer.")
@click.option(
    "--root",
    type=click.Path(exists=True, file_okay=False, path_type=Path, resolve_path=True),
    default=".",
    help="The project's top folder (here, if not given).",
)
def serve(root: Path, edition: str, lang: str, port: int) -> None:
    """Show one edition in one language at http://localhost:PORT, renewed after every change."""
    _check(root, edition, lang)
    environment = os.environ | {"MANUAL_EDITION": edition, "MANUAL_LANGUAGE": lang}
    command = [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", f"localhost:{port}"]
    click.echo(f"http://localhost:{port}/  (end with Ctrl+C)")
    result = subprocess.run(command, cwd=root, env=environment, check=False)  # noqa: S603
    sys.exit(result.returncode)


def _check(root: Path, edition: str, lang: str) -> None:
    """Refuse an edition or a language that is not there; faults of files show on the page."""
    prepared = prepare(root, datetime.now().astimezone().date())
    if errors(prepared.findings):
        return
    languages = {m.edition.id: m.edition.languages for m in prepared.manifests}
    known("--edition", [edition], list(languages))
    known("--lang", [lang], languages[edition])

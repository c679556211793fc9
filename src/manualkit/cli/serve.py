"""`manualkit serve`: a preview of one edition while somebody writes."""

import os
import subprocess
import sys
from pathlib import Path

import click


@click.command()
@click.option("--edition", default="core", show_default=True, help="Which edition.")
@click.option("--lang", default="en", show_default=True, help="Which language.")
@click.option("--port", default=8000, show_default=True, help="Port on this computer.")
@click.option(
    "--root",
    type=click.Path(exists=True, file_okay=False, path_type=Path, resolve_path=True),
    default=".",
)
def serve(root: Path, edition: str, lang: str, port: int) -> None:
    """Show one edition in one language at http://localhost:PORT, renewed after every change."""
    environment = os.environ | {"MANUAL_EDITION": edition, "MANUAL_LANGUAGE": lang}
    command = [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", f"localhost:{port}"]
    click.echo(f"http://localhost:{port}/  (end with Ctrl+C)")
    result = subprocess.run(command, cwd=root, env=environment, check=False)  # noqa: S603
    sys.exit(result.returncode)

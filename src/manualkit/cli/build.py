"""`manualkit build`: everything, the site and the PDFs of all editions."""

import dataclasses as dc
import json
import os
from collections.abc import Collection, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import click

from manualkit.cli.options import (
    console,
    finish,
    kept_option,
    project_options,
    release_of,
    release_options,
    show,
    workers_option,
)
from manualkit.cli.progress import Steps
from manualkit.cli.summary import build_lines
from manualkit.last_build import LastBuild, Said
from manualkit.model.finding import InvalidProject
from manualkit.pdf import Outcome
from manualkit.pipeline import Built, build_all
from manualkit.site.key import files_digest


@click.command()
@release_options
@kept_option
@workers_option
@project_options
def build(  # noqa: PLR0913  (each option is one argument)
    root: Path,
    today: date,
    output: str,
    *,
    edition: Collection[str],
    release: bool,
    kept: Path | None,
    workers: int,
    quiet: bool,
) -> None:
    """Build the site in site/ and the PDFs in dist/, every edition in every language."""
    screen = console(quiet=quiet or output == "json")
    last = LastBuild(root, [today, release, *sorted(edition), *_around(kept)])
    if said := last.said():
        _show(said, output, root)
        screen.print("Nothing had changed, so nothing was composed, printed or rendered.")
        return
    options = dc.replace(release_of(root, edition, release=release), workers=workers, kept=kept)
    with Steps(screen) as steps:
        try:
            built = build_all(root, today, options, on_sheet=steps.sheets, on_shard=steps.shard)
        except InvalidProject as error:
            steps.__exit__(None, None, None)
            finish(error.findings, output, root)
    figures = _figures(built)
    _show(Said(built.findings, figures), output, root)
    last.keep(Said(built.findings, _still(figures)))
    for line in build_lines(built.sheets, built.site):
        screen.print(line)
    screen.print(
        "\nLook at it:  [bold].venv/bin/python -m http.server --directory site 8000[/bold]\n"
        "and open      [bold]http://localhost:8000/[/bold]   (the PDFs are in dist/ too)"
    )


def _around(kept: Path | None) -> Iterator[str]:
    """Yield what decides on a build and stands in no file of the project."""
    yield os.environ.get("MANUAL_SITE_URL", "")
    yield files_digest(kept.glob("*.zip")) if kept else ""


def _show(said: Said, output: str, root: Path) -> None:
    if output == "json":
        findings = [dc.asdict(finding) for finding in said.findings]
        click.echo(json.dumps({"findings": findings, **said.figures}, indent=1))
    else:
        show(said.findings, output, root)


def _figures(built: Built) -> dict[str, Any]:
    return {
        "pdfs": {
            f"{result.job.file}": {"outcome": result.outcome, "written": result.written}
            for result in built.sheets.results
        },
        "renditions": {
            f"{shard.edition}/{shard.rendition}": shard.pages for shard in built.site.shards
        },
        "files": dc.asdict(built.site.files),
    }


def _still(figures: dict[str, Any]) -> dict[str, Any]:
    """Return the figures of a build that finds everything made."""
    files = figures["files"]
    return {
        "pdfs": {
            file: {"outcome": Outcome.UNCHANGED, "written": False} for file in figures["pdfs"]
        },
        "renditions": dict.fromkeys(figures["renditions"], 0),
        "files": {"written": 0, "unchanged": files["written"] + files["unchanged"], "removed": 0},
    }

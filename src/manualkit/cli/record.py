"""`manualkit record`: the adaptation record as a folder for reviewers, and back."""

import json
from datetime import date
from pathlib import Path

import click

from manualkit.cli.options import console, finish, known, project_options
from manualkit.pipeline import Prepared, compose_all
from manualkit.record import Pictures, to_tables
from manualkit.submission import (
    pictures_of,
    rebuild_folder,
    record_sheets,
    write_kit,
    write_side_by_side,
)

_FILE = click.Path(exists=True, dir_okay=False, path_type=Path, resolve_path=True)
_FOLDER = click.Path(file_okay=False, path_type=Path, resolve_path=True)


@click.command()
@click.argument("edition", required=False)
@click.option("--out", type=_FOLDER, help="Where to write (dist/<edition>/record, if not given).")
@click.option("--rebuild", "workbook", type=_FILE, help="Make an adaptation's folder of this XLSX.")
@click.option("--into", type=_FOLDER, help="With --rebuild: the new folder.")
@project_options
def record(  # noqa: PLR0913  (each option is one argument)
    root: Path,
    today: date,
    output: str,
    *,
    edition: str | None,
    out: Path | None,
    workbook: Path | None,
    into: Path | None,
    quiet: bool,
) -> None:
    """Write the adaptation record of EDITION (of each, if not given) as a folder for reviewers."""
    if (workbook is None) != (into is None):
        raise click.UsageError("--rebuild and --into belong together.")
    if workbook is not None and into is not None:
        _rebuild(root, workbook, into, output)
    prepared, _ = compose_all(root, today)
    known("EDITION", [edition] if edition else [], list(prepared.compared))
    wanted = [edition] if edition else list(prepared.compared)
    if out is not None and len(wanted) != 1:
        raise click.UsageError("--out needs one EDITION.")
    if output == "json":
        _print(root, prepared, wanted)
        return
    findings = list(prepared.findings)
    for name in wanted:
        pictures = _pictures(root, prepared, name)
        folder = out or root / "dist" / name / "record"
        write_kit(root, prepared.compared[name], pictures, folder)
        manifest = prepared.compared[name].edition.manifest
        findings += write_side_by_side(root, manifest, folder)
        console(quiet=quiet).print(f"{name}: {folder}")
    finish(findings, output, root)


def _print(root: Path, prepared: Prepared, editions: list[str]) -> None:
    """Print the record of one edition as JSON, of several by their ids."""
    tables = {
        name: to_tables(
            record_sheets(root, prepared.compared[name], _pictures(root, prepared, name))
        )
        for name in editions
    }
    found = tables if len(editions) != 1 else tables[editions[0]]
    click.echo(json.dumps(found, ensure_ascii=False, indent=1))


def _pictures(root: Path, prepared: Prepared, edition: str) -> Pictures:
    images = {made.manifest.edition.id: made.images for made in prepared.compositions}
    return pictures_of(root, edition, images["core"], images[edition])


def _rebuild(root: Path, workbook: Path, into: Path, output: str) -> None:
    if into.exists() and any(into.iterdir()):
        message = "The folder is not empty. Give a new one, so that nothing of yours is lost."
        raise click.BadParameter(message, param_hint="--into")
    search = [workbook.parent, *sorted((root / "adaptations").glob("*/images"))]
    finish(rebuild_folder(workbook, into, search), output, root)

"""`manualkit verify`: the protected text in the published files, with a program of its own."""

import dataclasses as dc
from collections.abc import Collection
from datetime import date
from pathlib import Path

import click
import yaml
from rich.progress import Progress

from manualkit.cli.options import console, finish, known, project_options, workers_option
from manualkit.model.finding import errors
from manualkit.store import write_if_changed
from manualkit.verify import Protection, Verified, verify_old, write_down
from manualkit.verify import verify as look

_FOLDER = click.Path(exists=True, file_okay=False, path_type=Path, resolve_path=True)
_FILE = click.Path(dir_okay=False, path_type=Path)


@click.command()
@click.argument("site", required=False, type=_FOLDER)
@click.argument("dist", required=False, type=_FOLDER)
@click.option("--edition", multiple=True, help="Only this edition, as after a release of it.")
@click.option("--manifest", type=_FILE, help="Compare with a manifest that was kept.")
@click.option("--write-manifest", type=_FILE, help="Only write the manifest of protected text.")
@workers_option
@project_options
def verify(  # noqa: PLR0913  (each option is one argument)
    root: Path,
    today: date,  # noqa: ARG001  (every command that reads the project has it)
    output: str,
    *,
    site: Path | None,
    dist: Path | None,
    edition: Collection[str],
    manifest: Path | None,
    write_manifest: Path | None,
    workers: int,
    quiet: bool,
) -> None:
    """Prove that every core and safety text stands whole in SITE and in the PDFs of DIST."""
    screen = console(quiet=quiet or output == "json")
    if write_manifest is not None:
        protection = _protection(root, manifest)
        write_if_changed(write_manifest, protection.to_json().encode())
        screen.print(f"Written: {write_manifest}, {len(protection.renditions)} renditions.")
        return
    site, dist = site or root / "site", dist or root / "dist"
    for folder in (site, dist):
        if not folder.is_dir():
            raise click.UsageError(f"There is no folder {folder}. Build first, with `make site`.")
    protection = _only(_protection(root, manifest), edition)
    with Progress(console=screen, transient=True) as bar:
        task = bar.add_task("verify", total=None)
        result = look(
            protection,
            site,
            dist,
            workers=workers,
            progress=lambda done, total, _: bar.update(task, completed=done, total=total),
        )
    result += verify_old(root, site)
    if not errors(result.findings):
        screen.print(summary(result))
    finish(result.findings, output, root)


def _only(protection: Protection, edition: Collection[str]) -> Protection:
    """Return what is protected in some editions alone."""
    known("--edition", edition, [each.edition for each in protection.renditions])
    renditions = [each for each in protection.renditions if not edition or each.edition in edition]
    return dc.replace(protection, renditions=tuple(renditions), whole=not edition)


def _protection(root: Path, manifest: Path | None) -> Protection:
    if manifest is not None:
        try:
            return Protection.from_json(manifest.read_text("utf-8"))
        except (OSError, ValueError) as error:
            raise click.BadParameter(str(error), param_hint="--manifest") from error
    if not (root / "docs" / "manual.yml").is_file():
        raise click.UsageError(f"There is no manual in {root}.")
    try:
        return write_down(root)
    except (OSError, ValueError, KeyError, yaml.YAMLError) as error:
        message = f"The sources cannot be read ({error}). `manualkit check` tells where."
        raise click.UsageError(message) from error


def summary(result: Verified) -> str:
    """Return what was looked at, in one sentence."""
    others = f" {result.others} PDFs are offered by no page and were not read." * bool(
        result.others
    )
    old = f" Old versions as they went out: {result.old}." * bool(result.old)
    return (
        f"Verified: {result.blocks} protected blocks of {result.renditions} renditions, "
        f"in {result.pages} pages and {result.pdfs} PDFs.{others}{old}"
    )

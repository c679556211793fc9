"""`manualkit check`: all faults of all files, in plain words."""

import sys
from collections.abc import Collection, Sequence
from datetime import date
from pathlib import Path

import click

from manualkit.cli.options import console, project_options, release_of, release_options, show
from manualkit.model.finding import Finding, did_you_mean, errors
from manualkit.pipeline import Prepared, prepare
from manualkit.report.order import adaptations_first, for_edition, next_step


@click.command()
@click.argument("only", metavar="[EDITION]", required=False)
@release_options
@project_options
def check(  # noqa: PLR0913  (each option is one argument)
    root: Path,
    today: date,
    output: str,
    *,
    only: str | None,
    edition: Collection[str],
    release: bool,
    quiet: bool,
) -> None:
    """Look at the core, every adaptation and every catalogue, and report all faults in one run.

    With EDITION, the folder name of an adaptation (or core): only what concerns that edition, its
    own files first.
    """
    if only:
        _refuse_unknown(root, only)
    released = (*edition, only) if only and release else edition
    prepared = prepare(root, today, release_of(root, released, release=release))
    findings: Sequence[Finding] = (*prepared.findings, *prepared.translations)
    if only:
        findings = for_edition(findings, only, _stands_on(prepared, only))
    else:
        findings = adaptations_first(findings)
    screen = console(quiet=quiet or output == "json")
    if not findings:
        names = [only] if only else [m.edition.id for m in prepared.manifests]
        label = "Edition" if only else "Editions"
        screen.print(f"No findings. {label}: {', '.join(names)}.", soft_wrap=True)
    show(findings, output, root)
    screen.print(next_step(findings, only or ""), soft_wrap=True, markup=False)
    sys.exit(1 if errors(findings) else 0)


def _stands_on(prepared: Prepared, edition: str) -> list[str]:
    """Return the adaptations that an edition extends."""
    for manifest in prepared.manifests:
        if manifest.edition.id == edition:
            return list(manifest.edition.extends)
    return []


def _refuse_unknown(root: Path, edition: str) -> None:
    """Refuse an edition that has no folder; one with faults has no manifest, but a folder.

    Raises:
        BadParameter: which there are.
    """
    folders = (root / "adaptations").glob("*/")
    names = ["core", *sorted(path.name for path in folders if path.name[0] not in "._")]
    if edition not in names:
        hint = did_you_mean(edition, names, f"Known: {', '.join(names)}.")
        raise click.BadParameter(f'There is no edition "{edition}". {hint}', param_hint="EDITION")

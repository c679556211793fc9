"""`manualkit pdf`: the PDFs of all renditions, or of some."""

import dataclasses as dc
import os
from collections.abc import Callable, Collection, Iterator, Sequence
from datetime import date
from pathlib import Path

import click
from rich.console import Console

from manualkit.cli.options import (
    console,
    finish,
    form_options,
    known,
    project_options,
    release_of,
    workers_option,
)
from manualkit.cli.pdf_watch import Planned, compose_chosen, keep_printed
from manualkit.cli.progress import Steps
from manualkit.cli.summary import print_table, sheet_rows
from manualkit.cli.variants import variant_options
from manualkit.last_build import FILE_OF_PRINT, LastBuild, Said
from manualkit.model.finding import Finding, errors
from manualkit.model.forms import Forms, Gender
from manualkit.model.language import is_english
from manualkit.model.variant import Variant
from manualkit.pdf import PrintPlan, SheetKind, build_pdfs
from manualkit.pipeline import compose_all
from manualkit.site import site_address

# Their values: click would ask for the names of an enum's members.
_KINDS = click.Choice([kind.value for kind in SheetKind])
_ANY_WAY = frozenset({"output", "quiet", "root", "today", "watch", "workers"})
"""Options that decide on no sheet."""


@click.command()
@click.option("--edition", multiple=True, help="Only this edition; may be given again.")
@click.option(
    "--lang", multiple=True, help="Only this language, or two: ur+en; may be given again."
)
@click.option("--kind", multiple=True, type=_KINDS, help="Only this kind.")
@click.option("--page", multiple=True, help="Only this page, for example group/session-2.")
@click.option("--kit", multiple=True, help="Only this kit, for example training-day-3.")
@form_options
@variant_options
@workers_option
@click.option("--watch", is_flag=True, help="Stay, and print again what a change concerns.")
@project_options
def pdf(  # noqa: PLR0913  (each option is one argument)
    root: Path,
    today: date,
    output: str,
    *,
    edition: Collection[str],
    lang: Collection[str],
    kind: Collection[str],
    page: Collection[str],
    kit: Collection[str],
    helper: Gender | None,
    client: Gender | None,
    variant: Variant,
    workers: int,
    watch: bool,
    quiet: bool,
) -> None:
    """Make the PDFs in dist/; what has not changed is not made again.

    With --helper or --client, sheets in that wording are made beside the usual ones, in all
    languages but English. With --paper, --large, --booklet or --sides two they are made in that
    variant, beside the usual ones. Later builds without options keep all of them up to date.
    """
    wanted = PrintPlan(
        root=root,
        editions=(),
        languages=lang or None,
        kinds=(*kind, SheetKind.KIT) if kit else kind or None,
        pages=page or None,
        kits=kit or None,
        workers=workers,
        forms=_forms(Forms(helper, client), lang),
        variant=variant,
    )
    if watch:
        release_of(root, edition, release=True)  # refuses an edition that is not there
        keep_printed(root, output, lambda: _chosen(wanted, edition, today), workers)
        return
    screen = console(quiet=quiet or output == "json")
    finish(_printed(lambda: _planned(wanted, edition, today), root, today, screen), output, root)


def _printed(
    planned: Callable[[], Planned], root: Path, today: date, screen: Console
) -> Sequence[Finding]:
    """Print once, unless nothing has changed since it was done; return what is to be said."""
    last = LastBuild(root, _asked(today), FILE_OF_PRINT)
    if said := last.said():
        screen.print("Nothing had changed, so nothing was composed or printed.")
        return said.findings
    plan, found = planned()
    with Steps(screen) as steps:
        report = build_pdfs(dc.replace(plan, on_progress=steps.sheets))
    print_table(sheet_rows(report), screen)
    findings = (*found, *report.findings)
    if not errors(findings):
        last.keep(Said(findings, {}))
    return findings


def _asked(today: date) -> Iterator[str]:
    """Yield what decides on the sheets and stands in no file of the project."""
    yield str(today)
    yield os.environ.get("MANUAL_SITE_URL", "")
    options = click.get_current_context().params.items()
    yield from (f"{name} {value}" for name, value in sorted(options) if name not in _ANY_WAY)


def _planned(wanted: PrintPlan, edition: Collection[str], today: date) -> Planned:
    """Compose the project and return the plan for the chosen editions, with what was found."""
    prepared, _ = compose_all(wanted.root, today)
    known("--edition", edition, [m.edition.id for m in prepared.manifests])
    chosen = [m for m in prepared.manifests if not edition or m.edition.id in edition]
    plan = dc.replace(wanted, editions=chosen, site=site_address(wanted.root))
    _check(plan)
    return plan, prepared.findings


def _chosen(wanted: PrintPlan, edition: Collection[str], today: date) -> Planned:
    """Do the same for somebody who writes: other editions are not even looked at."""
    prepared = compose_chosen(wanted.root, today, frozenset(edition))
    plan = dc.replace(wanted, editions=prepared.manifests, site=site_address(wanted.root))
    _check(plan)
    return plan, prepared.findings


def _check(plan: PrintPlan) -> None:
    """Refuse languages, pages and kits that no chosen edition has."""
    renditions = [name for m in plan.editions for name in m.edition.renditions]
    printed = [p.path for m in plan.editions for p in m.pages if p.kind.value in set(SheetKind)]
    known("--lang", plan.languages or (), renditions)
    known("--page", plan.pages or (), printed)
    known("--kit", plan.kits or (), [kit.id for m in plan.editions for kit in m.kits])


def _forms(forms: Forms, languages: Collection[str]) -> Forms:
    """Return what is asked for.

    Raises:
        UsageError: nothing but English is asked for with it.
    """
    if forms.context and languages and all(map(is_english, languages)):
        raise click.UsageError("English has one wording: --helper and --client change nothing.")
    return forms

"""`manualkit pdf`: the PDFs of all renditions, or of some."""

import dataclasses as dc
from collections.abc import Collection
from datetime import date
from pathlib import Path

import click

from manualkit.cli.options import (
    console,
    finish,
    form_options,
    known,
    project_options,
    workers_option,
)
from manualkit.cli.progress import Steps
from manualkit.cli.summary import print_table, sheet_rows
from manualkit.cli.variants import variant_options
from manualkit.model.forms import Forms, Gender
from manualkit.model.language import is_english
from manualkit.model.variant import Variant
from manualkit.pdf import PrintPlan, SheetKind, build_pdfs
from manualkit.pipeline import compose_all
from manualkit.site import site_address

# Their values: click would ask for the names of an enum's members.
_KINDS = click.Choice([kind.value for kind in SheetKind])


@click.command()
@click.option("--edition", multiple=True, help="Only this edition; may be given again.")
@click.option(
    "--lang", multiple=True, help="Only this language, or two: ur+en; may be given again."
)
@click.option("--kind", multiple=True, type=_KINDS, help="Only this kind.")
@click.option("--page", multiple=True, help="Only this page, for example group/session-2.")
@form_options
@variant_options
@workers_option
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
    helper: Gender | None,
    client: Gender | None,
    variant: Variant,
    workers: int,
    quiet: bool,
) -> None:
    """Make the PDFs in dist/; what has not changed is not made again.

    With --helper or --client, sheets in that wording are made beside the usual ones, in all
    languages but English, which has one wording for everybody. With --paper, --large, --booklet
    or --sides two they are made in that variant, beside the usual ones. Later builds without
    options keep all of them up to date.
    """
    prepared, _ = compose_all(root, today)
    plan = PrintPlan(
        root=root,
        editions=[m for m in prepared.manifests if not edition or m.edition.id in edition],
        languages=lang or None,
        kinds=kind or None,
        pages=page or None,
        workers=workers,
        forms=_forms(Forms(helper, client), lang),
        variant=variant,
        site=site_address(root),
    )
    known("--edition", edition, [m.edition.id for m in prepared.manifests])
    _check(plan)
    with Steps(console(quiet=quiet or output == "json")) as steps:
        report = build_pdfs(dc.replace(plan, on_progress=steps.sheets))
    print_table(sheet_rows(report), console(quiet=quiet or output == "json"))
    finish((*prepared.findings, *report.findings), output, root)


def _check(plan: PrintPlan) -> None:
    """Refuse languages and pages that no chosen edition has."""
    renditions = [name for m in plan.editions for name in m.edition.renditions]
    printed = [p.path for m in plan.editions for p in m.pages if p.kind.value in set(SheetKind)]
    known("--lang", plan.languages or (), renditions)
    known("--page", plan.pages or (), printed)


def _forms(forms: Forms, languages: Collection[str]) -> Forms:
    """Return what is asked for.

    Raises:
        UsageError: nothing but English is asked for with it.
    """
    if forms.context and languages and all(map(is_english, languages)):
        raise click.UsageError("English has one wording: --helper and --client change nothing.")
    return forms

"""`manualkit pdf`: the PDFs of all renditions, or of some."""

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
from manualkit.model.forms import Forms, Gender
from manualkit.model.language import is_english
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
    workers: int,
    quiet: bool,
) -> None:
    """Make the PDFs in dist/; what has not changed is not made again.

    With --helper or --client, sheets in that wording are made beside the usual ones, in all
    languages but English, which has one wording for everybody.
    """
    forms = _forms(Forms(helper, client), lang)
    prepared, _ = compose_all(root, today)
    manifests = [m for m in prepared.manifests if not edition or m.edition.id in edition]
    known("--edition", edition, [m.edition.id for m in prepared.manifests])
    known("--lang", lang, [name for m in manifests for name in m.edition.renditions])
    printed = [p.path for m in manifests for p in m.pages if p.kind.value in set(SheetKind)]
    known("--page", page, printed)
    with Steps(console(quiet=quiet or output == "json")) as steps:
        plan = PrintPlan(
            root=root,
            editions=manifests,
            languages=lang or None,
            kinds=kind or None,
            pages=page or None,
            workers=workers,
            on_progress=steps.sheets,
            forms=forms,
            site=site_address(root),
        )
        report = build_pdfs(plan)
    print_table(sheet_rows(report), console(quiet=quiet or output == "json"))
    finish((*prepared.findings, *report.findings), output, root)


def _forms(forms: Forms, languages: Collection[str]) -> Forms:
    """Return what is asked for.

    Raises:
        UsageError: nothing but English is asked for with it.
    """
    if forms.context and languages and all(map(is_english, languages)):
        raise click.UsageError("English has one wording: --helper and --client change nothing.")
    return forms

"""`manualkit pdf`: the PDFs of all renditions, or of some."""

from collections.abc import Collection
from datetime import date
from pathlib import Path

import click

from manualkit.cli.options import console, finish, project_options, workers_option
from manualkit.cli.progress import Steps
from manualkit.cli.summary import print_table, sheet_rows
from manualkit.pdf import PrintPlan, SheetKind, build_pdfs
from manualkit.pipeline import compose_all


@click.command()
@click.option("--edition", multiple=True, help="Only this edition; may be given again.")
@click.option("--lang", multiple=True, help="Only this language; may be given again.")
@click.option("--kind", multiple=True, type=click.Choice([*SheetKind]), help="Only this kind.")
@click.option("--page", multiple=True, help="Only this page, for example group/session-2.")
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
    workers: int,
    quiet: bool,
) -> None:
    """Make the PDFs in dist/; what has not changed is not made again."""
    prepared, _ = compose_all(root, today)
    manifests = [m for m in prepared.manifests if not edition or m.edition.id in edition]
    _known("--edition", edition, [m.edition.id for m in prepared.manifests])
    _known("--lang", lang, [code for m in manifests for code in m.edition.languages])
    _known("--page", page, [p.path for m in manifests for p in m.pages])
    with Steps(console(quiet=quiet or output == "json")) as steps:
        plan = PrintPlan(
            root=root,
            editions=manifests,
            languages=lang or None,
            kinds=kind or None,
            pages=page or None,
            workers=workers,
            on_progress=steps.sheets,
        )
        report = build_pdfs(plan)
    print_table(sheet_rows(report), console(quiet=quiet or output == "json"))
    finish((*prepared.findings, *report.findings), output, root)


def _known(option: str, wanted: Collection[str], names: Collection[str]) -> None:
    for name in wanted:
        if name not in names:
            known = ", ".join(dict.fromkeys(names))
            raise click.BadParameter(f'"{name}" is not known. Known: {known}.', param_hint=option)

"""`manualkit translate`: catalogues of all languages."""

from datetime import date
from pathlib import Path

import click
from rich.table import Table

from manualkit.approving import claimed_findings
from manualkit.catalogue import (
    UpdateCounts,
    term_findings,
)
from manualkit.cli.catalogues import (
    in_order,
    safety_by_language,
    translated,
    update_edition,
    update_safety_text,
)
from manualkit.cli.exchange import export_command, import_command
from manualkit.cli.forms import form_command
from manualkit.cli.language import new_command
from manualkit.cli.options import console, finish, project_options
from manualkit.cli.review import review_command
from manualkit.cli.translation_status import status_command
from manualkit.pipeline import messages_of_all, prepare, prepare_sound
from manualkit.translations import catalogue_findings


@click.group()
def translate() -> None:
    """Bring new English texts into the catalogues, and check what translators wrote."""


translate.add_command(export_command)
translate.add_command(import_command)


@translate.command("update")
@project_options
def update_command(root: Path, today: date, output: str, *, quiet: bool) -> None:
    """Write new and changed English texts into locale/; nothing that is translated is lost."""
    prepared = prepare_sound(root, today)
    table = Table("catalogue", "kept", "new", "to look at", "obsolete", "forms", "written")
    messages = messages_of_all(root, prepared)
    for manifest in in_order(prepared):
        for code in translated(manifest):
            name, counts = update_edition(root, manifest, messages, code)
            table.add_row(name, *_figures(counts))
    for code, safety in safety_by_language(prepared, messages).items():
        name, counts = update_safety_text(root, safety, code)
        table.add_row(name, *_figures(counts))
    console(quiet=quiet or output == "json").print(table)


def _figures(counts: UpdateCounts) -> tuple[str, ...]:
    figures = (counts.kept, counts.new, counts.fuzzy, counts.obsolete, counts.forms)
    return (*map(str, figures), "yes" if counts.written else "no")


translate.add_command(form_command)
translate.add_command(review_command)
translate.add_command(status_command)
translate.add_command(new_command)


@translate.command("check")
@project_options
def check_command(root: Path, today: date, output: str, *, quiet: bool) -> None:
    """Compare every translation with its English: placeholders, numbers, links, marks, terms."""
    findings = catalogue_findings(root)
    prepared = prepare(root, today)
    for manifest in prepared.manifests:
        findings += term_findings(root, manifest)
    findings += claimed_findings(root, prepared.desks)
    findings = list(dict.fromkeys(findings))
    if not findings and output == "text":
        console(quiet=quiet).print("No findings in the catalogues.")
    finish(findings, output, root)

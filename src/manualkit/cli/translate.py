"""`manualkit translate`: catalogues of all languages."""

from datetime import date
from pathlib import Path

import click
from rich.table import Table

from manualkit.catalogue import update
from manualkit.cli.options import console, finish, project_options
from manualkit.model.language import language
from manualkit.pipeline import catalogue_findings, messages_of_all, prepare_sound


@click.group()
def translate() -> None:
    """Bring new English texts into the catalogues, and check what translators wrote."""


@translate.command("update")
@project_options
def update_command(root: Path, today: date, output: str, *, quiet: bool) -> None:
    """Write new and changed English texts into locale/; nothing that is translated is lost."""
    prepared = prepare_sound(root, today)
    table = Table("catalogue", "kept", "new", "to look at", "obsolete", "written")
    messages = messages_of_all(root, prepared)
    for manifest in prepared.manifests:
        name = f"{manifest.edition.id}.po"
        for code in manifest.edition.languages:
            if code == "en":
                continue
            folder = root / "locale" / code
            beside = None if manifest.edition.id == "core" else folder / "core.po"
            found = messages[manifest.edition.id]
            counts = update(folder / name, found, language(code), beside=beside)
            figures = (counts.kept, counts.new, counts.fuzzy, counts.obsolete)
            table.add_row(f"{code}/{name}", *map(str, figures), "yes" if counts.written else "no")
    console(quiet=quiet or output == "json").print(table)


@translate.command("check")
@project_options
def check_command(root: Path, today: date, output: str, *, quiet: bool) -> None:
    """Compare every translation with its English: placeholders, numbers, links, marks."""
    del today
    findings = catalogue_findings(root)
    if not findings and output == "text":
        console(quiet=quiet).print("No findings in the catalogues.")
    finish(findings, output, root)

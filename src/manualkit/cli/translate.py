"""`manualkit translate`: catalogues of all languages."""

import dataclasses as dc
import json
from datetime import date
from pathlib import Path

import click
from rich.table import Table

from manualkit.catalogue import Catalogue, progress, update
from manualkit.cli.options import console, finish, project_options
from manualkit.extract import asked_in
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
    # Those that others extend come first: what their files hold, the others need not.
    for manifest in sorted(prepared.manifests, key=lambda each: len(each.edition.extends)):
        name = f"{manifest.edition.id}.po"
        for code in manifest.edition.languages:
            if code == "en":
                continue
            folder = root / "locale" / code
            others = () if manifest.edition.id == "core" else ("core", *manifest.edition.extends)
            beside = [folder / f"{other}.po" for other in others]
            found = asked_in(messages[manifest.edition.id], manifest.local_texts, code)
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


@translate.command("status")
@project_options
def status_command(root: Path, today: date, output: str, *, quiet: bool) -> None:
    """Count the words of each edition that have a published translation, language by language."""
    prepared = prepare_sound(root, today)
    messages = messages_of_all(root, prepared)
    table = Table("edition", "language", "translated", "words", "%")
    figures = []
    for manifest in prepared.manifests:
        edition = manifest.edition
        for code in edition.languages:
            if code == "en":
                continue
            catalogue = Catalogue.open(root / "locale", edition.id, code, edition.extends)
            found = asked_in(messages[edition.id], manifest.local_texts, code)
            text = progress(found, catalogue).whole.text
            figures.append({"edition": edition.id, "language": code, **dc.asdict(text)})
            counts = (text.translated, text.total, text.percent)
            table.add_row(edition.id, code, *map(str, counts))
    if output == "json":
        click.echo(json.dumps(figures, indent=1))
    else:
        console(quiet=quiet).print(table)

"""`manualkit translate`: catalogues of all languages."""

from collections.abc import Mapping
from datetime import date
from functools import partial
from pathlib import Path

import click
from rich.table import Table

from manualkit.approving import claimed_findings
from manualkit.catalogue import (
    TermIndex,
    UpdateCounts,
    term_findings,
    update,
    update_safety,
)
from manualkit.cli.exchange import export_command, import_command
from manualkit.cli.forms import form_command
from manualkit.cli.options import console, finish, project_options
from manualkit.cli.review import review_command
from manualkit.cli.translation_status import status_command
from manualkit.extract import asked_in
from manualkit.model.language import language
from manualkit.model.rendition import Message
from manualkit.pipeline import (
    Prepared,
    catalogue_findings,
    messages_of_all,
    prepare,
    prepare_sound,
)


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
    # Those that others extend come first: what their files hold, the others need not.
    for manifest in sorted(prepared.manifests, key=lambda each: len(each.edition.extends)):
        name, words = f"{manifest.edition.id}.po", TermIndex(manifest.terms)
        for code in manifest.edition.languages:
            if code == "en":
                continue
            folder = root / "locale" / code
            others = () if manifest.edition.id == "core" else ("core", *manifest.edition.extends)
            beside = [folder / f"{other}.po" for other in others]
            found = asked_in(messages[manifest.edition.id], manifest.local_texts, code)
            found = [message for message in found if not message.safety]
            note = partial(words.note, code=code)
            counts = update(folder / name, found, language(code), beside=beside, note=note)
            table.add_row(f"{code}/{name}", *_figures(counts))
    for code, safety in _safety_by_language(prepared, messages).items():
        counts = update_safety(root / "locale" / code, safety, language(code))
        table.add_row(f"{code}/safety.po", *_figures(counts))
    console(quiet=quiet or output == "json").print(table)


def _figures(counts: UpdateCounts) -> tuple[str, ...]:
    figures = (counts.kept, counts.new, counts.fuzzy, counts.obsolete, counts.forms)
    return (*map(str, figures), "yes" if counts.written else "no")


def _safety_by_language(
    prepared: Prepared, messages: Mapping[str, list[Message]]
) -> dict[str, list[Message]]:
    """Return the safety text of all editions that a language is read in."""
    found: dict[str, list[Message]] = {}
    for manifest in prepared.manifests:
        safety = [message for message in messages[manifest.edition.id] if message.safety]
        for code in manifest.edition.languages:
            if code != "en" and safety:
                found.setdefault(code, []).extend(safety)
    return found


translate.add_command(form_command)
translate.add_command(review_command)
translate.add_command(status_command)


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

"""`manualkit translate export` and `import`: a piece for a person, and what came back of it."""

import json
from collections import Counter
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import click
from rich.table import Column, Table

from manualkit.catalogue.exchange import (
    PARTS,
    SAFETY_PART,
    STATES,
    Decision,
    Outcome,
    Returned,
    Unit,
    bring_in,
    in_state,
    messages_of_part,
    read_xliff,
    to_xliff,
    units,
)
from manualkit.cli.options import console, known, project_options, show
from manualkit.extract import asked_in
from manualkit.model.finding import Finding, Location, errors
from manualkit.pipeline import messages_of_all, prepare_sound
from manualkit.store import write_if_changed

_ENDINGS = {"xliff": "xlf", "monitoring": "xlsx"}


@click.command("export")
@click.argument("lang")
@click.option(
    "--as",
    "form",
    type=click.Choice(list(_ENDINGS)),
    default="xliff",
    show_default=True,
    help="XLIFF 1.2 for a translation tool, or a sheet with the four questions for a reviewer.",
)
@click.option("--edition", default="core", show_default=True, help="Whose texts.")
@click.option("--only", "part", type=click.Choice(PARTS), help="One part (safety text: by name).")
@click.option("--state", "states", type=click.Choice(STATES), multiple=True, help="In this state.")
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), help="The file to write.")
@project_options
def export_command(  # noqa: PLR0913  (an argument for each option)
    root: Path,
    today: date,
    output: str,
    *,
    quiet: bool,
    lang: str,
    form: str,
    edition: str,
    part: str | None,
    states: tuple[str, ...],
    out: Path | None,
) -> None:
    """Write messages of a language into one file, for a translator or a reviewer."""
    found, absent = _chosen(root, today, (lang, edition), part)
    found = in_state(found, states)
    content = to_xliff(found) if form == "xliff" else _sheet(found, lang)
    name = "-".join(filter(None, (edition, lang, part, *states)))
    path = out or root / "build" / "exchange" / f"{name}.{_ENDINGS[form]}"
    write_if_changed(path, content)
    if output == "json":
        told = {"file": str(path), "messages": len(found), "not_in_catalogue": len(absent)}
        click.echo(json.dumps(told))
        return
    say = console(quiet=quiet).print
    say(f"{len(found)} messages in {path}", soft_wrap=True)
    if absent:
        say(f"{len(absent)} texts are in no catalogue yet: run `manualkit translate update` first.")


def _chosen(
    root: Path, today: date, rendition: tuple[str, str], part: str | None
) -> tuple[list[Unit], list[str]]:
    """Return the messages of a part of an edition, and the texts that no catalogue holds."""
    lang, name = rendition
    prepared = prepare_sound(root, today)
    editions = {manifest.edition.id: manifest for manifest in prepared.manifests}
    known("--edition", [name], editions)
    manifest = editions[name]
    known("LANG", [lang], [code for code in manifest.edition.languages if code != "en"])
    asked = asked_in(messages_of_all(root, prepared)[name], manifest.local_texts, lang)
    safety = part == SAFETY_PART
    catalogues = (SAFETY_PART,) if safety else (name, *manifest.edition.extends, "core")
    return units(root / "locale" / lang, catalogues, messages_of_part(asked, part))


@click.command("import")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--dry-run", is_flag=True, help="Tell what would be taken, and write nothing.")
@project_options
def import_command(  # noqa: PLR0913  (an argument for each option)
    root: Path, today: date, output: str, *, quiet: bool, file: Path, dry_run: bool
) -> None:
    """Bring back a file that a translator or a reviewer has filled in.

    What came from a person is a draft. What a monitoring sheet says so of, line by line, is
    reviewed.
    """
    came, findings = _read(file)
    if not came and not findings:
        message = "There is not one message of a catalogue in this file."
        hint = "Look whether this is the file that came back, and not another one."
        findings.append(Finding("exchange-empty", Location(file.name), message, hint))
    unread = len(findings)
    decisions = bring_in(root, came, today, dry_run=dry_run)
    findings += [finding for decision in decisions for finding in decision.findings]
    if output == "text":
        console(quiet=quiet).print(_table(decisions, file.name, unread))
        if dry_run:
            console(quiet=quiet).print("Nothing was written (--dry-run).")
    show(findings, output, root)
    raise SystemExit(1 if errors(findings) else 0)


def _sheet(found: list[Unit], lang: str) -> bytes:
    from manualkit.catalogue.exchange.monitoring import to_monitoring  # noqa: PLC0415

    return to_monitoring(found, lang)


def _read(file: Path) -> tuple[list[Returned], list[Finding]]:
    if file.suffix.lower() != ".xlsx":
        return read_xliff(file.read_bytes(), file.name)
    from manualkit.catalogue.exchange.monitoring_read import from_monitoring  # noqa: PLC0415

    return from_monitoring(file.read_bytes(), file.name)


def _table(decisions: Sequence[Decision], file: str, unread: int) -> Table:
    table = Table(Column("catalogue", overflow="fold"), *(outcome.value for outcome in Outcome))
    counts: dict[str, Counter[Outcome]] = {}
    for decision in decisions:
        counts.setdefault(decision.key.file, Counter())[decision.outcome] += 1
    for name, count in counts.items():
        table.add_row(name, *(str(count[outcome]) for outcome in Outcome))
    if unread:
        refused = (unread if outcome is Outcome.REFUSED else 0 for outcome in Outcome)
        table.add_row(f"{file}, not read", *map(str, refused))
    return table

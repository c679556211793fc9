"""`manualkit translate form`: room for a text that is worded for a woman or a man."""

from datetime import date
from pathlib import Path

import click

from manualkit.catalogue import add_forms
from manualkit.cli.options import console, form_options, known, project_options
from manualkit.extract import asked_in
from manualkit.model.block import Kind, Lock
from manualkit.model.finding import did_you_mean
from manualkit.model.forms import Forms, Gender
from manualkit.model.language import is_english, language
from manualkit.model.manifest import Manifest
from manualkit.model.rendition import Message
from manualkit.pipeline import messages_of_all, prepare_sound

_SPEAKING = (Kind.SAY, Kind.ASK, Kind.EXAMPLE, Kind.PRACTICE, Kind.SCENE, Kind.DO)
"""Kinds of blocks that speak as a person or to one."""


@click.command("form")
@click.argument("lang")
@click.option("--block", required=True, help="Id of the block, as a finding or the page names it.")
@click.option("--edition", default="core", help="In whose catalogue; core if not given.")
@form_options
@project_options
def form_command(  # noqa: PLR0913  (each option is one argument)
    root: Path,
    today: date,
    output: str,
    *,
    lang: str,
    block: str,
    edition: str,
    helper: Gender | None,
    client: Gender | None,
    quiet: bool,
) -> None:
    """Add empty forms for the texts of a block to the catalogue of LANG, to be filled in.

    A form is worded for a woman or a man. Where it is missing or empty, readers get the usual text.
    """
    forms = Forms(helper, client)
    if not forms.context:
        raise click.UsageError("Say whom the form is for: --helper f, --client m, or both.")
    prepared = prepare_sound(root, today)
    manifests = {manifest.edition.id: manifest for manifest in prepared.manifests}
    known("--edition", [edition], list(manifests))
    manifest = manifests[edition]
    known("LANG", [lang], [code for code in manifest.edition.languages if not is_english(code)])
    _speaking(manifest, block)
    asked = asked_in(messages_of_all(root, prepared)[edition], manifest.local_texts, lang)
    texts = {each.text: each for each in asked if each.block == block and _said(each)}
    name = f"locale/{lang}/{edition}.po"
    added = add_forms(root / name, language(lang), texts.values(), forms)
    there = f", {len(texts) - added} were there" if added < len(texts) else ""
    told = f'{name}: empty forms "{forms.context}" of {added} texts added{there}.'
    console(quiet=quiet or output == "json").print(told, markup=False)


def _said(message: Message) -> bool:
    """Whether a text is one of a block's own; a label or a picture's words speak to nobody."""
    return not message.safety and message.kind not in {"string", "alt"}


def _speaking(manifest: Manifest, name: str) -> None:
    """Refuse a block that is not there, or that speaks neither as a person nor to one.

    Raises:
        BadParameter: it is such a block.
    """
    block = next((block for block in manifest.blocks if block.id == name), None)
    option = "--block"
    if block is None:
        hint = did_you_mean(name, [b.id for b in manifest.blocks if b.kind in _SPEAKING])
        message = f'"{name}" is no block of the edition {manifest.edition.id}. {hint}'
        raise click.BadParameter(message.rstrip(), param_hint=option)
    if block.lock is Lock.SAFETY:
        message = f'"{name}" is safety text: it has one wording, for everybody.'
        raise click.BadParameter(message, param_hint=option)
    if block.kind not in _SPEAKING:
        kinds = ", ".join(_SPEAKING)
        message = f'"{name}" is a block of the kind {block.kind}. Forms are for: {kinds}.'
        raise click.BadParameter(message, param_hint=option)

"""`manualkit translate review`: a person has compared translations with the English, one by one."""

from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path
from typing import get_args

import click

from manualkit.catalogue import Candidate, candidates, mark_reviewed
from manualkit.catalogue.entries import read_entries, read_forms
from manualkit.catalogue.exchange.units import Key
from manualkit.cli.options import console, known, project_options
from manualkit.extract import asked_in
from manualkit.model.finding import did_you_mean
from manualkit.model.language import is_english, language
from manualkit.model.record import Role
from manualkit.pipeline import messages_of_all, prepare_sound

_DAY = click.DateTime(["%Y-%m-%d"])


@click.command("review")
@click.argument("lang")
@click.option("--block", help="The texts of this block, one after another.")
@click.option("--message", "key", help="This message alone, by its key (translate export).")
@click.option("--role", type=click.Choice(get_args(Role)), required=True, help="Who has read it.")
@click.option("--edition", default="core", show_default=True, help="Whose texts.")
@click.option("--date", "day", type=_DAY, help="Day of the review (today, if not given).")
@project_options
def review_command(  # noqa: PLR0913  (each option is one argument)
    root: Path,
    today: date,
    output: str,
    *,
    lang: str,
    block: str | None,
    key: str | None,
    role: Role,
    edition: str,
    day: datetime | None,
    quiet: bool,
) -> None:
    """Note that a person has compared a translation in LANG with its English.

    Each text is shown beside its English, and taken only with a yes of its own.
    """
    if (block is None) == (key is None):
        raise click.UsageError("Say what has been read: --block or --message.")
    found = _of_block(root, today, (lang, edition), block) if block else _of_key(root, lang, key)
    say = console(quiet=quiet or output == "json").print
    taken = 0
    for each in found:
        _show(each)
        if not each.state.shown:
            click.echo(f"   {each.state}: readers see the English. Nothing to review yet.")
        elif click.confirm("   Is it right?", default=False):
            taken += mark_reviewed(root / "locale", each.key, role, day.date() if day else today)
    say(f"{taken} of {len(found)} texts marked as reviewed by {role}.", markup=False)


def _show(each: Candidate) -> None:
    worded = f"  ({each.context})" if each.context else ""
    click.echo(f"\n{each.key}{worded}\n   {each.said or each.state}")
    click.echo(f"   {each.english}\n   {each.translation}")


def _of_block(
    root: Path, today: date, rendition: tuple[str, str], block: str
) -> Sequence[Candidate]:
    """Return the texts of a block as the catalogues hold them.

    Raises:
        BadParameter: there is no such block, or its texts are safety text.
    """
    code, edition = rendition
    prepared = prepare_sound(root, today)
    manifests = {manifest.edition.id: manifest for manifest in prepared.manifests}
    known("--edition", [edition], manifests)
    manifest = manifests[edition]
    known("LANG", [code], [name for name in manifest.edition.languages if not is_english(name)])
    asked = asked_in(messages_of_all(root, prepared)[edition], manifest.local_texts, code)
    own = [each for each in asked if each.block == block and each.kind != "string" and each.page]
    if not own:
        hint = did_you_mean(block, {each.block for each in asked if each.page and each.block})
        message = f'"{block}" is no block with texts in {language(code).english_name}. {hint}'
        raise click.BadParameter(message.rstrip(), param_hint="--block")
    if any(each.safety for each in own):
        _refuse_safety("--block")
    files = [(code, name) for name in dict.fromkeys((edition, *manifest.edition.extends, "core"))]
    texts = dict.fromkeys(each.text for each in own)
    return candidates(root / "locale", files, texts.keys())


def _of_key(root: Path, code: str, text: str | None) -> Sequence[Candidate]:
    """Return the message of a key.

    Raises:
        BadParameter: no catalogue holds it, or it is safety text.
    """
    key = Key.parse(text or "")
    if key is None or key.language != code:
        message = f'"{text}" is no key of a message in this language, such as {code}/core/0f3a….'
        raise click.BadParameter(message, param_hint="--message")
    if key.catalogue == "safety":
        _refuse_safety("--message")
    path = root / key.file
    held = candidates(root / "locale", [(code, key.catalogue)], _texts(path))
    found = [each for each in held if each.key == key]
    if not found:
        message = f"{key.file} holds no such message any more."
        raise click.BadParameter(message, param_hint="--message")
    return found


def _texts(path: Path) -> list[str]:
    return list(dict.fromkeys(e.english for e in (*read_entries(path), *read_forms(path))))


def _refuse_safety(option: str) -> None:
    message = "This is safety text. Two people approve it, one of them a clinician: "
    message += "manualkit approve EDITION --lang LANG --safety"
    raise click.BadParameter(message, param_hint=option)

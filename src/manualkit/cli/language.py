"""`manualkit translate new`: a language that the manual has not been read in yet."""

import json
from datetime import date
from pathlib import Path

import click
from pydantic import TypeAdapter, ValidationError

from manualkit.catalogue import empty_glossary
from manualkit.check import FontFolder, language_findings
from manualkit.cli.catalogues import (
    in_order,
    safety_by_language,
    update_edition,
    update_safety_text,
)
from manualkit.cli.options import console, known, project_options, show
from manualkit.load import load_glossaries, with_language
from manualkit.model.finding import Finding, Location, nearest
from manualkit.model.language import Language, LanguageCode, is_english, language, languages_by_name
from manualkit.pipeline import Prepared, messages_of_all, prepare_sound
from manualkit.store import write_if_changed
from manualkit.validate import validate_glossary

_CODE: TypeAdapter[str] = TypeAdapter(LanguageCode)


@click.command("new")
@click.argument("lang")
@click.option(
    "--edition", multiple=True, default=("core",), help="For which edition; may be given again."
)
@project_options
def new_command(  # noqa: PLR0913  (each option is one argument)
    root: Path, today: date, output: str, *, lang: str, edition: tuple[str, ...], quiet: bool
) -> None:
    """Begin the translation into LANG, a language tag such as so (Somali) or ps (Pashto).

    Makes the catalogues and a glossary, all empty, and adds the language to the edition's list.
    What is there already stays as it is.
    """
    asked = _language(lang)
    prepared = prepare_sound(root, today)
    _editions(prepared, edition, asked)
    names = _catalogues(root, prepared, edition, asked)
    names += _glossary(root, asked)
    lists = [_listed(root, name, asked) for name in dict.fromkeys(edition)]
    if output == "json":
        click.echo(json.dumps([*names, *lists], indent=1))
        return
    _tell(asked, names, lists, edition, quiet=quiet)
    show(_fonts(root, asked, lists[0]), output, root)


def _language(lang: str) -> Language:
    """Return the language of a tag.

    Raises:
        BadParameter: it is none, or none that the manual can be read in.
    """
    try:
        found = language(_CODE.validate_python(lang))
    except ValidationError as error:
        raise click.BadParameter(_unknown(lang), param_hint="LANG") from error
    if is_english(lang):
        message = "The manual is written in English; it needs no catalogue."
        raise click.BadParameter(message, param_hint="LANG")
    return found


def _unknown(lang: str) -> str:
    names = languages_by_name()
    name = nearest(lang.casefold(), names)
    hint = "A tag has two letters, such as so for Somali; pt-BR or pa-Arab say more exactly which."
    if name is not None:
        hint = f'Did you mean "{names[name]}" ({language(names[name]).english_name})?'
    return f'"{lang}" is not the tag of a language that the manual can be read in. {hint}'


def _editions(prepared: Prepared, wanted: tuple[str, ...], asked: Language) -> None:
    """Refuse an edition that is not there, or that has the language.

    Raises:
        BadParameter: it is such an edition.
    """
    listed = {m.edition.id: m.edition.languages for m in prepared.manifests}
    known("--edition", wanted, list(listed))
    for name in wanted:
        if asked.code in listed[name]:
            message = f"{name} has {asked.english_name} ({asked.code}) already. New texts come in "
            message += "with: manualkit translate update"
            raise click.BadParameter(message, param_hint="LANG")


def _catalogues(
    root: Path, prepared: Prepared, wanted: tuple[str, ...], asked: Language
) -> list[str]:
    """Write the catalogues of the editions and of their safety text; return their names."""
    messages, code = messages_of_all(root, prepared), asked.code
    added = dict.fromkeys(wanted, (code,))
    done = [
        update_edition(root, manifest, messages, code)
        for manifest in in_order(prepared)
        if manifest.edition.id in wanted
    ]
    safety = safety_by_language(prepared, messages, added).get(code)
    done += [update_safety_text(root, safety, code)] if safety else []
    return [f"locale/{name}" for name, _ in done]


def _glossary(root: Path, asked: Language) -> list[str]:
    """Write a glossary with the terms of the other languages, unless there is one."""
    path = root / "locale" / asked.code / "glossary.yml"
    documents, _ = load_glossaries(root)
    others = (validate_glossary(document)[0] for document in documents.values())
    terms = [glossary for glossary in others if glossary is not None]
    if path.exists() or not terms:
        return []
    write_if_changed(path, empty_glossary(asked, terms).encode())
    return [path.relative_to(root).as_posix()]


def _listed(root: Path, edition: str, asked: Language) -> str:
    """Add the language to the list of an edition; return the file's name."""
    name = "docs/manual.yml" if edition == "core" else f"adaptations/{edition}/adaptation.yml"
    text = (root / name).read_bytes().decode()
    write_if_changed(root / name, with_language(text, asked.code).encode())
    return name


def _fonts(root: Path, asked: Language, file: str) -> list[Finding]:
    """Return what the fonts lack; it is told again by every check."""
    fonts = FontFolder.of(root)
    lines = (root / file).read_text("utf-8").splitlines()
    line = next((at for at, text in enumerate(lines, 1) if text.startswith("languages:")), 1)
    where = Location(file, line)
    return [] if fonts is None else list(language_findings(asked, fonts, "", where))


def _tell(
    asked: Language,
    names: list[str],
    lists: list[str],
    edition: tuple[str, ...],
    *,
    quiet: bool,
) -> None:
    made = "\n".join(f"  {name}" for name in names)
    text = f"""{asked.english_name} ({asked.code}, {asked.name}) is in {", ".join(lists)} now. Made:
{made}

What to do next:
  1. Agree on the words for terms (glossary.yml) with people who speak the language.
  2. Translate the .po files, in Poedit or another editor; readers see English until then.
  3. Leave safety.po to two people, one of them a clinician. Never use a machine for it.
  4. Look for faults:    manualkit translate check
  5. Look at the pages:  manualkit serve --edition {edition[0]} --lang {asked.code}"""
    console(quiet=quiet).print(text, markup=False, soft_wrap=True)

"""`manualkit new`: a new adaptation, after few questions."""

import json
import re
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import click
from pydantic import TypeAdapter, ValidationError

from manualkit.adaptor.new import TEMPLATE, Answers, make
from manualkit.adaptor.numbers import proposed_prefix
from manualkit.cli.adaptation import context_of, project_at
from manualkit.cli.options import console, project_options
from manualkit.model.language import LanguageCodes
from manualkit.model.project import Project

_LANGUAGES: TypeAdapter[list[str]] = TypeAdapter(LanguageCodes)
_NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


@click.command()
@click.argument("context")
@click.option("--title", help="How readers see the edition, for example: PM+ in My Town.")
@click.option("--where", help="City, region or country.")
@click.option("--for-whom", help="Who the sessions are for.")
@click.option("--languages", help="Language codes, English first: en,fr,ar.")
@click.option("--prefix", help="What the ids of your changes begin with: 2 to 6 capital letters.")
@click.option("--extends", default="", help="Another adaptation that yours stands on.")
@click.option("--yes", is_flag=True, help="Ask nothing, take what is proposed.")
@project_options
def new(  # noqa: PLR0913  (each option is one argument)
    root: Path,
    today: date,  # noqa: ARG001  (an option of every command)
    output: str,
    *,
    context: str,
    quiet: bool,
    yes: bool,
    extends: str,
    **given: str | None,
) -> None:
    """Begin an adaptation: make the folder adaptations/CONTEXT, ready to be filled in.

    CONTEXT is its short name: small letters, digits and hyphens, such as my-town.
    """
    project, findings = project_at(root)
    _refuse(root, context)
    if extends:
        context_of(project, findings, extends)
    proposed = _proposals(project, context)
    answers = {key: _answer(key, given[key] or "", proposed[key], ask=not yes) for key in proposed}
    _refuse_prefix(project, answers["prefix"])
    languages = tuple(_codes(answers.pop("languages")))
    asked = Answers(name=context, languages=languages, extends=extends, **answers)
    files = make(root, project.core, asked)
    names = [path.relative_to(root).as_posix() for path in files]
    if output == "json":
        click.echo(json.dumps(names, indent=1))
    elif not quiet:
        _tell(context, names)
    sys.exit(0)


def _refuse(root: Path, context: str) -> None:
    """Refuse a name that cannot be one, and a folder that is there.

    Raises:
        BadParameter: why not.
    """
    if not _NAME.fullmatch(context) or context == "core":
        message = "It may hold small letters, digits and hyphens, and may not be core."
        raise click.BadParameter(message, param_hint="CONTEXT")
    if (root / "adaptations" / context).exists():
        message = f"There is a folder adaptations/{context} already; it stays as it is."
        raise click.BadParameter(message, param_hint="CONTEXT")
    if not (root / TEMPLATE).is_dir():
        raise click.BadParameter(f"There is no folder {TEMPLATE} here.", param_hint="--root")


def _proposals(project: Project, context: str) -> dict[str, str]:
    taken = {other.adaptation.value.prefix for other in project.contexts}
    place = " ".join(word.capitalize() for word in context.split("-"))
    return {
        "title": f"PM+ in {place}",
        "where": place,
        "for_whom": "FIXME: who the sessions are for",
        "languages": "en",
        "prefix": proposed_prefix(context, taken),
    }


_QUESTIONS = {
    "title": "Title of the edition, as readers see it",
    "where": "City, region or country",
    "for_whom": "Who the sessions are for",
    "languages": "Languages, English first (such as en,fr,ar)",
    "prefix": "What the ids of your changes begin with (2 to 6 capital letters)",
}


def _answer(key: str, given: str, proposed: str, *, ask: bool) -> str:
    """Return the answer to a question: given, asked for, or as proposed."""
    if not given and ask:
        return str(click.prompt(_QUESTIONS[key], default=proposed, value_proc=_checked(key)))
    return _checked(key)(given or proposed)


def _checked(key: str) -> Callable[[str], str]:
    """Return what looks at an answer; click asks again where it raises."""

    def check(answer: str) -> str:
        if key == "prefix" and not re.fullmatch(r"[A-Z]{2,6}", answer):
            raise click.BadParameter("The prefix is 2 to 6 capital letters, such as MYT.")
        if key == "languages":
            try:
                _LANGUAGES.validate_python(_codes(answer))
            except ValidationError as error:
                message = "Languages are codes such as en,fr,ar; each one once."
                raise click.BadParameter(message) from error
        return answer.strip()

    return check


def _codes(answer: str) -> list[str]:
    return re.findall(r"[^\s,]+", answer)


def _refuse_prefix(project: Project, prefix: str) -> None:
    """Refuse a prefix that another adaptation has: one may extend the other some day.

    Raises:
        BadParameter: whose it is.
    """
    for context in project.contexts:
        if context.adaptation.value.prefix == prefix:
            message = f"{prefix} is the prefix of {context.adaptation.value.id}; choose another."
            raise click.BadParameter(message, param_hint="--prefix")


def _tell(context: str, names: list[str]) -> None:
    screen = console()
    for name in names:
        screen.print(f"made {name}", markup=False, soft_wrap=True)
    lines = (
        f"Next: 1. Fill in what says FIXME in adaptations/{context}/, contacts.yml first.",
        f"      2. See it:            manualkit serve --edition {context}",
        f"      3. Change a block:    manualkit change {context} <id of a block>",
        f"      4. What is missing:   manualkit check {context}",
    )
    for line in ("", *lines):
        screen.print(line, markup=False, soft_wrap=True)

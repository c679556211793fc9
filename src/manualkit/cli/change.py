"""`manualkit change`: begin a change, with the core's text and the record to fill in."""

import json
import sys
from datetime import date
from pathlib import Path
from typing import NoReturn

import click

from manualkit.adapt import adapt
from manualkit.adaptor.begin import Begun
from manualkit.adaptor.begin_other import (
    begin_case_study,
    begin_contact,
    begin_fact,
    begin_picture,
    begin_term,
)
from manualkit.adaptor.begin_text import begin_block
from manualkit.adaptor.desk import Desk, Refused, Wish
from manualkit.adaptor.form import choices
from manualkit.cli.adaptation import brought, context_of, project_at
from manualkit.cli.options import console, project_options
from manualkit.model.change import BlockChange

_ACTIONS = click.Choice(["replace", "add-before", "add-after", "remove"])
_KINDS = click.Choice(choices(BlockChange.model_fields["kind"].annotation))
_BEGINNINGS = {
    "block": begin_block,
    "case_study": begin_case_study,
    "contact": begin_contact,
    "fact": begin_fact,
    "picture": begin_picture,
    "term": begin_term,
}


@click.command()
@click.argument("edition")
@click.argument("block", required=False)
@click.option("--action", type=_ACTIONS, help="What to do with the block (replace, if not given).")
@click.option("--kind", type=_KINDS, help="What an added block is (tip, if not given).")
@click.option("--language", help="Write the text for this language alone, in it.")
@click.option("--term", help="Use your own word for this term.")
@click.option("--contact", help="Put in your own contact for this one.")
@click.option("--fact", help="Put in your own value for this fact.")
@click.option("--picture", help="Use another picture for this one.")
@click.option("--case-study", help="Tell this story in your own way (with --variant).")
@click.option("--variant", help="Which telling: female, male, town …")
@click.option("--new", is_flag=True, help="With --contact or --fact: one that the core has not.")
@project_options
def change(
    root: Path,
    today: date,  # noqa: ARG001  (an option of every command)
    output: str,
    *,
    edition: str,
    quiet: bool,
    **options: str | bool | None,
) -> None:
    """Begin a change in the adaptation EDITION, of the core's block BLOCK (or of something else).

    The preview shows the id of every block, and the command to copy.
    """
    wish = _wish(options)
    project, findings = project_at(root)
    context = context_of(project, findings, edition)
    desk = Desk(
        root,
        project.core,
        context,
        brought=brought(project, context),
        findings_of=lambda tried: adapt(project.core, tried)[1],
    )
    begun = _BEGINNINGS[wish.thing](desk, wish)
    if isinstance(begun, Refused):
        _refuse(begun, output)
    paths = [path.relative_to(root).as_posix() for path in begun.write()]
    if output == "json":
        click.echo(json.dumps({"id": begun.id, "files": paths, "by_hand": begun.by_hand}, indent=1))
    elif not quiet:
        _tell(edition, begun, paths)
    sys.exit(0)


def _wish(options: dict[str, str | bool | None]) -> Wish:
    """Return what is wished for: exactly one thing.

    Raises:
        UsageError: none, or more than one, or options that do not go together.
    """
    named = [thing for thing in _BEGINNINGS if options[thing]]
    if len(named) != 1:
        raise click.UsageError(
            "Name one thing: a block, or --term, --contact, --fact … and a name."
        )
    beside = str(options["action"] or "replace").startswith("add-")
    if options["kind"] and not beside:
        raise click.UsageError("--kind goes with --action add-before or add-after.")
    if (named == ["case_study"]) != bool(options["variant"]):
        raise click.UsageError("--case-study and --variant go together.")
    return Wish(
        thing=named[0],
        name=str(options[named[0]]),
        action=str(options["action"] or "replace"),
        kind=str(options["kind"] or ("tip" if beside else "")),
        language=str(options["language"] or ""),
        variant=str(options["variant"] or ""),
        own=bool(options["new"]),
    )


def _refuse(refused: Refused, output: str) -> NoReturn:
    if output == "json":
        click.echo(json.dumps({"refused": refused.why, "instead": refused.instead}, indent=1))
    else:
        click.echo("\n".join(["Nothing was made.", *refused.why, *refused.instead]), err=True)
    sys.exit(1)


def _tell(edition: str, begun: Begun, paths: list[str]) -> None:
    screen = console()
    for path in paths:
        screen.print(f"wrote {path}", markup=False, soft_wrap=True)
    if begun.by_hand:
        words = "The list is written in a way that cannot be continued here. Put this in by hand:"
        screen.print(f"{words}\n\n{begun.by_hand}\n", markup=False, soft_wrap=True)
    lines = (
        f"Next: 1. Open it, write your text, and fill in what says FIXME ({begun.id}).",
        f"      2. What is missing:  manualkit check {edition}",
        f"      3. See it:           manualkit serve --edition {edition}",
    )
    for line in lines:
        screen.print(line, markup=False, soft_wrap=True)

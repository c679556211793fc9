"""`manualkit approve`: who approved which text, and how far everything has come."""

import dataclasses as dc
import json
import typing
from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path

import click
from rich.console import Console
from rich.table import Table

from manualkit.approving import Desk, Overview, Wish, decide, overview, refusals, status
from manualkit.cli.options import console, finish, known, project_options
from manualkit.model.approval import Decision, Scope
from manualkit.model.finding import errors
from manualkit.model.language import language
from manualkit.model.record import Role
from manualkit.pipeline import Prepared, prepare_sound

_DAY = click.DateTime(["%Y-%m-%d"])


@click.command()
@click.argument("edition", required=False)
@click.option("--status", "show_status", is_flag=True, help="Only tell how far everything is.")
@click.option("--lang", help="The translation into this language; not given: the English text.")
@click.option("--safety", is_flag=True, help="The safety text in the language of --lang.")
@click.option("--role", type=click.Choice(typing.get_args(Role)), help="Who decides: a role.")
@click.option("--reference", default="", help="Where it is written down: minutes, letter, ticket.")
@click.option("--date", "day", type=_DAY, help="Day of the decision (today, if not given).")
@click.option("--submit", is_flag=True, help="Ask for an approval instead of giving it.")
@click.option("--withdraw", is_flag=True, help="Take back what was submitted or approved.")
@click.option("--page", multiple=True, help="Only this page, such as group/session-2.")
@click.option("--dry-run", is_flag=True, help="Show what would be written, and write nothing.")
@project_options
def approve(  # noqa: PLR0913  (each option is one argument)
    root: Path,
    today: date,
    output: str,
    *,
    edition: str | None,
    show_status: bool,
    day: datetime | None,
    quiet: bool,
    dry_run: bool,
    **options: typing.Any,  # noqa: ANN401
) -> None:
    """Write down that the text of EDITION was submitted, approved or withdrawn.

    The row holds hashes of the text, so that a page whose text changes is no longer approved.
    """
    screen = console(quiet=quiet or output == "json")
    if show_status:
        _show_status(prepare_sound(root, today), edition, output, screen)
        return
    if edition is None:
        raise click.UsageError("Say which EDITION, for example core, or ask for --status.")
    asked = _Options(**options)
    prepared = prepare_sound(root, today)
    desk = _desk(prepared, edition)
    wish = asked.wish(desk, day.date() if day else today)
    found = list(refusals(desk, wish, prepared.findings))
    if errors(found):
        finish(found, output, root)
    told = overview(desk, wish)
    _show(desk, told, screen)
    if not dry_run:
        decide(desk, told.row)
        _show_result(_desk(prepare_sound(root, today), edition), wish, screen)


@dc.dataclass(frozen=True, slots=True)
class _Options:
    """What was asked for, as typed."""

    lang: str | None
    safety: bool
    role: Role | None
    reference: str
    submit: bool
    withdraw: bool
    page: Sequence[str]

    def wish(self, desk: Desk, day: date) -> Wish:
        """Return what is to be written down.

        Raises:
            UsageError: the options do not fit together.
        """
        if self.submit and self.withdraw:
            raise click.UsageError("--submit and --withdraw exclude each other.")
        if self.role is None:
            raise click.UsageError("Say who decides with --role; never write a name.")
        decision = self._decision()
        if decision == "approved" and not self.reference.strip():
            raise click.UsageError("Say with --reference where the decision is written down.")
        scope = self._scope()
        if self.lang is not None:
            known("--lang", [self.lang], desk.languages)
        pages = list(desk.edition_hashes.pages)
        gone = [path for row in desk.rows for path in row.pages] if self.withdraw else []
        known("--page", self.page, [*pages, *gone])
        language = self.lang if scope != "edition" else None
        return Wish(scope, language, decision, self.role, day, self.reference, tuple(self.page))

    def _decision(self) -> Decision:
        return "submitted" if self.submit else "withdrawn" if self.withdraw else "approved"

    def _scope(self) -> Scope:
        if self.safety and self.lang is None:
            raise click.UsageError("Say with --lang in which language the safety text is approved.")
        if self.safety and self.page:
            raise click.UsageError("Safety text is approved as a whole, not page by page.")
        return "safety" if self.safety else "edition" if self.lang is None else "translation"


def _desk(prepared: Prepared, edition: str) -> Desk:
    known("EDITION", [edition], [desk.id for desk in prepared.desks])
    return next(desk for desk in prepared.desks if desk.id == edition)


def _what(wish: Wish, desk: Desk) -> str:
    name = desk.composition.manifest.edition.title
    if wish.language is None:
        return f"{name}: the English text"
    text = "safety text" if wish.scope == "safety" else "translation"
    return f"{name}: the {language(wish.language).english_name} {text}"


def _show(desk: Desk, told: Overview, screen: Console) -> None:
    row = told.row
    code = f" ({row.language})" if row.language else ""
    count = len(row.pages)
    pages = f"{count} page{'s' if count > 1 else ''}" if count else "as a whole"
    screen.print(
        f"{desk.id}: {row.scope}{code}, {pages}, hash {row.hash}", markup=False, soft_wrap=True
    )
    screen.print(
        f"{row.decision} by {row.role} on {row.date}  {row.reference}", markup=False, soft_wrap=True
    )
    for title, paths in (("Changed since the approval", told.changed), ("New", told.new)):
        if paths:
            screen.print(f"{title}: {', '.join(paths)}", markup=False, soft_wrap=True)
    if row.pages and not told.changed and not told.new:
        screen.print(f"Pages: {', '.join(row.pages)}", markup=False, soft_wrap=True)


def _show_result(desk: Desk, wish: Wish, screen: Console) -> None:
    rows = [row for row in status(desk) if row.scope == wish.scope]
    row = next(row for row in rows if row.language == (wish.language or "en"))
    screen.print(
        f"Written to {desk.file}. {_what(wish, desk)} is now: {row.state}.",
        markup=False,
        soft_wrap=True,
    )
    if wish.scope == "safety" and row.state == "in-review" and wish.decision == "approved":
        screen.print("It needs two people with different roles, one of them a clinician.")


def _show_status(prepared: Prepared, edition: str | None, output: str, screen: Console) -> None:
    desks = [_desk(prepared, edition)] if edition else prepared.desks
    rows = [row for desk in desks for row in status(desk)]
    if output == "json":
        click.echo(json.dumps([dc.asdict(row) for row in rows], indent=1))
        return
    table = Table()
    for name in (
        "edition",
        "language",
        "text",
        "state",
        "last row",
        "approved by",
        "changed pages",
    ):
        table.add_column(name, overflow="fold")
    for row in rows:
        told = (row.date, ", ".join(row.roles), ", ".join(row.changed))
        table.add_row(row.edition, row.language, row.scope, row.state, *told)
    screen.print(table)

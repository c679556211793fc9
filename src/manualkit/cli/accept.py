"""`manualkit accept`: a person says that a change still holds."""

import json
import sys
from datetime import date
from pathlib import Path
from typing import Literal

import click
from rich.console import Console
from rich.text import Text

from manualkit.adaptor.accept import Accepted, accept, accept_suggestion
from manualkit.adaptor.comparison import Comparison, State
from manualkit.adaptor.kept import Kept
from manualkit.cli.adaptation import changes_of, context_of, only, project_at
from manualkit.cli.options import console, project_options
from manualkit.report.comparison import print_comparison


@click.command("accept")
@click.argument("edition")
@click.argument("ids", nargs=-1, metavar="[ID]...")
@click.option("--all-fitting", is_flag=True, help="Stamp all that fit and have no stamp yet.")
@click.option("--suggestion", is_flag=True, help="Take the suggested text, if it has no conflict.")
@click.option("--yes", is_flag=True, help="Do not ask before a text is replaced.")
@project_options
def accept_changes(  # noqa: PLR0913  (each option is one argument)
    root: Path,
    today: date,  # noqa: ARG001  (an option of every command)
    output: str,
    *,
    edition: str,
    ids: tuple[str, ...],
    all_fitting: bool,
    suggestion: bool,
    yes: bool,
    quiet: bool,
) -> None:
    """Say that changes of EDITION still hold, after you have looked at `manualkit diff`.

    Writes the line `base:` in the head of each change, and keeps the core text of today in
    changes/.base/. This is no approval.
    """
    if bool(ids) == all_fitting:
        raise click.UsageError("Name the changes (LIV-011 …), or give --all-fitting.")
    project, findings = project_at(root)
    context = context_of(project, findings, edition)
    found = changes_of(project, context, root)
    wanted = [c for c in found if _fits(c)] if all_fitting else only(found, ids)
    screen = console(quiet=quiet or output == "json")
    work = _Accepting(root, Kept(root / context.folder), screen, yes=yes)
    done = [work.one(change, suggestion=suggestion) for change in wanted]
    if output == "json":
        click.echo(json.dumps([_plain(accepted, root) for accepted in done if accepted], indent=1))
    sys.exit(0 if all(done) else 1)


def _fits(change: Comparison) -> bool:
    return change.based and change.state in (State.FITS, State.NOT_STAMPED)


class _Accepting:
    """Accepts changes one after another and says what it does."""

    def __init__(self, root: Path, kept: Kept, screen: Console, *, yes: bool) -> None:
        self.root, self.kept, self.screen, self.yes = root, kept, screen, yes

    def one(self, change: Comparison, *, suggestion: bool) -> Accepted | Literal[False]:
        """Accept a change; False if that was refused."""
        if change.now is None or not change.based:
            return self._refuse(change, change.note or "It stands on no text of the core.")
        if suggestion:
            return self._suggestion(change)
        accepted = accept(self.root, self.kept, change, change.now)
        return self._say(accepted, f"holds for the core of today (base {accepted.base})")

    def _suggestion(self, change: Comparison) -> Accepted | Literal[False]:
        merged = change.suggestion
        if change.now is None or merged is None or not merged.clean:
            why = "There is no suggestion for it" if merged is None else "It has a conflict"
            command = f"manualkit diff {change.edition} {change.id}"
            return self._refuse(change, f"{why}: see `{command}`, and mend your text by hand.")
        print_comparison(change, self.screen)
        question = f"Put the suggestion in place of your text in {change.where.file}?"
        if not (self.yes or click.confirm(question, default=False)):
            return self._refuse(change, "Nothing was changed.")
        accepted = accept_suggestion(self.root, self.kept, change, change.now, merged.text)
        return self._say(accepted, "holds the suggested text; your earlier one is kept")

    def _say(self, accepted: Accepted, what: str) -> Accepted:
        self.screen.print(Text(f"{accepted.id}  {what}"), soft_wrap=True)
        for path in accepted.files:
            name = path.relative_to(self.root).as_posix()
            self.screen.print(Text(f"  wrote {name}"), soft_wrap=True)
        if not accepted.files:
            self.screen.print("  Nothing had to be written.")
        return accepted

    def _refuse(self, change: Comparison, why: str) -> Literal[False]:
        click.echo(f"{change.id}  not accepted. {why}", err=True)
        return False


def _plain(accepted: Accepted, root: Path) -> dict[str, object]:
    files = [path.relative_to(root).as_posix() for path in accepted.files]
    return {"id": accepted.id, "base": accepted.base, "files": files}

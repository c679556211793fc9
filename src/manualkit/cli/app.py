"""The group of all commands."""

from importlib import import_module

import click

_COMMANDS = {
    "accept": "accept.accept_changes",
    "approve": "approve.approve",
    "build": "build.build",
    "change": "change.change",
    "check": "check.check",
    "core-update": "core_update.core_update",
    "diff": "diff.diff",
    "new": "new.new",
    "pdf": "pdf.pdf",
    "record": "record.record",
    "release": "release.release",
    "release-notes": "release_notes.release_notes",
    "schemas": "schemas.schemas",
    "serve": "serve.serve",
    "translate": "translate.translate",
    "verify": "verify.verify",
}
"""Each command, and the module and function that it is loaded from when somebody asks for it."""


class _Commands(click.Group):
    """Loads a command only when it is run: all of them together take a second."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        """Return the names of all commands."""
        return sorted(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """Return a command; None if there is none of that name."""
        if cmd_name not in _COMMANDS:
            return None
        module, _, function = _COMMANDS[cmd_name].partition(".")
        command: click.Command = getattr(import_module(f"manualkit.cli.{module}"), function)
        return command


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="adapted-manuals")
def main() -> None:
    """Build adapted PM+ manuals: one core, many contexts and languages, a site and PDFs."""

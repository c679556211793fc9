"""The group of all commands."""

import click

from manualkit.cli.check import check
from manualkit.cli.schemas import schemas


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="adapted-manuals")
def main() -> None:
    """Build adapted PM+ manuals: one core, many contexts and languages, a site and PDFs."""


for command in (check, schemas):
    main.add_command(command)

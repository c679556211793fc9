"""The group of all commands."""

import click

from manualkit.cli.accept import accept_changes
from manualkit.cli.approve import approve
from manualkit.cli.build import build
from manualkit.cli.change import change
from manualkit.cli.check import check
from manualkit.cli.core_update import core_update
from manualkit.cli.diff import diff
from manualkit.cli.new import new
from manualkit.cli.pdf import pdf
from manualkit.cli.record import record
from manualkit.cli.schemas import schemas
from manualkit.cli.serve import serve
from manualkit.cli.translate import translate
from manualkit.cli.verify import verify


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="adapted-manuals")
def main() -> None:
    """Build adapted PM+ manuals: one core, many contexts and languages, a site and PDFs."""


for command in (
    accept_changes,
    approve,
    build,
    change,
    check,
    core_update,
    diff,
    new,
    pdf,
    record,
    schemas,
    serve,
    translate,
    verify,
):
    main.add_command(command)

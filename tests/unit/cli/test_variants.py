"""The options that say in which variant sheets are made."""

import click
import pytest
from click.testing import CliRunner

from manualkit.cli.variants import variant_options
from manualkit.model.variant import USUAL, Paper, Variant


@click.command()
@variant_options
def tell(variant: Variant) -> None:
    """Say what was chosen."""
    click.echo(repr(variant))


def chosen(*options: str) -> str:
    return CliRunner().invoke(tell, options).output.strip()


@pytest.mark.parametrize(
    ("options", "variant"),
    [
        ("", USUAL),
        ("--sides one", USUAL),
        ("--paper letter --large", Variant(Paper.LETTER, large=True)),
        ("--paper A5 --sides two", Variant(Paper.A5, two_sided=True)),
        ("--booklet", Variant(booklet=True)),
        ("--booklet --sides two", Variant(booklet=True)),
    ],
)
def test_options_make_a_variant(options: str, variant: Variant) -> None:
    assert chosen(*options.split()) == repr(variant)


@pytest.mark.parametrize(
    ("options", "reason"),
    [
        ("--booklet --large", "--large needs all of it"),
        ("--booklet --paper a5", "--booklet folds A4 or Letter"),
        ("--booklet --sides one", "on both sides of the paper"),
        ("--paper a3", "is not one of 'a4', 'a5', 'letter'"),
    ],
)
def test_what_does_not_go_together_is_refused(options: str, reason: str) -> None:
    assert reason in " ".join(chosen(*options.split()).replace("│", " ").split())

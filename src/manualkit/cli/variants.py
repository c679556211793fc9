"""The options that say in which variant sheets are made."""

import functools
from collections.abc import Callable
from typing import Any

import click

from manualkit.model.variant import CHOICES, Paper, Variant

_Command = Callable[..., None]


def variant_options(command: _Command) -> _Command:
    """Add the options of a variant; the command gets `variant`."""

    @functools.wraps(command)
    def chosen(
        *,
        paper: str | None,
        large: bool,
        booklet: bool,
        sides: str | None,
        **options: Any,  # noqa: ANN401
    ) -> None:
        size = next((size for size in CHOICES if size.lower() == paper), None)
        command(variant=_variant(size, sides, large=large, booklet=booklet), **options)

    wrapped: _Command = chosen
    for option in _options():
        wrapped = option(wrapped)
    return wrapped


def _options() -> tuple[Callable[[_Command], _Command], ...]:
    sizes = [size.lower() for size in CHOICES]
    booklet = "Two pages on each side of a sheet, to be printed on both sides, folded and stapled."
    return (
        click.option(
            "--sides",
            type=click.Choice(["one", "two"]),
            help="Printed on one side of the paper, or on two: the wide margin is at the binding.",
        ),
        click.option("--booklet", is_flag=True, help=booklet),
        click.option("--large", is_flag=True, help="Large print, 18 points."),
        click.option(
            "--paper",
            type=click.Choice(sizes, case_sensitive=False),
            help="On this paper, in place of the edition's own.",
        ),
    )


def _variant(paper: Paper | None, sides: str | None, *, large: bool, booklet: bool) -> Variant:
    """Return what is asked for.

    Raises:
        UsageError: the options do not go together.
    """
    if booklet and large:
        raise click.UsageError("--booklet folds a sheet to half its size; --large needs all of it.")
    if booklet and paper is Paper.A5:
        raise click.UsageError("--booklet folds A4 or Letter; its pages are half as large.")
    if booklet and sides == "one":
        raise click.UsageError("--booklet is printed on both sides of the paper.")
    return Variant(paper, large, booklet, two_sided=sides == "two" and not booklet)

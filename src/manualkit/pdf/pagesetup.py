"""How big the pages and the print of a variant are; `templates/pdf/paper.toml` says it."""

import dataclasses as dc
import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from manualkit.model.variant import Paper, Variant

_FILE = "templates/pdf/paper.toml"


@dc.dataclass(frozen=True, slots=True)
class Least:
    """The smallest letters that a page may have, in points."""

    text: float = 12
    running: float = 9
    """The same for heads and feet."""
    smaller: Mapping[str, float] = dc.field(default_factory=dict)
    """Classes of elements whose text may be smaller, such as that of a card for the purse."""


CLEAR_PRINT = Least()
"""Domain 7.2."""


@dc.dataclass(frozen=True, slots=True)
class PageSetup:
    """Pages and print of a variant on an edition's paper; the file explains each value."""

    width: float
    height: float
    scale: float
    head: float
    foot: float
    number: float
    top: float
    side: float
    lines: int
    binding: float
    """How much wider the inner margin is; 0 if one side is printed."""
    least: Least
    print: str
    """`usual`, `small` or `large`."""
    folded: tuple[float, float] | None = None
    """Width and height of the sheet of a booklet, lying down; None: it is no booklet."""


def page_setup(variant: Variant, paper: str, root: Path) -> PageSetup:
    """Return the pages of a variant in an edition with some paper of its own."""
    data = _read(root / _FILE)
    sheet = variant.paper or Paper(paper)
    page = sheet.half if variant.booklet else sheet
    name = "large" if variant.large else "small" if page.small else "usual"
    row = dict(data["print"][name])
    least = Least(row.pop("least"), row.pop("running"), data["smaller"])
    if not (variant.two_sided or variant.booklet):
        row["binding"] = 0
    width, height = data["paper"][page]
    high, wide = data["paper"][sheet]
    folded = (wide, high) if variant.booklet else None
    return PageSetup(width, height, **row, least=least, print=name, folded=folded)


@cache
def _read(path: Path) -> Any:  # noqa: ANN401  (what a TOML file holds)
    return tomllib.loads(path.read_text("utf-8"))

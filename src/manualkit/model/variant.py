"""Variants of a sheet: other paper, large print, a booklet, two sides."""

import dataclasses as dc
from enum import StrEnum
from itertools import product


class Paper(StrEnum):
    """Sizes of paper that every sheet can be laid out on; the value is a name that CSS knows."""

    A4 = "A4"
    A5 = "A5"
    LETTER = "Letter"
    HALF_LETTER = "Half-Letter"
    """Letter folded once: the pages of a booklet where A4 is not sold."""

    @property
    def half(self) -> "Paper":
        """The pages of a booklet that is printed on this paper; small paper is not folded."""
        return {Paper.A4: Paper.A5, Paper.LETTER: Paper.HALF_LETTER}.get(self, self)

    @property
    def small(self) -> bool:
        """Whether it is half of an office sheet, where type may be smaller."""
        return self in (Paper.A5, Paper.HALF_LETTER)


CHOICES = (Paper.A4, Paper.A5, Paper.LETTER)
"""What somebody may ask for; half of a Letter is only met in booklets."""


@dc.dataclass(frozen=True, slots=True)
class Variant:
    """How a sheet is made, where it differs from the usual one of its edition."""

    paper: Paper | None = None
    """None: the edition's own."""
    large: bool = False
    """Large print, 18 points."""
    booklet: bool = False
    """Two pages on each side of a sheet, in the order in which it is folded and stapled."""
    two_sided: bool = False
    """Printed on both sides, so that the wide margin changes sides with the binding."""

    @property
    def suffix(self) -> str:
        """What stands in a file's name: `.letter.large.booklet`; nothing for the usual sheet."""
        paper = self.paper.lower() if self.paper else ""
        chosen = (
            (paper, paper),
            ("large", self.large),
            ("booklet", self.booklet),
            ("two-sided", self.two_sided),
        )
        return "".join(f".{name}" for name, asked in chosen if asked)


USUAL = Variant()
"""The sheet as its edition has it: its paper, one side, print of the usual size."""
LARGE = Variant(large=True)

_YES_NO = (False, True)
VARIANTS = tuple(
    Variant(paper, *flags)
    for paper in (None, *CHOICES)
    for flags in product(_YES_NO, repeat=len(dc.fields(Variant)) - 1)
)
"""Every variant that a name of a file may tell of."""

"""What came back from a translator or a reviewer, before anything of it is believed."""

import dataclasses as dc

from manualkit.catalogue.exchange.units import Key
from manualkit.model.finding import Location


@dc.dataclass(frozen=True, slots=True)
class Review:
    """What a reviewer wrote beside a translation."""

    answers: tuple[str, ...]
    """To the four questions: `ok`, `problem`, or nothing."""
    reviewer: str = ""
    date: str = ""
    back_translation: str = ""
    comment: str = ""


@dc.dataclass(frozen=True, slots=True)
class Returned:
    """One message that came back."""

    key: Key
    english: str
    base: str
    """What its translation was known by when it left; empty if the tool lost it."""
    translation: str
    """The new translation; empty where there is none."""
    where: Location
    context: str = ""
    unsure: bool = False
    """Whether the translator marked it as not finished."""
    machine: bool = False
    """Whether the tool says that a machine translated it, and nobody has touched it."""
    review: Review | None = None

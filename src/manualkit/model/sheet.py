"""A fidelity checklist as data: what its score is computed from, on paper as on the screen."""

from manualkit.model.base import Model
from manualkit.model.competency import LevelWhen


class SheetItem(Model):
    """One line of a sheet."""

    id: str
    group: str
    critical: bool = False
    proscribed: bool = False
    harm: bool = False


class SheetStep(Model):
    """A step of the session that the sheet is about."""

    id: str
    number: int
    title: str
    """English; a message of the catalogue."""


class SheetBand(Model):
    """A range of the score and what the programme does then."""

    at_least: int
    label: str
    """English; a message of the catalogue."""


class SheetLevel(Model):
    """A level of the competency check, and what the lines of a skill must show for it."""

    level: int
    when: LevelWhen


class SheetSkill(Model):
    """A skill of the competency check."""

    id: str
    lines: dict[str, str]
    """Kinds of its lines (basic, advanced, unhelpful) by their numbers."""


class Sheet(Model):
    """A checklist: its lines and the rules of its score. A competency check has skills instead."""

    page: str
    """Path of its page."""
    session: str = ""
    version: str = "1"
    items: list[SheetItem] = []
    groups: dict[str, str] = {}
    """Headings of the groups that its items are in, in English, in the order of the scores."""
    points: list[int] = []
    """Points that an item may get; the highest means that it was done in full."""
    beside: dict[str, bool] = {}
    """Answers without points, and whether a line with one belonged to the session."""
    labels: dict[str, str] = {}
    """What each answer is called, in English."""
    seen_at_least: int = 0
    bands: list[SheetBand] = []
    policy: str
    """English; a message of the catalogue."""
    steps: list[SheetStep] = []
    levels: list[SheetLevel] = []
    """In the order in which they are looked through."""
    skills: list[SheetSkill] = []

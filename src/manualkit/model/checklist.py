"""Fidelity checklists: items that point at blocks."""

from typing import Annotated

from pydantic import Field

from manualkit.model.base import Line, Model, Slug

ItemId = Annotated[str, Field(pattern=r"^[A-Z][0-9]{1,2}$")]


class Item(Model):
    """One behaviour that an observer can see."""

    id: ItemId
    text: Line
    """One behaviour, present tense, 15 words at most."""
    group: Slug
    critical: bool = False
    """Must be done in full, whatever the percentage says."""
    when_raised: bool = False
    """Counts only if the matter came up."""
    proscribed: bool = False
    """Must not happen."""
    harm: bool = False
    """Proscribed and harmful: one tick is enough to stop and call."""


class ScalePoint(Model):
    """One answer with points."""

    points: int = Field(ge=0, le=4)
    label: Line
    meaning: Line


class AnswerBeside(Model):
    """An answer without points: not applicable, not observed. They are different answers."""

    id: Slug
    label: Line
    meaning: Line
    applies: bool = True
    """Whether the line belonged to this session: if not, it is no gap in what was seen."""


class Band(Model):
    """A range of the score and what the programme does then."""

    at_least: int = Field(ge=0, le=100)
    label: Line


class Scoring(Model):
    """How a sheet is scored. Bands are the programme's policy, never universal."""

    policy: Line
    bands: list[Band]
    seen_at_least: int = Field(default=0, ge=0, le=100)
    """Per cent of the lines that were seen, below which a score says too little."""
    worked_example: str = ""


class ItemBank(Model):
    """`docs/checklists/items.yml`."""

    version: Line = "1"
    """Counted up when items or rules change, so that old sheets are not mixed with new ones."""
    groups: dict[Slug, str]
    """Group id to heading, in the order of the scores."""
    throughout: list[Slug] = []
    """Groups that are looked for from beginning to end; they stand below the steps."""
    scale: Annotated[list[ScalePoint], Field(min_length=1)]
    answers_beside: list[AnswerBeside]
    items: list[Item]
    scoring: Scoring


class ChecklistItem(Model):
    """An item on a sheet and the blocks that it looks at."""

    item: ItemId
    blocks: list[Slug] = []


class Checklist(Model):
    """One fidelity checklist: the items for one session."""

    id: Slug
    title: Line
    session: str
    """Page path of the session."""
    items: list[ChecklistItem]

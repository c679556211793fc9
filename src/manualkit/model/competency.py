"""The competency check: what a person can do, and the level that follows from what was seen."""

from enum import StrEnum
from typing import Annotated

from pydantic import AfterValidator, Field

from manualkit.model.base import Line, Model, Slug

_MOST_WORDS = 15


def _short(text: str) -> str:
    if len(text.split()) > _MOST_WORDS:
        message = f"must have {_MOST_WORDS} words at most"
        raise ValueError(message)
    return text


Behaviour = Annotated[Line, AfterValidator(_short)]
"""One behaviour that somebody can see, in the present tense; 15 words at most."""
Behaviours = Annotated[list[Behaviour], Field(min_length=1)]
CompetencyId = Annotated[str, Field(pattern=r"^[A-Z][0-9]{1,2}$")]


class LevelWhen(StrEnum):
    """What the lines of a competency must show; the first that fits gives the level."""

    ANY_UNHELPFUL = "any-unhelpful"
    BASIC_MISSING = "basic-missing"
    ALL_BASIC = "all-basic"
    BASIC_AND_ADVANCED = "basic-and-advanced"


class Level(Model):
    """One level of the rule."""

    level: int = Field(ge=1, le=4)
    when: LevelWhen
    rule: Line
    """The condition in words, as it stands on the sheet."""
    meaning: Line
    """What follows for the person who was seen."""


class Competency(Model):
    """One thing that a person can do, and the lines that show it."""

    id: CompetencyId
    title: Line
    basic: Behaviours
    """What everybody does who does it well enough."""
    advanced: Behaviours
    unhelpful: Behaviours
    """What can hurt; one of them is enough for level 1."""


class CompetencyPart(Model):
    """Competencies that are checked together: with one person, or with a group."""

    id: Slug
    title: Line
    competencies: Annotated[list[Competency], Field(min_length=1)]


def _whole(levels: list[Level]) -> list[Level]:
    conditions = [level.when for level in levels]
    if conditions != list(LevelWhen) or [level.level for level in levels] != [1, 2, 3, 4]:
        wanted = ", ".join(LevelWhen)
        message = f"must be levels 1 to 4 with these conditions in this order: {wanted}"
        raise ValueError(message)
    return levels


class CompetencyCheck(Model):
    """`docs/checklists/competency.yml`."""

    title: Line
    summary: Line
    explained: Line
    """How the sheet is used."""
    levels: Annotated[list[Level], AfterValidator(_whole)]
    policy: Line
    """What the programme does with the result; its own policy, never universal."""
    worked_example: str = ""
    parts: Annotated[list[CompetencyPart], Field(min_length=1)]

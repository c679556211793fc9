"""The course plan: training days and their parts."""

from typing import Annotated

from pydantic import Field

from manualkit.model.base import Line, Model, Slug

Clock = Annotated[str, Field(pattern=r"^([01][0-9]|2[0-3]):[0-5][0-9]$")]


def minutes_of(clock: str) -> int:
    """Return the minutes since midnight of a time like 10:30."""
    hours, _, minutes = clock.partition(":")
    return int(hours) * 60 + int(minutes)


class DayPart(Model):
    """One activity of a training day."""

    start: Clock
    minutes: int = Field(ge=5, le=240)
    title: Line
    """`{{ session }}` becomes the number of the session that `pages` names."""
    pages: list[str] = []
    """Page paths that the trainer needs."""


class TrainingDay(Model):
    """One training day."""

    day: int = Field(ge=1, le=60)
    title: Line
    start: Clock
    end: Clock
    parts: list[DayPart]


class CoursePlan(Model):
    """`docs/training/course-plan.yml`."""

    id: Slug
    title: Line
    summary: Line
    days: list[TrainingDay]

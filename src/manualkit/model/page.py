"""Pages of the manual and their heads."""

import dataclasses as dc
import re
from collections.abc import Iterable
from enum import StrEnum
from typing import Annotated, Literal

from pydantic import AfterValidator, Field

from manualkit.model.base import Line, Model, Slug
from manualkit.model.block import Block
from manualkit.model.finding import Finding, Location

_SESSION = re.compile(r"\{\{ *session *\}\}")


class PageKind(StrEnum):
    """What a page is; it chooses the page's template and its sheets."""

    HOME = "home"
    SESSION = "session"
    STRATEGY = "strategy"
    """One of the skills that people learn, apart from the sessions that teach it."""
    CASE_STUDY = "case-study"
    HANDOUT = "handout"
    CRISIS_CARD = "crisis-card"
    """The numbers to call, on a card for the wallet: the edition's contacts follow its text."""
    POSTER = "poster"
    SAFETY = "safety"
    PAGE = "page"
    CHECKLIST = "checklist"
    CONTACTS = "contacts"
    COURSE_PLAN = "course-plan"
    COURSE_DAY = "course-day"
    """A trainer's sheet for one training day."""
    CATCH_UP = "catch-up"
    """What somebody does at home who missed a training day."""
    ROLE_PLAY = "role-play"
    """Four cards: the person, the helper, the observer, and what to talk about."""
    COMPETENCY = "competency"
    """The competency check, which the toolkit makes."""
    CARD = "card"
    """What a helper keeps at hand: supervision, self-care."""
    CERTIFICATE = "certificate"
    FIND = "find"
    """Ways to what somebody looks for: a difficult moment, a strategy, a picture."""
    KITS = "kits"
    """Sheets that are printed together."""
    WORDS = "words"
    """Words of the field in plain words."""
    ABOUT = "about"
    RECORD = "record"
    """The adaptation record, which the toolkit makes."""
    NEWS = "news"
    """What changed and what was recalled; the site has it and no sheet."""


TELL_OF_THE_EDITION = frozenset({PageKind.ABOUT, PageKind.RECORD, PageKind.NEWS})
"""Pages that tell of the edition itself, its state among it: no approval covers their text."""


def _minutes_range(value: str) -> str:
    least, _, most = value.partition("-")
    if not (value.isascii() and least.isdigit() and most.isdigit() and int(least) <= int(most)):
        message = "must be two numbers like 80-120, the smaller one first"
        raise ValueError(message)
    return value


MinutesRange = Annotated[str, AfterValidator(_minutes_range)]
"""Least and most minutes: `80-120`."""


class PageHead(Model):
    """The lines between `---` at the top of a page."""

    title: Line
    kind: Literal[
        "home", "session", "strategy", "case-study", "handout", "crisis-card", "poster", "safety",
        "page", "course-day", "catch-up", "role-play", "card", "certificate",
    ]  # fmt: skip
    summary: str = ""
    """One plain line that tells what the page is for."""
    manual: Literal["group", "individual"] | None = None
    session: int | None = Field(default=None, ge=1, le=20)
    day: int | None = Field(default=None, ge=1, le=60)
    """The training day of the course plan that the page is about."""
    minutes: MinutesRange | None = None
    """What the steps may add up to, least and most: `80-120`."""
    status: Literal["complete", "outline"] = "complete"
    picture: str | None = None
    case_study: str | None = None
    """Id of the case study that this page tells."""
    variant: str | None = None
    """Which telling: female, male, town …"""
    person: str | None = None
    label: str | None = None
    """How the choice between variants is named, for example: A woman's story."""
    points: dict[str, str] = {}
    """What each scene teaches; every variant carries the same points in the same order."""
    steps: list[Slug] = []
    """Of a strategy: ids of the steps that teach or review it, in the sessions of both manuals."""


@dc.dataclass(frozen=True, slots=True)
class Page:
    """A page: a head and its blocks in order."""

    path: str
    """Path under `docs/` without the ending, for example `group/session-2`."""
    head: PageHead
    blocks: tuple[Block, ...]
    location: Location
    change: str = ""
    """Id of the change that brought the page; empty for a page of the core."""
    alternatives: tuple[str, ...] = ()
    """Paths of the pages that one chooses between, this one among them (`choose_one`)."""
    part_of: str = ""
    """Path of the session that was spread, where this page is a later part of it (`spread`)."""
    timed: Location | None = None
    """Where a context last changed its minutes; None where they are as in the page's file."""

    @property
    def title(self) -> str:
        """The title, with the number of the session where it says `{{ session }}`."""
        return with_session(self.head.title, self.head.session)

    @property
    def minutes(self) -> int:
        """The sum of the steps' minutes."""
        return sum(block.minutes or 0 for block in self.blocks)


def with_session(title: str, session: int | None) -> str:
    """Return a title with the number of a session where it says `{{ session }}`."""
    return with_number(title, str(session or ""))


def with_number(title: str, number: str) -> str:
    """Return a title with the number or numbers of sessions where it says `{{ session }}`."""
    return _SESSION.sub(number, title)


def duplicate_ids(blocks: Iterable[Block]) -> list[Finding]:
    """Return a finding for each id that is used twice."""
    seen: dict[str, Block] = {}
    found = []
    for block in blocks:
        first = seen.setdefault(block.id, block) if block.id else block
        if first is not block:
            message = f'The id "{block.id}" is used twice (first in {first.location}).'
            hint = "Give one of the blocks another id."
            found.append(Finding("id-twice", block.location, message, hint))
    return found

"""Approvals: rows that bind a role, a date and a decision to the hash of a text."""

from collections.abc import Iterable, Mapping
from datetime import date
from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field

from manualkit.model.base import Model, PagePath
from manualkit.model.digest import data_digest
from manualkit.model.language import LanguageCode
from manualkit.model.message_state import MessageState
from manualkit.model.record import Role


class State(StrEnum):
    """How far a text has come, the worst first."""

    DRAFT = "draft"
    """Nobody has approved it, or asked for that with the text as it is."""
    CHANGED = "changed"
    """Somebody approved it, and it has changed since."""
    IN_REVIEW = "in-review"
    """Somebody has been asked, or not everybody who is needed has approved it."""
    APPROVED = "approved"


def worst(states: Iterable[State]) -> State:
    """Return the worst of some states; nothing at all is a draft."""
    order = list(State)
    return min(states, key=order.index, default=State.DRAFT)


Scope = Literal["edition", "translation", "safety"]
"""What is approved: the English text, a language's translation, a language's safety text."""
Decision = Literal["submitted", "approved", "withdrawn"]
Hash = Annotated[str, Field(pattern=r"^[0-9a-f]{12}$")]


class Approval(Model):
    """One row of `approvals.yml`. `manualkit approve` writes it."""

    scope: Scope
    language: LanguageCode | None = None
    """The language of a translation or of safety text; not for the English text."""
    decision: Decision
    hash: Hash
    """Stands for everything that this row covers."""
    role: Role
    """Who decided, by role and never by name."""
    date: date
    reference: str = ""
    """Where the decision is written down: minutes, a letter, a ticket."""
    note: str = ""
    front: Hash | None = None
    """Hash of the title, the lines below it, and which pages there are in which order."""
    pages: dict[PagePath, Hash] = {}
    """Hash of each page that this row covers."""


class Needs(Model):
    """Roles that must all have approved; empty: one approval is enough, whoever gives it."""

    edition: list[Role] = []
    translation: list[Role] = []


class ApprovalsFile(Model):
    """`approvals.yml` of an adaptation, or of the core in `docs/`."""

    needs: Needs = Needs()
    """Safety text is not among them: it needs two people, one of them a clinician, everywhere."""
    approvals: list[Approval] = []


def whole_hash(front: str | None, pages: Mapping[str, str]) -> str:
    """Return the hash that stands for a front and some pages."""
    return data_digest({"front": front or "", "pages": dict(pages)})


class RenditionState(Model):
    """How far an edition has come in one language."""

    edition: State
    """Its English text."""
    translation: State | None = None
    """None in English."""
    safety: State | None = None
    """Its safety text in this language; None in English."""
    whole: State
    """What the whole manual says: the worst of its pages."""
    pages: dict[str, State] = {}
    """By page: the worst of its English text and of its translation."""
    texts: dict[str, MessageState] = {}
    """By page: the worst state of what readers see of it in translation; empty in English."""
    words: dict[str, Hash] = {}
    """By page: hash of what is published of it in translation; empty in English."""

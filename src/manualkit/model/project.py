"""A validated project: the core manual and the adaptations, before they meet."""

import dataclasses as dc
from collections.abc import Mapping
from typing import Any, Generic, TypeVar

from manualkit.model.adaptation import AdaptationFile
from manualkit.model.approval import ApprovalsFile
from manualkit.model.block import Block
from manualkit.model.change import (
    BlockChange,
    CaseStudyChange,
    ContactChange,
    FactChange,
    PictureChange,
    StructureChange,
    TermChange,
)
from manualkit.model.checklist import Checklist, ItemBank
from manualkit.model.competency import CompetencyCheck
from manualkit.model.course import CoursePlan
from manualkit.model.finding import Location
from manualkit.model.kits import Kit
from manualkit.model.manual import Contact, Fact, ManualFile, Picture, Term
from manualkit.model.news import Recall, Release
from manualkit.model.page import Page
from manualkit.model.raw import Source
from manualkit.model.rights import Disclaimer, Instrument
from manualkit.model.wayfinding import Difficulty, ExplainedWord

T_co = TypeVar("T_co", covariant=True)


@dc.dataclass(frozen=True, slots=True)
class Placed(Generic[T_co]):
    """A value and where it was typed."""

    value: T_co
    source: Source
    key: tuple[str | int, ...] = ()

    @property
    def location(self) -> Location:
        """Where the value stands."""
        return self.source.at(*self.key)

    def at(self, *key: str | int) -> Location:
        """Return where one of the value's own keys stands."""
        return self.source.at(*self.key, *key)

    def entries(self, key: str) -> "tuple[Placed[Any], ...]":
        """Return the entries of a list in the value, each with its place."""
        return tuple(
            Placed(entry, self.source, (*self.key, key, index))
            for index, entry in enumerate(getattr(self.value, key))
        )


@dc.dataclass(frozen=True, slots=True)
class PlacedPicture:
    """A picture, and the file that holds it, from the project's top folder."""

    picture: Picture
    path: str
    location: Location


@dc.dataclass(frozen=True, slots=True)
class Core:
    """The core manual."""

    manual: Placed[ManualFile]
    terms: Mapping[str, Placed[Term]]
    contacts: Mapping[str, Placed[Contact]]
    facts: Mapping[str, Placed[Fact]]
    pictures: Mapping[str, PlacedPicture]
    pages: Mapping[str, Page]
    """By path, in the order of the contents."""
    bank: Placed[ItemBank]
    checklists: tuple[Placed[Checklist], ...]
    course: Placed[CoursePlan]
    disclaimers: tuple[Placed[Disclaimer], ...] = ()
    instruments: tuple[Placed[Instrument], ...] = ()
    difficulties: tuple[Placed[Difficulty], ...] = ()
    explained: tuple[Placed[ExplainedWord], ...] = ()
    kits: tuple[Placed[Kit], ...] = ()
    releases: tuple[Placed[Release], ...] = ()
    recalls: tuple[Placed[Recall], ...] = ()
    approvals: Placed[ApprovalsFile] | None = None
    competency: Placed[CompetencyCheck] | None = None


@dc.dataclass(frozen=True, slots=True)
class TextChange:
    """A change of a block with its new text."""

    record: BlockChange
    text: str
    source: Source
    text_line: int

    @property
    def location(self) -> Location:
        """Where the new text stands."""
        return Location(self.source.file, self.text_line)

    def in_place_of(self, block: Block) -> Block:
        """Return a block with this text."""
        return dc.replace(
            block,
            text=self.text,
            text_line=self.text_line,
            location=self.location,
            change=self.record.id,
        )


@dc.dataclass(frozen=True, slots=True)
class Context:
    """One adaptation."""

    adaptation: Placed[AdaptationFile]
    folder: str
    terms: tuple[Placed[TermChange], ...]
    contacts: tuple[Placed[ContactChange], ...]
    facts: tuple[Placed[FactChange], ...]
    texts: tuple[TextChange, ...]
    pictures: tuple[Placed[PictureChange], ...]
    case_studies: tuple[tuple[Placed[CaseStudyChange], Page], ...]
    images: frozenset[str]
    structure: tuple[Placed[StructureChange], ...] = ()
    """Changes of pages and steps, in the order of their files."""
    pages: Mapping[str, Page] = dc.field(default_factory=dict)
    """Pages of the context's own by file, for example `pages/family-evening.md`."""
    parents: tuple["Context", ...] = ()
    """The adaptations that this one extends, the farthest first."""
    releases: tuple[Placed[Release], ...] = ()
    recalls: tuple[Placed[Recall], ...] = ()
    approvals: Placed[ApprovalsFile] | None = None


@dc.dataclass(frozen=True, slots=True)
class Project:
    """The core manual and all adaptations."""

    core: Core
    contexts: tuple[Context, ...]

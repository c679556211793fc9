"""An edition: the core with one adaptation, before translation. The core alone is one too."""

import dataclasses as dc
from collections.abc import Mapping

from manualkit.model.adaptation import AdaptationFile
from manualkit.model.approval import ApprovalsFile, State
from manualkit.model.block import Block
from manualkit.model.checklist import Checklist, ItemBank
from manualkit.model.competency import CompetencyCheck
from manualkit.model.course import CoursePlan
from manualkit.model.kits import Kit
from manualkit.model.manifest import ManifestChange
from manualkit.model.manual import Contact, Fact, ManualFile, NavSection, Term
from manualkit.model.news import Recall, Release
from manualkit.model.page import Page
from manualkit.model.project import Placed, PlacedPicture, TextChange
from manualkit.model.rights import Disclaimer, Instrument, Rights
from manualkit.model.wayfinding import Difficulty, ExplainedWord


@dc.dataclass(frozen=True, slots=True)
class Edition:
    """Core + one adaptation."""

    id: str
    manual: ManualFile
    adaptation: AdaptationFile | None
    nav: tuple[NavSection, ...]
    pages: Mapping[str, Page]
    terms: Mapping[str, Placed[Term]]
    contacts: Mapping[str, Placed[Contact]]
    facts: Mapping[str, Placed[Fact]]
    pictures: Mapping[str, PlacedPicture]
    bank: Placed[ItemBank]
    checklists: tuple[Placed[Checklist], ...]
    course: Placed[CoursePlan]
    changes: tuple[ManifestChange, ...]
    """The adaptation record, one line per change."""
    core_blocks: Mapping[str, Block]
    """Every block of the core as typed, by id."""
    sources: tuple[Placed[ManualFile] | Placed[AdaptationFile], ...]
    """Its own file, then those of what it stands on; the core's comes last."""
    disclaimers: tuple[Placed[Disclaimer], ...] = ()
    instruments: tuple[Placed[Instrument], ...] = ()
    difficulties: tuple[Placed[Difficulty], ...] = ()
    explained: tuple[Placed[ExplainedWord], ...] = ()
    kits: tuple[Placed[Kit], ...] = ()
    releases: tuple[Placed[Release], ...] = ()
    """What went out, the oldest first."""
    recalls: tuple[Placed[Recall], ...] = ()
    approvals: Placed[ApprovalsFile] | None = None
    competency: Placed[CompetencyCheck] | None = None
    state: State = State.DRAFT
    """How far its English text has come; the About page tells it."""
    local_texts: tuple[TextChange, ...] = ()
    """Texts that stand in one language alone."""

    @property
    def rights(self) -> tuple[Placed[Rights], ...]:
        """Its own rights, then those of what it stands on; the core's come last."""
        return tuple(Placed(s.value.rights, s.source, ("rights",)) for s in self.sources)

    @property
    def extends(self) -> tuple[str, ...]:
        """Ids of the adaptations that this one extends, the nearest first."""
        return tuple(source.value.id for source in self.sources[1:-1])

    def blocks(self) -> Mapping[str, tuple[Page, Block]]:
        """Return every block of the edition by id, with its page."""
        return {block.id: (page, block) for page in self.pages.values() for block in page.blocks}

    def tellings(self, case_study: str) -> list[Page]:
        """Return the variants of a case study in reading order."""
        return [page for page in self.pages.values() if page.head.case_study == case_study]

"""What is to be printed, and what came of it."""

import dataclasses as dc
from collections.abc import Callable, Collection, Sequence
from enum import StrEnum
from pathlib import Path

from manualkit.model.approval import State
from manualkit.model.finding import Finding
from manualkit.model.forms import NEUTRAL, Forms
from manualkit.model.language import is_bilingual, language_of
from manualkit.model.manifest import Manifest
from manualkit.model.variant import USUAL, Variant


class SheetKind(StrEnum):
    """What a PDF is; it begins the file's name."""

    SESSION = "session"
    STRATEGY = "strategy"
    PAGE = "page"
    """A page of no other kind, such as the helping skills."""
    CASE_STUDY = "case-study"
    PICTURE_CARDS = "picture-cards"
    """The pictures of a case study, one to a card of A5, with the story on the back."""
    CHECKLIST = "checklist"
    HANDOUT = "handout"
    CRISIS_CARD = "crisis-card"
    """Cards for the wallet, to cut out: the first and the last sheet of what participants get."""
    POSTER = "poster"
    """A3."""
    POSTER_TILES = "poster-tiles"
    """The same poster on two sheets of A4, to tape together."""
    SAFETY = "safety"
    CONTACTS = "contacts"
    COURSE_PLAN = "course-plan"
    COURSE_DAY = "course-day"
    CATCH_UP = "catch-up"
    ROLE_PLAY = "role-play"
    """Cards to cut out."""
    COMPETENCY = "competency"
    CARD = "card"
    CERTIFICATE = "certificate"
    RECORD = "record"
    """The adaptation record, side by side; in English, so it is made once for an edition."""
    KIT = "kit"
    """Sheets that are printed together, with a cover."""
    MANUAL = "manual"
    """All pages of an edition in one."""


KITS = "kits"
"""The page that offers the kits."""
FILLABLE = frozenset({SheetKind.CHECKLIST, SheetKind.COMPETENCY})
"""What is filled in by pen or on a screen: one file does for both."""


class Outcome(StrEnum):
    """What happened to a job."""

    MADE = "made"
    UNCHANGED = "unchanged"
    """Nothing that it depends on has changed; it was not rendered."""
    FAILED = "failed"
    """A gate found a fault; there is no file."""


@dc.dataclass(frozen=True, slots=True)
class Job:
    """One PDF: a pure function of files to bytes."""

    edition: str
    rendition: str
    """Its name: a language, or a bilingual one (`ur+en`)."""
    kind: SheetKind
    pages: tuple[str, ...]
    """Page paths in reading order; one, except for the manual."""
    file: str
    """Path from the project's top folder, with forward slashes."""
    safety_approved: bool = False
    state: State = State.DRAFT
    """How far its own page has come; for the manual, the worst of all pages."""
    forms: Forms = NEUTRAL
    """Whom its text is worded for."""
    asked: bool = False
    """Whether a reader asked for it so; such sheets are not offered on the site."""
    variant: Variant = USUAL
    """On which paper, how large, and so on."""
    kit: str = ""
    """Id of the kit, if it is one."""

    @property
    def language(self) -> str:
        """The reader's language."""
        return language_of(self.rendition)

    @property
    def bilingual(self) -> bool:
        """Whether it shows the language beside English."""
        return is_bilingual(self.rendition)

    @property
    def versioned(self) -> tuple[str, ...]:
        """The pages whose text version it carries; none for the manual: the whole edition."""
        return () if self.kind is SheetKind.MANUAL else self.pages


@dc.dataclass(frozen=True, slots=True)
class JobResult:
    """What came of a job."""

    job: Job
    outcome: Outcome
    written: bool = False
    """Whether the file's bytes changed."""
    pages: int = 0
    bytes: int = 0
    seconds: float = 0.0
    findings: tuple[Finding, ...] = ()


@dc.dataclass(frozen=True, slots=True)
class PrintLink:
    """A PDF as the site links to it."""

    edition: str
    rendition: str
    kind: SheetKind
    page: str
    """The page that it prints; empty for the whole manual."""
    file: str
    bytes: int
    pages: int
    variant: Variant = USUAL


Progress = Callable[[int, int, JobResult], None]
"""Called when a job is over: how many are, how many there are, what came of it."""


def _silent(_done: int, _total: int, _result: JobResult) -> None:
    return


@dc.dataclass(frozen=True, slots=True)
class PrintPlan:
    """Which PDFs to make. Without a filter, those of every page and language.

    In two languages, handouts and checklists are made; other sheets where they are asked for.
    """

    root: Path
    editions: Sequence[Manifest]
    languages: Collection[str] | None = None
    """Names of renditions: languages, and bilingual ones."""
    kinds: Collection[str] | None = None
    pages: Collection[str] | None = None
    """Page paths; the manual is made only if nothing is asked for here."""
    workers: int = 1
    on_progress: Progress = _silent
    site: str = ""
    """The address of the site, for the QR codes on sheets; without one there are none."""
    faithful_text: bool = True
    """Whether the text layer is mended (see `textlayer`)."""
    by_default: bool = False
    """Whether an edition's own choice of languages counts (`prints`)."""
    forms: Forms = NEUTRAL
    """What a reader asked for; such sheets have names of their own, beside the edition's."""
    kits: Collection[str] | None = None
    """Ids of kits, where these alone are made."""
    variant: Variant = USUAL
    """What a reader asked for in place of the variants that are made for everybody."""

    @property
    def usual(self) -> bool:
        """Whether the sheets are made as everybody gets them."""
        return self.forms == NEUTRAL and self.variant == USUAL

    @property
    def whole(self) -> bool:
        """Whether everything is made, so that other files have no place in the folders."""
        return self.kinds is None and self.pages is None and self.usual


@dc.dataclass(frozen=True, slots=True)
class PrintReport:
    """What came of a plan, in its order."""

    results: tuple[JobResult, ...]
    removed: int = 0
    """How many files of earlier plans were taken away."""

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Everything that somebody should look at."""
        return tuple(finding for result in self.results for finding in result.findings)

    @property
    def links(self) -> tuple[PrintLink, ...]:
        """The PDFs that there are, for the site."""
        made = (result for result in self.results if result.outcome is not Outcome.FAILED)
        return tuple(_link(result) for result in made if not result.job.asked)

    def count(self, outcome: Outcome) -> int:
        """Return how many jobs ended in `outcome`."""
        return sum(result.outcome is outcome for result in self.results)


def offered_on(job: Job) -> str:
    """Return the page that offers a sheet; every page offers the whole manual."""
    return {SheetKind.MANUAL: "", SheetKind.KIT: KITS}.get(job.kind, job.pages[0])


def _link(result: JobResult) -> PrintLink:
    job = result.job
    page = offered_on(job)
    return PrintLink(
        job.edition,
        job.rendition,
        job.kind,
        page,
        job.file,
        result.bytes,
        result.pages,
        job.variant,
    )

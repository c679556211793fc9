"""Who may do what with a work, and which works it stands on."""

import datetime as dt
from typing import Annotated, Literal

from pydantic import Field

from manualkit.model.base import Line, Model, Slug
from manualkit.model.language import LanguageCodes

HttpsAddress = Annotated[str, Field(pattern=r"^https://[^\s<>\"'()]+$")]
WorkRights = Literal[
    "all-rights-reserved", "cc-by-nc-sa-3.0-igo", "cc-by-nc-sa-4.0", "cc-by-nc-4.0",
    "cc-by-sa-4.0", "cc-by-4.0", "cc0", "original",
]  # fmt: skip
Use = Literal["facts", "text", "pictures", "instrument"]
ReviewStatus = Literal["not-submitted", "submitted", "comments-received", "approved-in-writing"]
EditionType = Literal["original", "adaptation", "translation", "translation+adaptation"]


class SourceWork(Model):
    """A work that this one stands on."""

    title: Line
    publisher: str = ""
    year: str = ""
    version: str = ""
    isbn_or_code: str = ""
    """ISBN, DOI or document number, as the work prints it."""
    url: HttpsAddress | None = None
    rights: WorkRights
    """What the work's own copyright page says. Editions of one manual can differ: look."""
    used: Annotated[list[Use], Field(min_length=1)] = ["facts"]
    """What was taken from it. Facts and methods are free; wording and pictures are not."""
    used_for: Line
    """The same in one sentence, for example: outline and facts only."""
    permission_ref: str = ""
    """Date and number of the holder's written permission, where the rights ask for one."""

    @property
    def taken(self) -> bool:
        """Whether more than facts was taken, so that its rights bind this edition."""
        return set(self.used) != {"facts"} and self.rights not in ("original", "cc0")


class WhoReview(Model):
    """The letter that a review status stands on."""

    date: dt.date | None = None
    ref: str = ""
    """Number or subject of the letter."""
    scope: str = ""
    """What it is about, for example: the French text of sessions 1 to 5."""


class TranslationRights(Model):
    """Who holds the rights of a translation, where it is somebody else."""

    languages: LanguageCodes
    holder: Line
    licence: str = ""
    """SPDX id; empty: that of the edition."""


class Rights(Model):
    """Who may do what with the text of an edition."""

    licence: Line
    """SPDX id, for example CC-BY-4.0."""
    holder: Line
    edition_type: EditionType
    source_works: list[SourceWork] = []
    translations: list[TranslationRights] = []
    """Translations that somebody other than `holder` has the rights of."""
    changes_note: str = ""
    """What was changed in the source works; empty: the adaptation record tells it."""
    who_review_status: ReviewStatus = "not-submitted"
    """How far a review by the World Health Organization (WHO) has come."""
    who_review: WhoReview = WhoReview()


class Disclaimer(Model):
    """A sentence that a licence makes others' editions carry."""

    id: Slug
    text: Line
    """Word for word. No other words of a source work stand in the manual."""
    source: Line
    """Where the wording comes from."""
    applies_to: Literal["translation", "adaptation"]
    publishers: Annotated[list[Line], Field(min_length=1)]
    """Names of the publisher whose works ask for it."""
    rights: Annotated[list[WorkRights], Field(min_length=1)]
    """Which rights of such a work ask for it."""
    verify_wording: bool = False
    """True until somebody has compared the wording with its source."""

    def is_for(self, work: SourceWork) -> bool:
        """Whether a work, of which more than facts was taken, asks for this disclaimer."""
        names = {name.casefold() for name in self.publishers}
        return work.rights in self.rights and work.publisher.casefold() in names


class DisclaimersFile(Model):
    """`docs/rights.yml`."""

    disclaimers: list[Disclaimer] = []


class Instrument(Model):
    """A slot for a questionnaire or rating: what it is and where to get it, never what it asks."""

    id: Slug
    name: Line
    version: str = ""
    holder: Line
    """Who holds the rights."""
    where_to_get: Line
    url: HttpsAddress | None = None
    """Address of the page that offers it and tells its terms."""
    copy_allowed: Literal["yes", "no", "ask"]
    """Whether its terms let this manual print it. Write `ask` until you have read them."""
    note: str = ""
    """One plain line for readers."""
    used_at: list[str] = []
    """Paths of the sessions that use it."""
    page: str | None = None
    """Path of the page that prints it; only with `copy_allowed: yes`."""


class InstrumentsFile(Model):
    """`docs/instruments.yml`."""

    instruments: list[Instrument] = []

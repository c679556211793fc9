"""Changes: each difference from the core, with its reason. Together: the adaptation record."""

from typing import Annotated, Literal

from pydantic import Field

from manualkit.model.base import Line, Model, Name, PagePath, Slug
from manualkit.model.language import LanguageCode
from manualkit.model.manual import ContactFields, Fact, FactFields, ModelConsent, TermForm
from manualkit.model.page import MinutesRange
from manualkit.model.record import Record

Base = Annotated[str, Field(pattern=r"^[0-9a-f]{12,}$")]
"""Hash of what a change was written against, stamped by the tool."""
PageFile = Annotated[str, Field(pattern=r"^pages/[a-z0-9][a-z0-9-]*\.md$")]


class BlockChange(Record):
    """A change of one block's text."""

    action: Literal["replace", "add-before", "add-after", "remove"]
    block: Slug
    kind: Literal[
        "say", "do", "ask", "listen-for", "explain", "tip", "if-difficult", "example", "practice",
        "note", "materials",
    ] | None = None  # fmt: skip
    """Kind of the added block (add-before, add-after); the kind of a replaced block stays."""
    base: Base | None = None
    """Hash of the core block that the change was written against."""
    language: LanguageCode | None = None
    """Only in this language: the text is written in it directly, not translated."""
    back_translation: str = ""
    """What a text of one language says, in English, for those who review it."""


class PictureChange(Record):
    """Another picture in place of the core's."""

    action: Literal["picture"]
    picture: Slug
    file: Annotated[str, Field(pattern=r"^images/[a-z0-9][a-z0-9-]*\.(svg|png|jpg)$")]
    alt: Annotated[str, Field(min_length=8, pattern=r'^[^"{}<>\n]+$')]
    creator: Line
    licence: Line
    origin: Line
    base: Base | None = None
    """Hash of the core picture that this one replaces."""
    model_consent: ModelConsent | None = None
    """Whether the people in a photograph agreed; stated for every PNG and JPEG."""
    permission_ref: str = ""
    """Date and number of the owner's written permission, where no licence gives it."""


class CaseStudyChange(Record):
    """A whole telling of a case study: beside the core's, or in place of the same variant."""

    action: Literal["case-study"]
    case_study: Slug
    variant: Slug
    file: Annotated[str, Field(pattern=r"^case-studies/[a-z0-9][a-z0-9-]*\.md$")]
    base: Base | None = None
    """Hash of the core's telling that this one was written against."""


class PageAddition(Record):
    """A page or a session of the context's own; it holds no core block."""

    action: Literal["add-page", "add-session"]
    file: PageFile
    page: PagePath
    """Path of the new page in the edition."""
    after: PagePath
    """The page that it stands behind in the contents."""


class Module(Model):
    """One page of a choice of modules."""

    file: PageFile
    page: PagePath


class ModuleAddition(Record):
    """Further sessions; with `choose_one` a client or group takes one of them."""

    action: Literal["add-module"]
    modules: Annotated[list[Module], Field(min_length=1)]
    choose_one: bool = False
    after: PagePath
    """The session that they stand behind in the contents."""


class Reorder(Record):
    """Another order: of sessions in the contents, or of the steps in one session."""

    action: Literal["reorder"]
    sessions: list[PagePath] = []
    """Session pages in their new order; they take each other's places and numbers."""
    page: PagePath | None = None
    steps: list[Slug] = []
    """All steps (##) of `page` in their new order."""


class Retime(Record):
    """Other minutes."""

    action: Literal["retime"]
    page: PagePath
    minutes: dict[Slug, Annotated[int, Field(ge=1, le=180)]] = {}
    """Minutes by the id of a step, or of its copy."""
    total: MinutesRange | None = None
    """What the session's steps may add up to, least and most."""


class SpreadPart(Model):
    """One of the sessions that a session of the core is spread over."""

    page: PagePath
    """Its path; the first part has that of the session, the others have new ones."""
    title: Line
    """May say `{{ session }}`, and the words of terms.yml."""
    summary: Line
    total: MinutesRange
    """What its steps may add up to, least and most."""
    steps: Annotated[list[Slug], Field(min_length=1)]
    """Steps (##) of the core's session, with all that stands in them, in order."""


class Spread(Record):
    """A session of the core as several shorter ones; each of its steps stands in one of them."""

    action: Literal["spread"]
    page: PagePath
    parts: Annotated[list[SpreadPart], Field(min_length=2)]


class Repeat(Record):
    """A step once more, with all that stands in it, in another place."""

    action: Literal["repeat"]
    block: Slug
    """The step (##) that is repeated."""
    after: Slug
    """The step (##) that the copy stands behind."""
    minutes: Annotated[int, Field(ge=1, le=180)] | None = None
    """Minutes of the copy; without it those of the step."""


StructureChange = PageAddition | ModuleAddition | Reorder | Retime | Spread | Repeat
"""Changes of pages and steps, not of texts."""

Change = Annotated[
    BlockChange | PictureChange | CaseStudyChange | StructureChange, Field(discriminator="action")
]


class TermChange(Record):
    """Another word for a term (an entry of `terms.yml`)."""

    term: Name
    forms: dict[Name, TermForm]
    """Every form that the core's term has."""
    translations: dict[LanguageCode, dict[Name, Line]] = {}
    """Its forms in other languages, by name: singular, plural, and those that inflect there.

    Translators keep to them; where a message with the term holds none of them, a check says so."""


class TermChangesFile(Model):
    """`adaptations/<context>/terms.yml`."""

    terms: list[TermChange] = []


class ContactChange(Record, ContactFields):
    """A contact of this context, new or in place of the core's (an entry of `contacts.yml`)."""

    contact: Name


class FactChange(Record, FactFields):
    """Another value for a fact (an entry of `contacts.yml`)."""

    fact: Name
    kind: Literal["text", "address", "url", "price", "date", "code"]

    def as_fact(self) -> Fact:
        """Return the fact itself, without the record."""
        return Fact(id=self.fact, kind=self.kind, value=self.value, label=self.label)


class ContactChangesFile(Model):
    """`adaptations/<context>/contacts.yml`."""

    contacts: list[ContactChange] = []
    facts: list[FactChange] = []

"""Changes: each difference from the core, with its reason. All together are the adaptation record.

The record's fields and their allowed values follow FRAME (Wiltsey Stirman, Baumann & Miller 2019,
Implementation Science 14:58).
"""

from typing import Annotated, Literal

from pydantic import Field

from manualkit.model.base import Line, Model, Name, Slug
from manualkit.model.manual import ContactFields, Fact, FactFields, TermForm

ChangeId = Annotated[str, Field(pattern=r"^[A-Z]{2,6}-[0-9]{3,4}$")]
Nature = Literal[
    "tailoring", "packaging-materials", "adding", "removing-skipping", "shortening", "lengthening",
    "substituting", "reordering", "spreading", "integrating-into-other",
    "integrating-other-into", "repeating", "loosening-structure", "drift-return", "drift-no-return",
]  # fmt: skip
Role = Literal[
    "political-leader", "funder", "administrator", "programme-manager", "developer", "researcher",
    "intervention-team", "practitioner", "community-member", "recipient", "plt",
    "wellbeing-mentor", "master-trainer", "translator", "clinician",
]  # fmt: skip


class Record(Model):
    """What every change must say about itself. A change without a reason cannot exist."""

    id: ChangeId
    summary: Annotated[str, Field(min_length=10)]
    """One plain sentence: what is different."""
    reason: Annotated[str, Field(min_length=20)]
    """Why this context needs it."""
    nature: Annotated[list[Nature], Field(min_length=1)]
    planned: Literal["planned-proactive", "planned-reactive", "unplanned-reactive"]
    decided_by: Annotated[list[Role], Field(min_length=1)]
    core_impact: Literal["core-preserved", "core-changed", "unknown"]


class BlockChange(Record):
    """A change of one block's text."""

    action: Literal["replace", "add-before", "add-after", "remove"]
    block: Slug
    kind: Literal[
        "say", "do", "ask", "listen-for", "explain", "tip", "if-difficult", "example", "practice",
        "note", "materials",
    ] | None = None  # fmt: skip
    """Kind of the added block (add-before, add-after); the kind of a replaced block stays."""
    base: Annotated[str, Field(pattern=r"^[0-9a-f]{12,}$")] | None = None
    """Hash of the core block that the change was written against, stamped by the tool."""


class PictureChange(Record):
    """Another picture in place of the core's."""

    action: Literal["picture"]
    picture: Slug
    file: Annotated[str, Field(pattern=r"^images/[a-z0-9][a-z0-9-]*\.(svg|png|jpg)$")]
    alt: Annotated[str, Field(min_length=8, pattern=r'^[^"{}<>\n]+$')]
    creator: Line
    licence: Line
    origin: Line


class CaseStudyChange(Record):
    """A whole telling of a case study: beside the core's, or in place of the same variant."""

    action: Literal["case-study"]
    case_study: Slug
    variant: Slug
    file: Annotated[str, Field(pattern=r"^case-studies/[a-z0-9][a-z0-9-]*\.md$")]


Change = Annotated[BlockChange | PictureChange | CaseStudyChange, Field(discriminator="action")]


class TermChange(Record):
    """Another word for a term (an entry of `terms.yml`)."""

    term: Name
    forms: dict[Name, TermForm]
    """Every form that the core's term has."""


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

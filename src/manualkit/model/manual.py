"""What describes the whole manual: title, rights, terms, contacts, facts, pictures."""

from datetime import date
from typing import Annotated, Literal

from pydantic import AfterValidator, Field

from manualkit.model.base import Line, Model, Name, Slug

FactKind = Literal["phone", "sms", "text", "address", "url", "email", "price", "date", "code"]


class SourceWork(Model):
    """A work that this one stands on."""

    title: Line
    publisher: str = ""
    year: str = ""
    version: str = ""
    rights: Literal["all-rights-reserved", "cc-by-nc-sa-3.0-igo", "cc-by-4.0", "original"]
    used_for: Line
    """What was taken from it, for example: outline and facts only."""


class Rights(Model):
    """Who may do what with the text."""

    licence: Line
    """SPDX id, for example CC-BY-4.0."""
    holder: Line
    edition_type: Literal["original", "adaptation", "translation", "translation+adaptation"]
    source_works: list[SourceWork] = []


class NavSection(Model):
    """A heading of the contents and its pages, in reading order."""

    title: Line
    pages: list[str]
    """Page paths without the ending."""


class ManualFile(Model):
    """`docs/manual.yml`."""

    id: Literal["core"]
    title: Line
    version: Annotated[str, Field(pattern=r"^\d+\.\d+\.\d+$")]
    """Semantic version of the core manual."""
    language: Literal["en"]
    languages: list[str] = ["en"]
    """Languages that the core alone is offered in."""
    sample: bool = False
    sample_notice: str = ""
    """One slim line that stands on every page while `sample` is true."""
    sample_explained: str = ""
    rights: Rights
    nav: list[NavSection]


_FORBIDDEN_IN_TERMS = frozenset("{}<>[]|`*_#\\\n\t0123456789:;!?\"()")
_MOST_TERM_LETTERS = 60


def _noun_phrase(value: str) -> str:
    words = value.lower().split()
    if (
        not words
        or len(value) > _MOST_TERM_LETTERS
        or _FORBIDDEN_IN_TERMS & set(value)
        or {"not", "never", "no", "don't"} & set(words)
    ):
        message = "must be a plain name: letters, spaces and hyphens, no digits, no marks, no 'not'"
        raise ValueError(message)
    return value


TermForm = Annotated[str, AfterValidator(_noun_phrase)]
"""A word or phrase; it may carry nothing that could change a sentence, such as a number or a 'not'."""


def _with_singular(forms: dict[str, str]) -> dict[str, str]:
    if "singular" not in forms:
        message = "must hold the form `singular`"
        raise ValueError(message)
    return forms


TermForms = Annotated[dict[Name, TermForm], AfterValidator(_with_singular)]
"""Forms by name; `singular` is the one that `{{ id }}` stands for."""


class Term(Model):
    """A word or phrase that a context says differently."""

    id: Name
    forms: TermForms
    meaning: Line
    in_safety: bool = False
    """Whether safety blocks may use it."""


class TermsFile(Model):
    """`docs/terms.yml`."""

    terms: list[Term]


class ContactFields(Model):
    """What is known of a help line or service. Numbers are facts: they never pass a translator's hands."""

    label: Line
    purpose: Line
    phone: str | None = Field(default=None, pattern=r"^\+?[0-9][0-9 ]{1,18}[0-9]$|^[0-9]{3}$")
    sms: str | None = Field(default=None, pattern=r"^\+?[0-9][0-9 ]{1,18}$")
    url: str | None = Field(default=None, pattern=r"^https://[^\s<>\"']+$")
    email: str | None = Field(default=None, pattern=r"^[^@\s<>]+@[^@\s<>]+$")
    region: str = ""
    hours: str = ""
    cost: str = ""
    languages: str = ""
    """Which languages are spoken and how to ask for an interpreter."""
    emergency: bool = False
    """Whether it is called when life is at risk."""
    example: bool = True
    """True until somebody has checked it."""
    checked_on: date | Literal["never"] = "never"
    checked_by: str = ""
    expires: date | None = None
    source: str = ""
    """Address of the official page that the check used."""


class Contact(ContactFields):
    """A help line or service."""

    id: Name


class Fact(Model):
    """An opaque value that is filled in after translation."""

    id: Name
    kind: FactKind
    value: Line
    label: str = ""


class ContactsFile(Model):
    """`docs/contacts.yml`."""

    contacts: list[Contact] = []
    facts: list[Fact] = []


class Picture(Model):
    """A picture with its rights."""

    id: Slug
    file: Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9-]*\.(svg|png|jpg)$")]
    """File name in the `images/` folder beside this file."""
    alt: Annotated[str, Field(min_length=8, pattern=r'^[^"{}<>\n]+$')]
    """What a person who cannot see the picture must know."""
    creator: Line
    licence: Line
    origin: Line
    """`original`, or where it comes from."""


class PicturesFile(Model):
    """`docs/images/pictures.yml`."""

    pictures: list[Picture]

"""What describes the whole manual: title, rights, terms, contacts, facts, pictures."""

import re
import unicodedata
from collections.abc import Iterator
from datetime import date
from typing import Annotated, Literal

from pydantic import AfterValidator, Field, ValidationInfo, field_validator

from manualkit.model.base import Line, Model, Name, Slug
from manualkit.model.forms import FormsFile
from manualkit.model.language import LanguageCode, LanguageCodes, PrintedLanguages
from manualkit.model.numerals import NumeralsByLanguage
from manualkit.model.rights import Rights
from manualkit.model.site_settings import SiteSettings

FactKind = Literal["phone", "sms", "text", "address", "url", "email", "price", "date", "code"]


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
    edition_title: Line = "Core manual"
    """Name of the core where editions stand side by side."""
    note: str = ""
    """One line that stands under that name."""
    for_whom: str = ""
    where: str = ""
    language: Literal["en"]
    languages: LanguageCodes = ["en"]
    """Languages that the core alone is offered in."""
    forms: FormsFile = FormsFile()
    """Whom the core's translations are worded for, where it is read alone."""
    prints: PrintedLanguages = None
    """Languages whose sheets every build makes; left out: all. `manualkit pdf` makes the others."""
    numerals: NumeralsByLanguage = {}
    """Digits of pages, minutes and steps by language; left out: as the language is used to."""
    sample: bool = False
    sample_notice: str = ""
    """One slim line that stands on every page while `sample` is true."""
    sample_explained: str = ""
    rights: Rights
    site: SiteSettings = SiteSettings()
    """How the published site treats its readers."""
    nav: list[NavSection]


_MOST_TERM_LETTERS = 60
# Words that turn a sentence around.
_TURNING = frozenset(
    (
        *("not", "never", "no", "nor", "none", "nobody", "nothing", "neither", "without", "unless"),
        *("except", "cannot", "if", "until", "ignore", "avoid", "dont", "cant", "wont"),
    )
)


def _noun_phrase(value: str) -> str:
    words = re.split(r"[ -]", re.sub("['\u2019]", "", value.lower()))
    plain = all(unicodedata.category(letter)[0] in "LM" for word in words for letter in word)
    if not plain or not all(words) or len(value) > _MOST_TERM_LETTERS or _TURNING & set(words):
        message = "must be a plain name: letters, spaces and hyphens, no digits, no marks, no 'not'"
        raise ValueError(message)
    return value


TermForm = Annotated[str, AfterValidator(_noun_phrase)]
"""A word or phrase; it carries nothing that could change a sentence, such as a 'not'."""


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
    translations: dict[LanguageCode, dict[Name, Line]] = {}
    """Its forms in other languages, by name: singular, plural, and those that inflect there."""


class TermsFile(Model):
    """`docs/terms.yml`."""

    terms: list[Term]


PhoneNumber = Annotated[str, Field(pattern=r"^\+?[0-9][0-9 ]{1,18}[0-9]$")]
"""Digits and spaces, with or without a plus in front."""


class ContactFields(Model):
    """What is known of a help line or service. Numbers are facts: no translator touches them."""

    label: Line
    purpose: Line
    phone: PhoneNumber | None = None
    sms: PhoneNumber | None = None
    url: str | None = Field(default=None, pattern=r"^https://[^\s<>\"'()]+$")
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


_FACT_FORMS: dict[str, tuple[str, str]] = {
    "phone": (r"\+?[0-9][0-9 ]{1,18}[0-9]", "must be a phone number: digits and spaces"),
    "sms": (r"\+?[0-9][0-9 ]{1,18}[0-9]", "must be a phone number: digits and spaces"),
    "url": (r"https://[^\s<>\"'()]+", "must be an address that begins with https://"),
    "email": (r"[^@\s<>]+@[^@\s<>]+", "must be an e-mail address"),
    "date": (r"\d{4}-\d{2}-\d{2}", "must be a date like 2026-03-31"),
}


class FactFields(Model):
    """An opaque value and how it is written."""

    kind: FactKind
    value: Line
    label: str = ""

    @field_validator("value")
    @classmethod
    def _of_its_kind(cls, value: str, info: ValidationInfo) -> str:
        pattern, message = _FACT_FORMS.get(info.data.get("kind", ""), (".*", ""))
        if not re.fullmatch(pattern, value, re.ASCII | re.DOTALL):
            raise ValueError(message)
        return value


class Fact(FactFields):
    """An opaque value that is filled in after translation."""

    id: Name


class Contact(ContactFields):
    """A help line or service."""

    id: Name

    def facts(self) -> Iterator[Fact]:
        """Yield its facts, such as `crisis_line` and `crisis_line_sms`."""
        checked = None if self.checked_on == "never" else self.checked_on.isoformat()
        kinds: tuple[tuple[str, FactKind, str | None], ...] = (
            ("", "phone", self.phone),
            ("_sms", "sms", self.sms),
            ("_url", "url", self.url),
            ("_email", "email", self.email),
            ("_expires", "date", self.expires.isoformat() if self.expires else None),
            ("_checked_on", "date", checked),
        )
        for ending, kind, value in kinds:
            if value:
                yield Fact(id=f"{self.id}{ending}", kind=kind, value=value)


class ContactsFile(Model):
    """`docs/contacts.yml`."""

    contacts: list[Contact] = []
    facts: list[Fact] = []


ModelConsent = Literal["not-needed", "yes", "no"]
"""Whether people who can be recognised agreed; `not-needed` where the picture shows none."""


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
    model_consent: ModelConsent | None = None
    """Whether the people in a photograph agreed; stated for every PNG and JPEG."""
    permission_ref: str = ""
    """Date and number of the owner's written permission, where no licence gives it."""


class PicturesFile(Model):
    """`docs/images/pictures.yml`."""

    pictures: list[Picture]

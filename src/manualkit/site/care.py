"""What protects the reader of a page: help at once, a way to leave, a neutral name, no traces."""

import dataclasses as dc
from collections.abc import Iterator, Mapping, Sequence
from urllib.parse import urlsplit

from markupsafe import Markup

from manualkit.model.manifest import Manifest, ManifestContact, ManifestFact
from manualkit.site.rendition import Rendition
from manualkit.site.texts import NO_TEXT, Text, Texts

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "font-src 'self'; connect-src 'self'; worker-src 'self'; manifest-src 'self'; "
    "base-uri 'none'; form-action 'self'"
)
"""The content security policy of every page: nothing from elsewhere, nothing written into a page.

There is no inline script and no inline style on any page, so that no hash is needed.
"""
_LTR = Markup('<bdi dir="ltr">{}</bdi>')


@dc.dataclass(frozen=True, slots=True)
class HelpLine:
    """A contact for an emergency. Its numbers are never translated and run from left to right."""

    label: Text
    purpose: Text
    phone: str
    message: str
    """The number for a text message; empty if there is none."""
    hours: Text
    languages: Text
    checks: tuple[Text, ...]
    """Whether and when somebody checked the number, and until when that holds."""
    expires: str
    """A day such as `2027-01-31`; empty if none is known."""

    @property
    def call(self) -> str:
        """The number as a link wants it."""
        return dialled(self.phone)

    @property
    def write(self) -> str:
        """The number for a text message as a link wants it."""
        return dialled(self.message)


@dc.dataclass(frozen=True, slots=True)
class Care:
    """What the templates show of it, on every page."""

    policy: str
    """Empty in a preview: `mkdocs serve` writes a script into the page."""
    noindex: bool
    tab_title: Text
    lines: tuple[HelpLine, ...]
    all_contacts: str
    """The way to the page of contacts; empty if there is none."""
    leave_to: str
    leave_opens: Text


def care_of(rendition: Rendition, path: str) -> Care:
    """Return what protects the readers of a page."""
    settings, texts = rendition.manifest.edition.site, rendition.texts
    contacts = "contacts"
    return Care(
        policy="" if rendition.places.preview_language else POLICY,
        noindex=settings.noindex or rendition.bilingual,
        tab_title=texts.of(settings.tab_title) if settings.tab_title else rendition.site_name,
        lines=tuple(help_lines(rendition.manifest, texts)),
        all_contacts=f"{rendition.spot(path).base}/{contacts}/" if rendition.has(contacts) else "",
        leave_to=settings.leave_to,
        leave_opens=leave_text(texts, settings.leave_to),
    )


@dc.dataclass(frozen=True, slots=True)
class EditionHelp:
    """The contacts for an emergency of an edition, on the pages that belong to none."""

    title: str
    lines: tuple[HelpLine, ...]


@dc.dataclass(frozen=True, slots=True)
class LandingCare:
    """What protects the readers of the pages above all editions. These are in English."""

    noindex: bool
    tab_title: str
    leave_to: str
    leave_opens: Text
    editions: tuple[EditionHelp, ...]
    policy: str = POLICY


def landing_care(editions: Sequence[Manifest], strings: Mapping[str, str]) -> LandingCare:
    """Return what protects the readers of the pages above all editions, by the core's settings."""
    texts, settings = Texts(strings, lambda _: None, english=True), editions[0].edition.site
    return LandingCare(
        noindex=settings.noindex,
        tab_title=settings.tab_title,
        leave_to=settings.leave_to,
        leave_opens=leave_text(texts, settings.leave_to),
        editions=tuple(
            EditionHelp(manifest.edition.title, lines)
            for manifest in editions
            if (lines := tuple(help_lines(manifest, texts)))
        ),
    )


def help_lines(manifest: Manifest, texts: Texts) -> Iterator[HelpLine]:
    """Yield the contacts for an emergency, in the order of the file: the first is for danger."""
    for contact in manifest.contacts:
        if contact.emergency:
            yield HelpLine(
                label=texts.of(contact.label),
                purpose=texts.of(contact.purpose),
                phone=_number(manifest.facts, contact.id),
                message=_number(manifest.facts, f"{contact.id}_sms"),
                hours=texts.of(contact.hours),
                languages=texts.of(contact.languages),
                checks=tuple(_checks(contact, texts)),
                expires=contact.expires,
            )


def leave_text(texts: Texts, address: str) -> Text:
    """Return what the button to leave does, with the name of the place that it leads to."""
    place = urlsplit(address).hostname or ""
    return texts.named("leave.opens", place=_LTR.format(place)) if place else NO_TEXT


def dialled(number: str) -> str:
    """Return a number as `tel:` and `sms:` want it: digits, and a plus in front."""
    return "".join(sign for sign in number if sign == "+" or sign.isdigit())


def _number(facts: dict[str, ManifestFact], name: str) -> str:
    return facts[name].value if name in facts else ""


def _checks(contact: ManifestContact, texts: Texts) -> Iterator[Text]:
    if contact.example:
        yield texts["help.example"]
    elif contact.checked_on == "never":
        yield texts["help.never"]
    else:
        yield texts.named("help.checked", date=_LTR.format(contact.checked_on))
    if contact.expires:
        yield texts.named("help.until", date=_LTR.format(contact.expires))

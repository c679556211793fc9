"""The home page of an edition: whom it is for, and its sessions as cards."""

import dataclasses as dc
from collections.abc import Iterator
from typing import Any

from markupsafe import Markup

from manualkit.markdown.steps import in_digits
from manualkit.model.manifest import ManifestPage
from manualkit.model.page import PageKind
from manualkit.site.places import HOME
from manualkit.site.rendition import Rendition
from manualkit.site.texts import NO_TEXT, Text

RECORD = "record"
"""Path of the adaptation record."""


@dc.dataclass(frozen=True, slots=True)
class Card:
    """A page as a card."""

    href: str
    title: Text
    summary: Text
    session: str
    """Its number in the language's digits; empty for other pages."""
    minutes: Text
    outline: bool
    untranslated: bool = False
    """Whether readers see nothing of it in their language."""
    choice: bool = False
    """Whether it is one of several sessions that one chooses between."""


@dc.dataclass(frozen=True, slots=True)
class CardGroup:
    """Cards below one heading."""

    title: Text
    cards: list[Card]
    safety: bool
    """Whether this is the way to the safety page, which stands first and looks different."""


def home_parts(rendition: Rendition, *, home: bool) -> dict[str, Any]:
    """Return what the home page alone shows, by field of the page's context."""
    return {
        "about": about_lines(rendition) if home else [],
        "cards": card_groups(rendition) if home else [],
        "older": older_versions(rendition) if home else [],
    }


def about_lines(rendition: Rendition) -> list[tuple[Text, Text]]:
    """Return for whom and where the edition is, as names and values."""
    edition, texts = rendition.manifest.edition, rendition.texts
    rows = (("site.for-whom", edition.for_whom), ("site.where", edition.where))
    told = [(texts[name], texts.of(value)) for name, value in rows if value]
    return [*told, *_adapted(rendition)]


def _adapted(rendition: Rendition) -> Iterator[tuple[Text, Text]]:
    """Yield what was adapted, who is responsible, and how far it has come."""
    edition, texts = rendition.manifest.edition, rendition.texts
    changes = sum(change.applied for change in rendition.manifest.changes)
    ltr = Markup('<bdi dir="ltr">{}</bdi>').format(edition.core_version)
    yield texts["site.stands-on"], texts.named("site.core-version", version=ltr)
    count = in_digits(changes, rendition.language)
    adapted = texts.named("site.adapted.count", count=count)
    if changes and rendition.has(RECORD):
        href = f"{rendition.spot(HOME).base}/{RECORD}/"
        adapted = dc.replace(
            adapted, plain=Markup('<a href="{}">{}</a>').format(href, adapted.plain)
        )
    yield texts["site.adapted"], adapted if changes else texts["site.adapted.none"]
    yield texts["site.holder"], texts.of(edition.rights.holder)
    yield texts["site.how-far"], texts[f"site.state.{rendition.approval(HOME)}"]


def older_versions(rendition: Rendition) -> list[tuple[Text, str]]:
    """Return the old versions of the edition and the ways to them, the newest first."""
    base = rendition.spot(HOME).base
    ltr = Markup('<bdi dir="ltr">{}</bdi>')
    return [
        (
            rendition.texts.named(
                "version.one", version=ltr.format(old.version), date=ltr.format(old.date)
            ),
            f"{base}/../{old.folder}/",
        )
        for old in rendition.older
    ]


_CARDS = (PageKind.SESSION, PageKind.KITS)


def card_groups(rendition: Rendition) -> list[CardGroup]:
    """Return the safety page, the sessions and the kits, section by section."""
    groups = []
    for section in rendition.manifest.nav:
        pages = [rendition.page(path) for path in section.pages if rendition.has(path)]
        safety = [page for page in pages if page.kind is PageKind.SAFETY]
        shown = safety or [page for page in pages if page.kind in _CARDS]
        if shown:
            cards = [_card(rendition, page) for page in shown]
            groups.append(CardGroup(rendition.texts.of(section.title), cards, bool(safety)))
    return groups


def minutes_text(rendition: Rendition, page: ManifestPage) -> Text:
    """Return how long a session takes, in words; empty for other pages."""
    if not page.minutes:
        return NO_TEXT
    minutes = in_digits(page.minutes, rendition.language)
    return rendition.texts.named("site.minutes", minutes=minutes)


def session_number(rendition: Rendition, page: ManifestPage) -> str:
    """Return the number of a session in the language's digits; empty for other pages."""
    return in_digits(page.session, rendition.language) if page.session else ""


def _card(rendition: Rendition, page: ManifestPage) -> Card:
    texts = rendition.texts
    return Card(
        href=f"{rendition.spot(HOME).base}/{page.path}/",
        title=texts.of(page.title),
        summary=texts.of(page.summary) if page.summary else NO_TEXT,
        session=session_number(rendition, page),
        minutes=minutes_text(rendition, page),
        outline=page.status == "outline",
        untranslated=rendition.untranslated(page.path),
        choice=bool(page.alternatives),
    )

"""The switches of the header: the same page in another edition or language."""

import dataclasses as dc

from markupsafe import Markup, escape

from manualkit.model.language import language, language_of
from manualkit.site.rendition import Rendition
from manualkit.site.texts import NO_TEXT, Text

_NAME = Markup('<bdi lang="{}" dir="{}">{}</bdi>')


@dc.dataclass(frozen=True, slots=True)
class SwitchLink:
    """A way to the same page in another edition or language."""

    name: Text
    href: str
    current: bool
    same_page: bool
    """Whether the page exists there; if not, the link leads to the home page."""
    code: str = ""
    direction: str = ""
    note: Text = NO_TEXT


def edition_links(rendition: Rendition, path: str) -> list[SwitchLink]:
    """Return a link to each edition, in this language if it has it."""
    texts, links = rendition.texts, []
    for sister in rendition.places.sisters:
        href, there = rendition.spot(path).same_page(sister.id, rendition.name)
        current = sister.id == rendition.manifest.edition.id
        name = texts.of(sister.title)
        note = texts.of(sister.note) if sister.note else NO_TEXT
        links.append(SwitchLink(name, href, current, there, note=note))
    return links


def language_links(rendition: Rendition, path: str) -> list[SwitchLink]:
    """Return a link to each language of the edition, named in itself."""
    edition, links = rendition.manifest.edition, []
    for code in edition.languages:
        href, there = rendition.spot(path).same_page(edition.id, code)
        other, current = language(code), code == rendition.name
        links.append(
            SwitchLink(Text(escape(other.name)), href, current, there, code, other.direction)
        )
    return links


def bilingual_links(rendition: Rendition, path: str) -> list[SwitchLink]:
    """Return the ways to the page in two languages: from English all, else the language's own."""
    edition, links = rendition.manifest.edition, []
    if rendition.places.preview_language:
        return []
    for name in edition.bilingual:
        if rendition.english or language_of(name) == rendition.language.code:
            href, there = rendition.spot(path).same_page(edition.id, name)
            links.append(SwitchLink(_both(name), href, name == rendition.name, there))
    return links


def _both(name: str) -> Text:
    """Return the names of both languages, each in itself."""
    both = (language(code) for code in (language_of(name), "en"))
    names = (_NAME.format(each.code, each.direction, each.name) for each in both)
    return Text(Markup(" + ").join(names))

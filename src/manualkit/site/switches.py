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
        link = SwitchLink(Text(escape(other.name)), href, current, there, code, other.direction)
        links.append(_not_there(rendition, path, link) if lacks(rendition, path, code) else link)
    return links


def lacks(rendition: Rendition, path: str, code: str) -> bool:
    """Whether readers of a language see nothing of a page of this edition in it."""
    sister = rendition.places.sister(rendition.manifest.edition.id)
    return (code, path) in sister.untranslated


def _not_there(rendition: Rendition, path: str, link: SwitchLink) -> SwitchLink:
    """Return a link to a language that does not have the page: it says so, and leads home."""
    here = rendition.language
    text = rendition.texts["translation.missing"]
    note = Text(_NAME.format(here.code, here.direction, text))
    href = link.href
    if not link.current:
        href = rendition.spot(path).home(rendition.manifest.edition.id, link.code)
    return dc.replace(link, href=href, same_page=False, note=note)


def bilingual_links(rendition: Rendition, path: str) -> list[SwitchLink]:
    """Return the ways to the page in two languages: from English all, else the language's own."""
    edition, links = rendition.manifest.edition, []
    if rendition.places.preview_language:
        return []
    for name in edition.bilingual:
        code, current = language_of(name), name == rendition.name
        if lacks(rendition, path, code) and not current:
            continue
        if rendition.english or code == rendition.language.code:
            href, there = rendition.spot(path).same_page(edition.id, name)
            links.append(SwitchLink(_both(name), href, current, there))
    return links


def _both(name: str) -> Text:
    """Return the names of both languages, each in itself."""
    both = (language(code) for code in (language_of(name), "en"))
    names = (_NAME.format(each.code, each.direction, each.name) for each in both)
    return Text(Markup(" + ").join(names))

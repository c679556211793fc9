"""What the templates of the theme see of a page, as `manual`. Every text is ready for HTML."""

import dataclasses as dc
import re
from collections.abc import Mapping
from functools import partial
from typing import Any

from markupsafe import Markup

from manualkit.markdown.steps import in_digits
from manualkit.markdown.text_version import text_version
from manualkit.model.approval import State
from manualkit.model.manifest import ManifestPage
from manualkit.model.message_state import MessageState
from manualkit.model.page import PageKind
from manualkit.site.bound import with_plus
from manualkit.site.care import Care, care_of
from manualkit.site.checklists import checklist_data
from manualkit.site.explained import Explained, explained
from manualkit.site.frame import is_framed
from manualkit.site.home import CardGroup, home_parts, minutes_text, session_number
from manualkit.site.links import kit_title, links_of, size_text
from manualkit.site.offline import Take, take_of
from manualkit.site.places import HOME
from manualkit.site.recalled import recall_lines
from manualkit.site.rendition import Rendition
from manualkit.site.report import Report, report_of
from manualkit.site.stylesheets import holds_rare
from manualkit.site.switches import SwitchLink, bilingual_links, edition_links, language_links
from manualkit.site.texts import NO_TEXT, Text, Texts
from manualkit.site.ways import Way, ways

_TITLE = re.compile(r"<h1\b.*?</h1>", re.DOTALL)
_TABLE = re.compile(r"<table\b([^>]*)>")
_STEP = re.compile(r"<h[23]\b[^>]*\bdata-minutes-label=[^>]*>")
_ID = re.compile(r'\bid="([^"]*)"')
_LABEL = re.compile(r'\bdata-minutes-label="([^"]*)"')
_SHOWS_SUMMARY = frozenset({PageKind.HOME, PageKind.SESSION})


@dc.dataclass(frozen=True, slots=True)
class EnglishWords:
    """How many words of a page are in English because nobody has translated them."""

    count: int
    total: int
    """All words of the page, but for safety text, which has its own rule."""


ALL_TRANSLATED = EnglishWords(0, 0)


@dc.dataclass(frozen=True, slots=True)
class Notice:
    """A slim line above the page."""

    texts: list[Text]
    href: str
    """The part of the About page that explains it; empty if there is none."""
    alarm: bool = False
    """Whether the page, or copies of it, must not be used any more."""


@dc.dataclass(frozen=True, slots=True)
class Download:
    """A PDF that the page offers."""

    name: Text
    href: str
    size: str


@dc.dataclass(frozen=True, slots=True)
class PageContext:
    """What a page shows besides its text."""

    site_name: Text
    care: Care
    """Help at once, a way to leave, no traces."""
    title: Text
    edition_name: Text
    text: Texts
    home: bool
    framed: bool
    """Whether a script brings what all pages have around their text; not on the home page."""
    section: Text
    session: str
    summary: Text
    minutes: Text
    outline: bool
    untranslated: bool
    """Whether readers see nothing of it in their language."""
    untranslated_pages: frozenset[str]
    """The files of all such pages, as MkDocs names them."""
    heading: Markup
    """The page's first heading, as HTML."""
    body: Markup
    """The rest of the page, as HTML."""
    rare_styles: bool
    """Whether it holds boxes, tabs or code, whose style sheet other pages go without."""
    step_minutes: Mapping[str, str]
    """`6 min` by the id of a step's heading."""
    editions: list[SwitchLink]
    languages: list[SwitchLink]
    bilingual: list[SwitchLink]
    """The same page in two languages."""
    one_language: str
    """On a page in two languages, the way to it in the reader's own; else empty."""
    digits: str
    """The ten digits of the language, for figures that a script works out."""
    notices: list[Notice]
    downloads: list[Download]
    about: list[tuple[Text, Text]]
    """On the home page: for whom and where."""
    cards: list[CardGroup]
    """On the home page."""
    older: list[tuple[Text, str]]
    """On the home page: old versions, and the ways to them."""
    ways: list[Way]
    """Of a session: to its strategies, and to those who teach them elsewhere."""
    explained: list[Explained]
    """Words of the field that the page uses."""
    checklist: Markup
    """On a fidelity checklist: the data of its score, as JSON."""
    report: Report
    """What a report of a wrong word names."""
    take: Take | None
    """On the home page: a file to take along, and keeping the language on the device."""
    colophon: list[Text]
    all_editions: str
    """The way to the landing page; empty in a preview."""


def page_context(
    rendition: Rendition, path: str, content: str, english_words: EnglishWords = ALL_TRANSLATED
) -> PageContext:
    """Return what the templates see of a page whose HTML is `content`."""
    page, texts, home = rendition.page(path), rendition.texts, path == HOME
    heading, body = _opened(content, rendition.title(path), texts["reading.table"])
    body, words = explained(rendition, path, body)
    return PageContext(
        site_name=rendition.site_name,
        care=care_of(rendition, path),
        title=rendition.title(path),
        edition_name=rendition.edition_name,
        text=texts,
        home=home,
        framed=is_framed(rendition, path),
        section=texts.of(page.section) if page.section else NO_TEXT,
        session=session_number(rendition, page),
        summary=texts.of(page.summary) if page.kind in _SHOWS_SUMMARY else NO_TEXT,
        minutes=minutes_text(rendition, page),
        outline=page.status == "outline",
        untranslated=rendition.untranslated(path),
        untranslated_pages=untranslated_files(rendition),
        heading=heading,
        body=body,
        rare_styles=holds_rare(body),
        step_minutes=step_minutes(content),
        **_switches(rendition, path),
        digits=rendition.language.digits,
        notices=notices(rendition, path, english_words),
        downloads=_downloads(rendition, path),
        **home_parts(rendition, home=home),
        ways=ways(rendition, path),
        explained=words,
        checklist=checklist_data(rendition, path),
        report=report_of(rendition, path),
        take=take_of(rendition, path),
        colophon=_colophon(rendition, page),
        all_editions="" if rendition.places.preview_language else rendition.spot(path).top + "/",
    )


def _switches(rendition: Rendition, path: str) -> dict[str, Any]:
    """Return the ways to the same page in other renditions, by field."""
    return {
        "editions": edition_links(rendition, path),
        "languages": language_links(rendition, path),
        "bilingual": bilingual_links(rendition, path),
        "one_language": _one_language(rendition, path),
    }


def untranslated_files(rendition: Rendition) -> frozenset[str]:
    """Return the files, as MkDocs names them, of pages that nobody has translated."""
    pages = (page.path for page in rendition.manifest.pages)
    code = rendition.language.code
    return frozenset(f"{code}/{path}.md" for path in pages if rendition.untranslated(path))


def step_minutes(content: str) -> dict[str, str]:
    """Return the minutes of each step, as written, by the id of its heading."""
    found = {}
    for head in _STEP.findall(content):
        name, label = _ID.search(head), _LABEL.search(head)
        if name and label:
            found[name[1]] = label[1]
    return found


def notices(rendition: Rendition, path: str, english_words: EnglishWords) -> list[Notice]:
    """Return the slim lines that tell what this text is not: sample, draft, translation."""
    edition, texts = rendition.manifest.edition, rendition.texts
    lines: list[tuple[list[Text], str]] = []
    if edition.sample and edition.sample_notice:
        lines.append(([texts.of(edition.sample_notice)], "sample"))
    state = rendition.approval(path)
    if state is not State.APPROVED:
        lines.append(([texts[f"site.{state}"]], "state"))
    words = [*_language_state(rendition, path, english_words), *_wording(rendition)]
    if words:
        lines.append((words, "language"))
    about = f"{rendition.spot(path).base}/about/#about-" if rendition.has("about") else ""
    news = f"{rendition.spot(path).base}/news/#"
    recalled = [Notice(said, news + at, alarm=True) for said, at in recall_lines(rendition, path)]
    return [*recalled, *(Notice(said, about and about + anchor) for said, anchor in lines)]


def _language_state(rendition: Rendition, path: str, english_words: EnglishWords) -> list[Text]:
    """Tell how far the page's own words have come, and how many of them are not translated."""
    if rendition.english:
        return []
    texts, state, words = rendition.texts, rendition.text_state(path), []
    if state is not None:
        words.append(texts[f"translation.{state}"])
    if english_words.count and state is not MessageState.MISSING:
        both = (english_words.count, english_words.total)
        count, total = (in_digits(each, rendition.language) for each in both)
        words.append(texts.named("site.untranslated", count=count, total=total))
    return words


def _wording(rendition: Rendition) -> list[Text]:
    """Tell whom the text is worded for, if the edition chose a form."""
    forms = rendition.manifest.edition.forms.of(rendition.language.code)
    return [rendition.texts[name] for name in forms.strings]


def _opened(content: str, title: Text, label: Text) -> tuple[Markup, Markup]:
    """Return the first heading and what follows it (HTML that manualkit.markdown has sanitised)."""
    found = _TITLE.search(content)
    heading = Markup(found[0]) if found else Markup("<h1>{}</h1>").format(title)  # noqa: S704
    body = _TABLE.sub(partial(_scrolling, label), _TITLE.sub("", content, count=1))
    return heading, Markup(body.replace("</table>", "</table></div>"))  # noqa: S704


def _scrolling(label: Text, table: re.Match[str]) -> str:
    """Let a table that is wider than a phone scroll by itself, with the keyboard too."""
    attributes = table[1]
    if 'class="' in attributes:
        attributes = attributes.replace('class="', 'class="sheet ', 1)
    else:
        attributes += ' class="sheet"'
    said = f'role="group" aria-label="{label.plain}"'
    return f'<div class="scroll" tabindex="0" {said}><table{attributes}>'


def _one_language(rendition: Rendition, path: str) -> str:
    if not rendition.bilingual:
        return ""
    edition = rendition.manifest.edition.id
    return rendition.spot(path).same_page(edition, rendition.language.code)[0]


def _downloads(rendition: Rendition, path: str) -> list[Download]:
    texts, base = rendition.texts, rendition.spot(path).base
    downloads = []
    for link in links_of(path, rendition.pdfs):
        name = f"site.pdf.{link.kind}"
        title = texts[name if name in rendition.strings else "site.pdf.page"]
        if link.kind == "kit":
            title = _kit_named(rendition, link.file)
        downloads.append(Download(title, f"{base}/pdf/{link.file}", size_text(link.bytes)))
    return downloads


def _kit_named(rendition: Rendition, file: str) -> Text:
    title = rendition.texts.of(kit_title(rendition.manifest, file))
    return dc.replace(title, plain=Markup(with_plus(title.plain, rendition.language)))  # noqa: S704


def _colophon(rendition: Rendition, page: ManifestPage) -> list[Text]:
    # The same as on its sheet, and the page's own: a change elsewhere leaves this page as it is.
    digest = text_version(rendition.manifest, [page.path], rendition.language.code)
    edition, texts = rendition.manifest.edition, rendition.texts
    ltr = Markup('<bdi dir="ltr">{}</bdi>')
    return [
        rendition.edition_name,
        texts.named("site.core-version", version=ltr.format(edition.core_version)),
        texts.named("site.text-version", digest=ltr.format(digest)),
        texts.named("site.licence", licence=ltr.format(edition.rights.licence)),
        texts[f"site.state.{rendition.approval(page.path)}"],
    ]

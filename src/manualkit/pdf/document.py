"""A job → the HTML and CSS that WeasyPrint lays out."""

import dataclasses as dc
from collections.abc import Iterator, Mapping
from itertools import groupby
from pathlib import Path

from lxml import html
from markupsafe import Markup as MarkupSafe
from markupsafe import escape

from manualkit.markdown import render_page
from manualkit.markdown.local_texts import texts_for, with_local_texts
from manualkit.markdown.pairs import in_two_languages
from manualkit.markdown.text_version import text_version
from manualkit.markdown.together import kept_together
from manualkit.model.language import Language, language
from manualkit.model.manifest import Manifest, ManifestLocalText, ManifestPage
from manualkit.model.numerals import with_numerals
from manualkit.model.rendition import RenderContext, Translate
from manualkit.model.short_address import short_address
from manualkit.pdf.booklet import Fold
from manualkit.pdf.budget import budget
from manualkit.pdf.chapters import Chapter, Section
from manualkit.pdf.foreign import HtmlElement
from manualkit.pdf.kit import kit_of
from manualkit.pdf.layouts import laid_out
from manualkit.pdf.pagesetup import CLEAR_PRINT, Least, page_setup
from manualkit.pdf.paper import for_paper, numbered_in
from manualkit.pdf.plan import FILLABLE, Job, SheetKind, offered_on
from manualkit.pdf.qrcode import qr_svg
from manualkit.pdf.templates import environment, style_sheet
from manualkit.pdf.typography import typography


@dc.dataclass(frozen=True, slots=True)
class Source:
    """What a job is made from."""

    root: Path
    manifest: Manifest
    strings: Mapping[str, str]
    translate: Translate
    translate_safety: Translate = lambda _: None
    site: str = ""
    """The address that the site is published at."""


@dc.dataclass(frozen=True, slots=True)
class Markup:
    """A document before it is laid out."""

    html: str
    css: str
    words: str
    """The text of its pages, in the order of the characters as typed."""
    composed: bool = False
    """Whether its script draws letters from several glyphs."""
    budget: int = 0
    """The most bytes that it may have; 0 is no limit."""
    least: Least = CLEAR_PRINT
    fold: Fold | None = None
    """The sheets that its pages are put on, if it is a booklet."""


@dc.dataclass(frozen=True, slots=True)
class Online:
    """Where the page of a sheet stands on the site."""

    address: str
    """Its short address."""
    digest: str
    """The text version of the sheet, which the QR code hands over."""

    @property
    def typed(self) -> str:
        """The address as people type it."""
        return self.address.partition("://")[2]

    @property
    def picture(self) -> str:
        """The QR code."""
        return qr_svg(f"{self.address}?v={self.digest}")


def build_markup(job: Job, source: Source) -> Markup:
    """Return the HTML and CSS of a job."""
    maker = _Maker(job, source)
    chapters = [maker.chapter(page) for page in maker.pages]
    kit = kit_of(source.manifest, job, {c.path: c for c in chapters}, maker.say)
    chapters = [part.chapter for part in kit.parts] if kit else chapters
    values = maker.values(chapters) | {"kit": kit}
    folder = source.root / "templates" / "pdf"
    name = job.kind if job.kind in (SheetKind.KIT, SheetKind.MANUAL) else "sheet"
    page = environment(folder).get_template(f"{name}.html.j2").render(values)
    page = kept_together(page, language(job.language))
    words = " ".join(_words(chapter.body) for chapter in chapters)
    composed = typography(language(job.language), source.root).composed
    most = budget(job.kind, source.root)
    css = style_sheet(folder, values)
    return Markup(page, css, words, composed, most, maker.page.least, maker.fold)


class _Maker:
    """Gathers what the templates are filled with."""

    def __init__(self, job: Job, source: Source) -> None:
        self._job = job
        self._source = source
        numerals = source.manifest.edition.numerals
        self._language: Language = with_numerals(language(job.language), numerals)
        pages = {page.path: page for page in source.manifest.pages}
        self.pages = [pages[path] for path in job.pages]
        page = page_setup(job.variant, source.manifest.edition.paper, source.root)
        # The imprint tells whom the text is worded for.
        self.page = dc.replace(page, lines=page.lines + len(job.forms.strings))

    @property
    def fold(self) -> Fold | None:
        """Return the sheets of a booklet; None if it is none."""
        sheet = self.page.folded
        return Fold(*sheet, rtl=self._language.rtl) if sheet else None

    def chapter(self, page: ManifestPage) -> Chapter:
        """Return a page in the job's language."""
        folder = self._source.root / "build" / "editions" / self._job.edition / "pages"
        text = (folder / f"{page.path}.md").read_text(encoding="utf-8")
        text = with_local_texts(text, self._local_texts(page))
        context = self._context(page.path)
        rendered = render_page(text, context)
        body = rendered.html
        if self._job.bilingual:
            english = dc.replace(context, language=language("en"), translate=lambda _: None)
            body = in_two_languages(render_page(text, english).html, body, self._language)
        fillable = self._job.kind in FILLABLE
        body = for_paper(body, page.path, self._together, fillable=fillable, title=self._title)
        body = numbered_in(body, self._language)
        body = laid_out(body, page.kind, self._job.kind)
        section = self.say(page.section)
        return Chapter(page.path, page.kind, rendered.title, section, body)

    @property
    def _together(self) -> tuple[str, ...] | None:
        """Return the pages that links may lead to; in a kit each sheet stands for itself."""
        return None if self._job.kind is SheetKind.KIT else self._job.pages

    def _title(self, path: str, *, english: bool) -> str:
        """Return the title of any page of the edition."""
        pages = self._source.manifest.pages
        title = next((page.title for page in pages if page.path == path), "")
        return title if english else self.say(title)

    def values(self, chapters: list[Chapter]) -> dict[str, object]:
        """Return everything that the templates may use."""
        source, edition = self._source, self._source.manifest.edition
        return {
            "edition": edition,
            "language": self._language,
            "languages": self._languages(),
            "bilingual": self._job.bilingual,
            "type": typography(self._language, source.root),
            "sections": list(_sections(chapters)),
            "title": self.say(edition.title),
            "notice": self.say(edition.sample_notice) if edition.sample else "",
            "digest": self._digest(),
            "online": self._online(),
            "wording": [self._spoken(source.strings[name]) for name in self._job.forms.strings],
            "spoken": self._spoken,
            "string": self._string,
            "plain": self._plain,
            "kind": self._job.kind,
            "page": self.page,
            "state": self._job.state,
            "translation": self._translation(),
        }

    def _translation(self) -> MarkupSafe | str:
        """Tell how far the words of its pages have come; nothing in English."""
        state = self._source.manifest.text_state(self._job.language, *self._job.pages)
        return self._spoken(self._source.strings[f"translation.{state}"]) if state else ""

    def _languages(self) -> MarkupSafe:
        """Return the name of the language, or the names of both, each in itself."""
        both = [self._language, *([language("en")] if self._job.bilingual else [])]
        name = MarkupSafe('<bdi lang="{}" dir="{}">{}</bdi>')
        return MarkupSafe(" + ").join(
            name.format(each.code, each.direction, each.name) for each in both
        )

    def _context(self, page: str) -> RenderContext:
        source = self._source
        return RenderContext(
            page=page,
            language=self._language,
            translate=source.translate,
            facts=source.manifest.facts,
            strings=source.strings,
            safety_approved=self._job.safety_approved,
            translate_safety=source.translate_safety,
        )

    def say(self, text: str) -> str:
        """Return a text in the job's language, or in English if there is no translation."""
        return (self._source.translate(text) or text) if text else ""

    def _spoken(self, text: str, **values: str) -> MarkupSafe:
        """Return a text as HTML; English in another language is marked as English."""
        words = escape(_filled(self.say(text), values))
        if not text or self._english or self._source.translate(text) is not None:
            return words
        return MarkupSafe('<span class="untranslated" lang="en" dir="ltr">{}</span>').format(words)

    @property
    def _english(self) -> bool:
        return self._language.code.partition("-")[0] == "en"

    def _string(self, name: str, **values: str) -> MarkupSafe:
        """Return a text of `templates/strings/pdf.yml` as HTML."""
        return self._spoken(self._source.strings[f"pdf.{name}"], **values)

    def _plain(self, name: str) -> str:
        """Return a text of `templates/strings/pdf.yml` as it is, for CSS and pictures."""
        return self.say(self._source.strings[f"pdf.{name}"])

    def _digest(self) -> str:
        """Return the document's own version."""
        return text_version(self._source.manifest, self._job.versioned, self._job.language)

    def _online(self) -> Online | None:
        """Return where its page stands on the site; None where the site has no address."""
        job = self._job
        page = offered_on(job)
        address = short_address(self._source.site, job.edition, job.rendition, page)
        return Online(address, self._digest()) if address else None

    def _local_texts(self, page: ManifestPage) -> list[ManifestLocalText]:
        return texts_for(self._source.manifest.local_texts, page.path, self._job.language)


def _filled(text: str, values: Mapping[str, str]) -> str:
    """Fill `{name}` in, as an island: a version number must not turn around in Arabic."""
    for name, value in values.items():
        text = text.replace(
            f"{{{name}}}", f"\N{LEFT-TO-RIGHT ISOLATE}{value}\N{POP DIRECTIONAL ISOLATE}"
        )
    return text


def _sections(chapters: list[Chapter]) -> Iterator[Section]:
    for name, group in groupby(chapters, key=lambda chapter: chapter.section):
        yield Section(name, tuple(group))


def _words(body: str) -> str:
    tree: HtmlElement = html.fromstring(body)
    return " ".join(tree.itertext())

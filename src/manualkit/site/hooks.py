"""What the MkDocs plugin does for a rendition, in terms that know no MkDocs."""

import dataclasses as dc
from collections.abc import Iterable

from manualkit.markdown import ManualExtension
from manualkit.model.rendition import Message, RenderContext
from manualkit.site.context import ALL_TRANSLATED, EnglishWords, PageContext, page_context
from manualkit.site.finish import finish_page
from manualkit.site.frame import is_framed
from manualkit.site.marks import with_marks
from manualkit.site.rendition import Rendition
from manualkit.site.search_contract import own_search
from manualkit.site.search_entries import SearchedPage, searched_page


@dc.dataclass(slots=True)
class PageRenderer:
    """Renders the pages of renditions one after another.

    It holds what Markdown needs to know of the page at hand, which MkDocs does not pass on to it.
    """

    extension: ManualExtension = dc.field(init=False)
    untranslated: dict[tuple[str, str], EnglishWords] = dc.field(default_factory=dict)
    """How many words of a page fell back to English, by language and page path."""
    searched: dict[tuple[str, str], SearchedPage] = dc.field(default_factory=dict)
    """What search finds on the pages that were read, by language and page path."""
    _context: RenderContext | None = None

    def __post_init__(self) -> None:
        self.extension = ManualExtension(self._current)

    @property
    def missing(self) -> int:
        """How many words of all pages fell back to English."""
        return sum(words.count for words in self.untranslated.values())

    def begin(self, rendition: Rendition, path: str) -> None:
        """Take up the page whose Markdown is converted next."""
        self._context = rendition.render_context(path)

    def end(self, rendition: Rendition, path: str, html: str) -> str:
        """Note what the page at hand lacks, and return its HTML as search may read it."""
        last = self.extension.last
        words = EnglishWords(_words(last.untranslated), _words(last.messages))
        self.untranslated[rendition.language.code, path] = words
        if own_search():
            return html
        # The names of the steps stand at the steps as well. Material takes the mark out again.
        return html.replace('class="minute-bar"', 'class="minute-bar" data-search-exclude="1"')

    def read(self, rendition: Rendition, path: str, html: str) -> str:
        """Read for the search what stands on a page, and return its HTML as it is."""
        code = rendition.language.code
        beside = "en" if rendition.bilingual else ""
        self.searched[code, path] = searched_page(html, code, beside)
        return html

    def searched_of(self, rendition: Rendition) -> dict[str, SearchedPage]:
        """Return what search finds in a rendition, by page path."""
        code = rendition.language.code
        return {path: page for (of, path), page in self.searched.items() if of == code}

    def begin_english(self, rendition: Rendition, path: str) -> None:
        """Take up the page at hand again, for the English side of a bilingual page."""
        self._context = rendition.english_context(path)

    def context(self, rendition: Rendition, path: str, content: str | None) -> PageContext:
        """Return what the theme's templates see of a page."""
        missing = self.untranslated.get((rendition.language.code, path), ALL_TRANSLATED)
        return page_context(rendition, path, content or "", missing)

    def finish(self, rendition: Rendition, path: str, html: str) -> str:
        """Return the finished page."""
        if rendition.places.preview_language:
            html = with_marks(html, rendition, path)
        spot, words = rendition.spot(path), None
        if own_search():
            words = {"search.result.none": str(rendition.texts["site.search.none"].plain)}
        framed = is_framed(rendition, path)
        return finish_page(html, spot, rendition.language, words, framed=framed)

    def _current(self) -> RenderContext:
        if self._context is None:
            raise RuntimeError("a page is converted before it was taken up")
        return self._context


def _words(messages: Iterable[Message]) -> int:
    """Count the words of a page's own texts: no labels, no safety text."""
    own = {each.text for each in messages if each.kind != "string" and not each.safety}
    return sum(len(text.split()) for text in own)

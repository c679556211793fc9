"""HTML → PDF, with every gate. The one place where WeasyPrint draws."""

import dataclasses as dc
import gc
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, nullcontext
from pathlib import Path

from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import FatalURLFetchingError

from manualkit.model.manifest import ManifestFact
from manualkit.pdf import artifacts, spoken, textlayer
from manualkit.pdf.booklet import imposed
from manualkit.pdf.columns import steady_columns
from manualkit.pdf.description import describe
from manualkit.pdf.document import Markup
from manualkit.pdf.drawn_words import whole_words
from manualkit.pdf.fetcher import ProjectFetcher
from manualkit.pdf.fonts import font_files
from manualkit.pdf.foreign import Document, Pdf
from manualkit.pdf.gates.access import access_faults
from manualkit.pdf.gates.breaks import break_faults
from manualkit.pdf.gates.digits import digit_faults, fact_faults, pages_with
from manualkit.pdf.gates.fault import Fault
from manualkit.pdf.gates.frames import frame_faults
from manualkit.pdf.gates.glyphs import SourceFonts, glyph_faults
from manualkit.pdf.gates.ink import ink_faults
from manualkit.pdf.gates.layout import layout_faults
from manualkit.pdf.gates.readback import ReadBack
from manualkit.pdf.gates.size import size_faults
from manualkit.pdf.gates.texts import PageTexts, lost_faults, text_boxes, unread_faults
from manualkit.pdf.impose import impose
from manualkit.pdf.once import alike_written_once
from manualkit.pdf.outlines import Outlines
from manualkit.pdf.strict import collected_warnings

_VARIANT = "pdf/ua-1"


@dc.dataclass(frozen=True, slots=True)
class Rendered:
    """A PDF and what its gates found."""

    content: bytes
    pages: int
    faults: tuple[Fault, ...]


class Press:
    """What one process keeps warm: with fonts and parsed CSS at hand a sheet is 8 times faster."""

    def __init__(self, root: Path, *, faithful_text: bool = True) -> None:
        self._root = root
        self._faithful_text = faithful_text and textlayer.available()
        self._fonts = FontConfiguration()
        self._sources = SourceFonts(font_files(root))
        self._outlines = Outlines()
        self._sheets: dict[str, CSS] = {}

    def render(self, markup: Markup, edition: str, facts: Mapping[str, ManifestFact]) -> Rendered:
        """Lay a document out, write it and pass it through the gates."""
        with _without_collector(), collected_warnings() as warnings:
            try:
                document = self._laid_out(markup, edition)
                content = self._written(document, mended=self._mends(markup))
            except FatalURLFetchingError as refusal:
                hint = "A PDF may use the pictures of its edition and nothing else."
                return Rendered(b"", 0, (Fault("pdf-refused-file", str(refusal), hint),))
            faults = [_warned(message) for message in warnings]
            faults += layout_faults(document, markup.least)
            faults += [*break_faults(document), *frame_faults(document)]
            faults += ink_faults(document, self._outlines)
            texts = text_boxes(document)
            faults += lost_faults(document, texts)
        faults += size_faults(content, markup.budget)
        if not faults:
            faults = self._read_back(content, texts, markup, facts)
        made = Rendered(content, len(document.pages), tuple(faults))
        return made if faults else self._folded(made, markup)

    def _folded(self, made: Rendered, markup: Markup) -> Rendered:
        """Put the pages of a booklet on its sheets; all other gates have seen them before."""
        if markup.fold is None:
            return made
        content = impose(made.content, markup.fold)
        sides = len(imposed(made.pages, rtl=markup.fold.rtl))
        faults = access_faults(content) if self._readable(markup) else []
        return Rendered(content, sides, tuple(faults))

    def _laid_out(self, markup: Markup, edition: str) -> Document:
        folder = self._root / "build" / "editions" / edition
        templates = self._root / "templates" / "pdf"
        fetcher = ProjectFetcher((folder, templates))
        if markup.css not in self._sheets:
            self._sheets[markup.css] = CSS(
                string=markup.css,
                base_url=f"{templates.resolve().as_uri()}/",
                font_config=self._fonts,
                url_fetcher=fetcher,
            )
        page = HTML(
            string=markup.html, base_url=f"{folder.resolve().as_uri()}/", url_fetcher=fetcher
        )
        with steady_columns():
            return page.render(
                font_config=self._fonts,
                stylesheets=[self._sheets[markup.css]],
                presentational_hints=True,
                pdf_variant=_VARIANT,
            )

    def _mends(self, markup: Markup) -> bool:
        """Whether the text layer needs mending and may be mended."""
        return markup.composed and self._faithful_text

    def _written(self, document: Document, *, mended: bool) -> bytes:
        mending = textlayer.text_layer() if mended else nullcontext()
        running = artifacts.running_matter_as_artifacts(document)
        with running, spoken.languages_in_tags(), _drawings(), mending as layer:

            def finisher(written: Document, pdf: Pdf) -> None:
                artifacts.finish(pdf)
                if layer is not None:
                    layer.finish(written, pdf)

            describe(document)
            content: bytes = document.write_pdf(
                finisher=finisher, pdf_variant=_VARIANT, custom_metadata=True
            )
        return content

    def _read_back(
        self,
        content: bytes,
        texts: PageTexts,
        markup: Markup,
        facts: Mapping[str, ManifestFact],
    ) -> list[Fault]:
        back = ReadBack.of(content)
        faults = glyph_faults(back.fonts.values(), self._sources)
        shown = pages_with(facts, ("".join(box.text for box in page) for page in texts))
        faults += digit_faults(facts, markup.words)
        faults += fact_faults(facts, markup.words, back.lines(shown))
        if self._readable(markup):
            faults += unread_faults(texts, back.pages)
            faults += access_faults(content)
        return faults

    def _readable(self, markup: Markup) -> bool:
        """Whether letters have a text of their own, as PDF/UA wants; composed ones, if mended."""
        return self._mends(markup) or not markup.composed


def _warned(message: str) -> Fault:
    hint = "WeasyPrint warns of it; on paper it would be missing or wrong."
    return Fault("pdf-warning", message, hint)


@contextmanager
def _drawings() -> Iterator[None]:
    with whole_words(), alike_written_once():
        yield


@contextmanager
def _without_collector() -> Iterator[None]:
    """Keep the garbage collector from walking the boxes again and again: 15 to 20 % of the time."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()

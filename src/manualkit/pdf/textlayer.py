"""A text layer that reads back as typed, for scripts whose letters are drawn from several glyphs.

WeasyPrint remembers one text per glyph: the first that it met. Nastaliq draws the dots of many
letters with the same glyph, Thai its marks, so that most words come out wrong when they are copied,
searched or read aloud (https://github.com/Kozea/WeasyPrint/issues/2841, open in 70.0).

Here every pair of a glyph and the text that it stands for gets a code of its own. Nothing of
WeasyPrint's source is changed. One function is wrapped while a PDF is written, `draw_first_line`:
it draws through a stand-in for the stream that puts our codes in place of the glyph numbers, and
compares each number with what Pango laid out, so that a change upstream is seen at once. The font
dictionaries get their tables in the finisher. Pages look the same to the last pixel.

The glyphs of a Nastaliq word stand at different heights, and poppler takes a jump for a new line.
Such a line is drawn twice: once to be seen, saying nothing, and once unseen on its baseline, to be
read.
"""

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import weasyprint
from weasyprint.draw import text as draw_text

from manualkit.pdf.foreign import Box, Document, Font, Matrix, Pdf, Stream
from manualkit.pdf.textcodes import CodeOf, Codes, is_font, rewrite
from manualkit.pdf.textglyphs import Glyph, climbs, glyphs_of
from manualkit.pdf.textunseen import draw_unseen

MADE_FOR = "70.0"
"""The WeasyPrint whose seam this stands on."""
_PART = "\N{ZERO WIDTH SPACE}"
"""Text of a glyph that is only a part of a letter."""
_SAYS_NOTHING = b"/Span <</ActualText <feff>>> BDC"
_HEX = re.compile(r"<([0-9a-f]*)>")


class TextLayerError(RuntimeError):
    """WeasyPrint does not draw what this module expects."""


def available() -> bool:
    """Return whether the installed WeasyPrint is the one that this module was made for."""
    return bool(weasyprint.__version__ == MADE_FOR and hasattr(draw_text, "draw_first_line"))


class TextLayer:
    """The codes of one document while it is written."""

    def __init__(self) -> None:
        self._codes: dict[str, Codes] = {}

    def code(self, font: Font, glyph: int, text: str) -> int:
        """Return the code of a glyph in a font. Fonts with one hash share one dictionary."""
        codes = self._codes.setdefault(font.hash, Codes(font.glyph_count + 1024))
        return codes.code(glyph, text)

    def finish(self, document: Document, pdf: Pdf) -> None:
        """Give the font dictionaries of `pdf` their tables; part of WeasyPrint's finisher."""
        widths: dict[str, dict[int, float]] = {}
        names: dict[bytes, str] = {}
        for font in document.fonts.values():
            widths.setdefault(font.hash, {}).update(font.widths)
            names[font.name] = font.hash
        for entry in [entry for entry in pdf.objects if is_font(entry)]:
            key = names.get(entry["BaseFont"], "")
            if key in self._codes:
                rewrite(pdf, entry, self._codes[key], widths[key])


@contextmanager
def text_layer() -> Iterator[TextLayer]:
    """Write PDFs with a faithful text layer inside this context."""
    layer = TextLayer()
    original = draw_text.draw_first_line

    def draw_first_line(
        stream: Stream,
        textbox: Box,
        text_overflow: str,
        block_ellipsis: str,
        matrix: Matrix,
    ) -> object:
        if text_overflow == "ellipsis" or block_ellipsis != "none" or not textbox.text.strip():
            return original(stream, textbox, text_overflow, block_ellipsis, matrix)
        glyphs = list(glyphs_of(stream, textbox))
        if not climbs(textbox, glyphs):
            coder = _Coder(stream, layer.code, glyphs)
            return original(coder, textbox, text_overflow, block_ellipsis, matrix)
        stream.stream.append(_SAYS_NOTHING)
        seen = _Seen(stream, layer.code, glyphs)
        drawn = original(seen, textbox, text_overflow, block_ellipsis, matrix)
        stream.end_marked_content()
        draw_unseen(stream, layer.code, glyphs, matrix)
        return drawn

    draw_text.draw_first_line = draw_first_line
    try:
        yield layer
    finally:
        draw_text.draw_first_line = original


class _Coder:
    """Stands in for a stream while one line is drawn, and puts codes for glyph numbers."""

    def __init__(self, stream: Stream, code: CodeOf, glyphs: Sequence[Glyph]) -> None:
        self._stream = stream
        self._code = code
        self._glyphs = iter(glyphs)

    def __getattr__(self, name: str) -> object:
        return getattr(self._stream, name)

    def show_text(self, text: str) -> None:
        """Draw what WeasyPrint made for `TJ`, in our codes."""
        # Odd places are what stood in angle brackets: glyphs. Even places are moves.
        line = ""
        for place, piece in enumerate(_HEX.split(text)):
            line = self._coded(line, piece) if place % 2 else line + piece
        self._flush(line)

    def _coded(self, line: str, numbers: str) -> str:
        # An empty pair keeps the moves before and after it apart: `11<>0.5` is not 110.5.
        line += "" if numbers else "<>"
        for start in range(0, len(numbers), 4):
            glyph = self._following(int(numbers[start : start + 4], 16))
            text = _PART if glyph.text is None else glyph.text
            code = f"<{self._code(glyph.font, glyph.number, text):04x}>"
            if glyph.text is None:
                self._flush(line)
                self._part(code)
                line = ""
            else:
                line += code
        return line

    def _following(self, number: int) -> Glyph:
        glyph = next(self._glyphs, None)
        if glyph is None or glyph.number != number:
            raise TextLayerError(
                f"glyph {number} is drawn where {glyph and glyph.number} was laid out"
            )
        return glyph

    def _part(self, code: str) -> None:
        # Readers take the text of the marked content, here an empty one, in place of the glyph's.
        self._stream.stream.append(_SAYS_NOTHING)
        self._stream.show_text(code)
        self._stream.end_marked_content()

    def _flush(self, line: str) -> None:
        if line:
            self._stream.show_text(line.replace("><", ""))


class _Seen(_Coder):
    """Draws the glyphs of a line where they belong, and says nothing by any of them."""

    def _coded(self, line: str, numbers: str) -> str:
        line += "" if numbers else "<>"
        for start in range(0, len(numbers), 4):
            glyph = self._following(int(numbers[start : start + 4], 16))
            line += f"<{self._code(glyph.font, glyph.number, _PART):04x}>"
        return line

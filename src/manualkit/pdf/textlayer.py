"""A text layer that reads back as typed, for scripts whose letters are drawn from several glyphs.

WeasyPrint remembers one text per glyph: the first that it met. Nastaliq draws the dots of many
letters with the same glyph, Thai its marks, so that most words come out wrong when they are copied,
searched or read aloud (https://github.com/Kozea/WeasyPrint/issues/2841, open in 70.0).

Here every pair of a glyph and the text that it stands for gets a code of its own. Nothing of
WeasyPrint's source is changed. One function is wrapped while a PDF is written, `draw_first_line`:
it draws through a stand-in for the stream that puts our codes in place of the glyph numbers, and
compares each number with what Pango laid out, so that a change upstream is seen at once. The font
dictionaries get their tables in the finisher. Pages look the same to the last pixel.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

import pydyf  # type: ignore[import-untyped]
import weasyprint
from weasyprint.draw import text as draw_text
from weasyprint.svg.text import TextBox as DrawnText
from weasyprint.text.ffi import ffi, pango

from manualkit.pdf.foreign import Box, Document, Font, GlyphItem, Pdf, PdfObject, Stream

MADE_FOR = "70.0"
"""The WeasyPrint whose seam this stands on."""
_PART = "\N{ZERO WIDTH SPACE}"
"""Text of a glyph that is only a part of a letter."""
_LAST_CODE = 0xFFFF
_HEX = re.compile(r"<([0-9a-f]*)>")

Glyph = tuple[Font, int, str | None]
"""The font it is drawn with, its number, its text; None for a part of a letter."""


class TextLayerError(RuntimeError):
    """WeasyPrint does not draw what this module expects."""


def available() -> bool:
    """Return whether the installed WeasyPrint is the one that this module was made for."""
    return bool(weasyprint.__version__ == MADE_FOR and hasattr(draw_text, "draw_first_line"))


class Codes:
    """The codes of one font file: one for each pair of glyph and text."""

    def __init__(self, first_free: int) -> None:
        self._next = first_free
        self._by_pair: dict[tuple[int, str], int] = {}
        self.glyphs: dict[int, int] = {}
        """Code to glyph."""
        self.texts: dict[int, str] = {}
        """Code to text."""

    def code(self, glyph: int, text: str) -> int:
        """Return the code for a glyph that stands for `text`; the first text keeps the number."""
        known = self._by_pair.get((glyph, text))
        if known is not None:
            return known
        code = glyph if glyph not in self.glyphs else self._next
        if code > _LAST_CODE:
            return glyph
        self._next += code == self._next
        self._by_pair[glyph, text] = code
        self.glyphs[code] = glyph
        self.texts[code] = text
        return code


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
        for entry in [entry for entry in pdf.objects if _is_font(entry)]:
            key = names.get(entry["BaseFont"], "")
            if key in self._codes:
                _rewrite(pdf, entry, self._codes[key], widths[key])


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
        *rest: object,
    ) -> object:
        if text_overflow == "ellipsis" or block_ellipsis != "none" or not textbox.text.strip():
            return original(stream, textbox, text_overflow, block_ellipsis, *rest)
        coder = _Coder(stream, layer.code, list(_glyphs(stream, textbox)))
        return original(coder, textbox, text_overflow, block_ellipsis, *rest)

    draw_text.draw_first_line = draw_first_line
    try:
        yield layer
    finally:
        draw_text.draw_first_line = original


class _Coder:
    """Stands in for a stream while one line is drawn, and puts codes for glyph numbers."""

    def __init__(
        self, stream: Stream, code: Callable[[Font, int, str], int], glyphs: Sequence[Glyph]
    ) -> None:
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
            font, glyph, text = self._following(int(numbers[start : start + 4], 16))
            code = f"<{self._code(font, glyph, _PART if text is None else text):04x}>"
            if text is None:
                self._flush(line)
                self._part(code)
                line = ""
            else:
                line += code
        return line

    def _following(self, number: int) -> Glyph:
        glyph = next(self._glyphs, None)
        if glyph is None or glyph[1] != number:
            raise TextLayerError(f"glyph {number} is drawn where {glyph and glyph[1]} was laid out")
        return glyph

    def _part(self, code: str) -> None:
        # Readers take the text of the marked content, here an empty one, in place of the glyph's.
        self._stream.stream.append(b"/Span <</ActualText <feff>>> BDC")
        self._stream.show_text(code)
        self._stream.end_marked_content()

    def _flush(self, line: str) -> None:
        if line:
            self._stream.show_text(line.replace("><", ""))


def _glyphs(stream: Stream, textbox: Box) -> Iterator[Glyph]:
    """Return the glyphs of a line in the order in which WeasyPrint draws them."""
    line, _ = textbox.pango_layout.get_first_line()
    data = textbox.pango_layout.text.encode()
    run = line.runs[0]
    while run != ffi.NULL:
        item = run.data
        run = run.next
        font, _ = stream.add_font(item.item.analysis.font)
        texts = _texts(item, data)
        if isinstance(textbox, DrawnText):
            # The letters of a drawing are lines of it; what it shows is said in its alt text.
            texts = [None] * len(texts)
        for place in range(item.glyphs.num_glyphs):
            glyph = item.glyphs.glyphs[place].glyph
            if glyph & pango.PANGO_GLYPH_UNKNOWN_FLAG:
                missing = glyph - pango.PANGO_GLYPH_UNKNOWN_FLAG
                yield font, font.get_unused_glyph_id(missing), chr(missing)
            elif glyph != pango.PANGO_GLYPH_EMPTY:
                yield font, glyph, texts[place]


def _texts(item: GlyphItem, data: bytes) -> list[str | None]:
    """Return the text that each glyph of a run stands for.

    A cluster is the smallest piece of text that was shaped as one. If it has as many characters as
    glyphs, each glyph gets one; if not, the widest glyph gets all and the others are parts.
    """
    string = item.glyphs
    clusters = [string.log_clusters[place] for place in range(string.num_glyphs)]
    places: dict[int, list[int]] = {}
    for place, cluster in enumerate(clusters):
        places.setdefault(cluster, []).append(place)
    ends = dict(zip(starts := sorted(places), [*starts[1:], item.item.length], strict=True))
    texts: list[str | None] = [None] * len(clusters)
    for cluster, group in places.items():
        offset = item.item.offset
        text = data[offset + cluster : offset + ends[cluster]].decode()
        if len(text) == len(group):
            logical = reversed(group) if item.item.analysis.level % 2 else group
            for character, place in zip(text, logical, strict=True):
                texts[place] = character
        else:
            texts[max(group, key=lambda place: string.glyphs[place].geometry.width)] = text
    return texts


def _is_font(entry: object) -> bool:
    return isinstance(entry, dict) and entry.get("Type") == "/Font" and "ToUnicode" in entry


def _object(pdf: Pdf, reference: bytes) -> PdfObject:
    return pdf.objects[int(reference.split()[0])]


def _rewrite(pdf: Pdf, font: PdfObject, codes: Codes, widths: dict[int, float]) -> None:
    _object(pdf, font["ToUnicode"]).stream = _to_unicode(codes.texts)
    descendant = _object(pdf, font["DescendantFonts"][0])
    descendant["W"] = _widths({code: widths[glyph] for code, glyph in codes.glyphs.items()})
    table = bytearray(2 * (max(codes.glyphs) + 1))
    for code, glyph in codes.glyphs.items():
        table[2 * code : 2 * code + 2] = glyph.to_bytes(2, "big")
    stream = pydyf.Stream([bytes(table)], compress=True)
    pdf.add_object(stream)
    descendant["CIDToGIDMap"] = stream.reference


def _widths(widths: dict[int, float]) -> pydyf.Array:
    array = pydyf.Array()
    for code in sorted(widths):
        if code - 1 not in widths:
            array.extend([code, pydyf.Array()])
        array[-1].append(widths[code])
    return array


def _to_unicode(texts: dict[int, str]) -> list[bytes]:
    lines = [
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap",
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
        "/CMapName /Adobe-Identity-UCS def /CMapType 2 def",
        "1 begincodespacerange <0000> <ffff> endcodespacerange",
    ]
    pairs = sorted(texts.items())
    # The format allows a hundred entries in a block.
    for start in range(0, len(pairs), 100):
        block = pairs[start : start + 100]
        lines.append(f"{len(block)} beginbfchar")
        lines += [f"<{code:04x}> <{text.encode('utf-16-be').hex()}>" for code, text in block]
        lines.append("endbfchar")
    lines.append("endcmap CMapName currentdict /CMap defineresource pop end end")
    return [line.encode() for line in lines]

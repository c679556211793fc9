"""The glyphs of a line as Pango laid them out, each with the text that it stands for."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from weasyprint.svg.text import TextBox as DrawnText
from weasyprint.text.ffi import FROM_UNITS, ffi, pango

from manualkit.pdf.foreign import Box, Font, GlyphItem, Stream

_CLIMB = 0.2
"""Height above or below the baseline, in font sizes, from which a glyph can look like a line."""


class Glyph(NamedTuple):
    """A glyph in its place; lengths in CSS pixels."""

    font: Font
    number: int
    text: str | None
    """None for a part of a letter."""
    size: float
    """Of the font."""
    start: float
    """From the left end of the line."""
    width: float
    rise: float


def climbs(textbox: Box, glyphs: Iterable[Glyph]) -> bool:
    """Return whether glyphs of a line stand so high or low that a reader sees several lines."""
    drawn = isinstance(textbox, DrawnText)
    return not drawn and any(abs(glyph.rise) > _CLIMB * glyph.size for glyph in glyphs)


def glyphs_of(stream: Stream, textbox: Box) -> Iterator[Glyph]:
    """Return the glyphs of a line in the order in which WeasyPrint draws them."""
    line, _ = textbox.pango_layout.get_first_line()
    data = textbox.pango_layout.text.encode()
    start = 0.0
    run = line.runs[0]
    while run != ffi.NULL:
        item = run.data
        run = run.next
        font, size = stream.add_font(item.item.analysis.font)
        texts = _texts(item, data)
        if isinstance(textbox, DrawnText):
            # The letters of a drawing are lines of it; what it shows is said in its alt text.
            texts = [None] * len(texts)
        for place, text in enumerate(texts):
            info = item.glyphs.glyphs[place]
            width = info.geometry.width * FROM_UNITS
            rise = info.geometry.y_offset * FROM_UNITS
            if info.glyph & pango.PANGO_GLYPH_UNKNOWN_FLAG:
                missing = info.glyph - pango.PANGO_GLYPH_UNKNOWN_FLAG
                number = font.get_unused_glyph_id(missing)
                yield Glyph(font, number, chr(missing), size, start, width, rise)
            elif info.glyph != pango.PANGO_GLYPH_EMPTY:
                yield Glyph(font, info.glyph, text, size, start, width, rise)
            start += width


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

"""Where the ink of letters is, as Pango draws them; the boxes of lines do not tell."""

import dataclasses as dc
from collections.abc import Iterator
from typing import Self

from weasyprint.text.ffi import FROM_UNITS, ffi, pango

from manualkit.pdf.foreign import Box, Font, GlyphItem, Rectangle


@dc.dataclass(frozen=True, slots=True)
class Ink:
    """A rectangle that is drawn on, in CSS pixels from the upper left corner of the page."""

    left: float
    top: float
    right: float
    bottom: float

    @classmethod
    def placed(cls, ink: Rectangle, left: float, foot: float) -> Self:
        """Return what Pango draws of letters that begin at `left` and stand on `foot`."""
        right, bottom = ink.x + ink.width, ink.y + ink.height
        unit = FROM_UNITS
        return cls(
            left + ink.x * unit, foot + ink.y * unit, left + right * unit, foot + bottom * unit
        )

    def beyond(self, frame: "Ink") -> tuple[float, float, float, float]:
        """Return how far it reaches out of a frame: above, below, left, right."""
        return (
            frame.top - self.top,
            self.bottom - frame.bottom,
            frame.left - self.left,
            self.right - frame.right,
        )

    def shared(self, other: "Ink") -> float:
        """Return how far it reaches into another one, in the direction where it is least."""
        wide = min(self.right, other.right) - max(self.left, other.left)
        high = min(self.bottom, other.bottom) - max(self.top, other.top)
        return min(wide, high)


def line_ink(box: Box) -> Ink:
    """Return the ink of a whole line."""
    box.pango_layout.reactivate(box.style)
    line, _ = box.pango_layout.get_first_line()
    ink = ffi.new("PangoRectangle *")
    pango.pango_layout_line_get_extents(line, ink, ffi.NULL)
    box.pango_layout.deactivate()
    return Ink.placed(ink, box.position_x, box.position_y + box.baseline)


def letter_inks(box: Box) -> Iterator[Ink]:
    """Yield the ink of each glyph of a line."""
    box.pango_layout.reactivate(box.style)
    line, _ = box.pango_layout.get_first_line()
    left, foot = box.position_x, box.position_y + box.baseline
    run = line.runs[0]
    while run != ffi.NULL:
        item: GlyphItem = run.data
        run = run.next
        for place in range(item.glyphs.num_glyphs):
            glyph = item.glyphs.glyphs[place]
            ink = _glyph_ink(item.item.analysis.font, glyph.glyph)
            move = glyph.geometry
            if ink.width and ink.height:
                right, down = move.x_offset * FROM_UNITS, move.y_offset * FROM_UNITS
                yield Ink.placed(ink, left + right, foot + down)
            left += move.width * FROM_UNITS
    box.pango_layout.deactivate()


def _glyph_ink(font: Font, glyph: int) -> Rectangle:
    ink = ffi.new("PangoRectangle *")
    pango.pango_font_get_glyph_extents(font, glyph, ink, ffi.NULL)
    return ink

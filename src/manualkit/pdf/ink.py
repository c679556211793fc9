"""Where the ink of letters is, as Pango draws them; the boxes of lines do not tell."""

import dataclasses as dc
from collections.abc import Sequence
from typing import Self

from PIL import Image, ImageChops, ImageDraw
from weasyprint.text.ffi import FROM_UNITS, ffi, pango

from manualkit.pdf.foreign import Box, Font, GlyphItem, Rectangle
from manualkit.pdf.outlines import Outlines, Polygon

_FINE = 8
"""Parts of a CSS pixel that shapes are compared in: 768 dots an inch, finer than a printer."""


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


@dc.dataclass(frozen=True, slots=True)
class Letter:
    """A glyph where it stands."""

    ink: Ink
    outline: Sequence[Polygon]
    """Its contours in CSS pixels of the page."""

    @classmethod
    def drawn(cls, ink: Ink, outline: Sequence[Polygon]) -> Self:
        """Return a glyph whose contours, in units of its font, fill its ink."""
        points = [point for polygon in outline for point in polygon]
        if not points:
            return cls(ink, ())
        left, right = min(x for x, _ in points), max(x for x, _ in points)
        low, high = min(y for _, y in points), max(y for _, y in points)
        wide = (ink.right - ink.left) / ((right - left) or 1)
        tall = (ink.bottom - ink.top) / ((high - low) or 1)
        placed = [
            [(ink.left + (x - left) * wide, ink.top + (high - y) * tall) for x, y in polygon]
            for polygon in outline
        ]
        return cls(ink, placed)

    def shared(self, other: "Letter") -> float:
        """Return the area, in square CSS pixels, that both draw on."""
        if self.ink.shared(other.ink) <= 0:
            return 0.0
        left, top = max(self.ink.left, other.ink.left), max(self.ink.top, other.ink.top)
        right = min(self.ink.right, other.ink.right)
        bottom = min(self.ink.bottom, other.ink.bottom)
        frame = Ink(left, top, right, bottom)
        both = ImageChops.logical_and(self._mask(frame), other._mask(frame))  # noqa: SLF001  (of its kind)
        return both.convert("L").histogram()[255] / _FINE**2

    def _mask(self, frame: Ink) -> Image.Image:
        size = (frame.right - frame.left) * _FINE, (frame.bottom - frame.top) * _FINE
        mask = Image.new("1", (int(size[0]) + 1, int(size[1]) + 1))
        draw = ImageDraw.Draw(mask)
        for polygon in self.outline:
            points = [((x - frame.left) * _FINE, (y - frame.top) * _FINE) for x, y in polygon]
            if len(points) > 2:  # noqa: PLR2004  (a line has no area)
                draw.polygon(points, fill=1)
        return mask


def letters(box: Box, outlines: Outlines) -> list[Letter]:
    """Return the glyphs of a line."""
    box.pango_layout.reactivate(box.style)
    line, _ = box.pango_layout.get_first_line()
    left, foot = box.position_x, box.position_y + box.baseline
    run, found = line.runs[0], []
    while run != ffi.NULL:
        item: GlyphItem = run.data
        run = run.next
        font = item.item.analysis.font
        for place in range(item.glyphs.num_glyphs):
            glyph = item.glyphs.glyphs[place]
            ink, move = _glyph_ink(font, glyph.glyph), glyph.geometry
            if ink.width and ink.height:
                right, down = move.x_offset * FROM_UNITS, move.y_offset * FROM_UNITS
                where = Ink.placed(ink, left + right, foot + down)
                found.append(Letter.drawn(where, outlines.of(font, glyph.glyph)))
            left += move.width * FROM_UNITS
    box.pango_layout.deactivate()
    return found


def _glyph_ink(font: Font, glyph: int) -> Rectangle:
    ink = ffi.new("PangoRectangle *")
    pango.pango_font_get_glyph_extents(font, glyph, ink, ffi.NULL)
    return ink

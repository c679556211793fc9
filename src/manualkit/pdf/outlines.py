"""The shapes of glyphs as polygons, from the fonts that a page is set in."""

import io
from collections.abc import Sequence

from fontTools.pens.basePen import BasePen
from fontTools.ttLib import TTFont
from weasyprint.text.ffi import ffi, harfbuzz, pango

from manualkit.pdf.foreign import Font

Point = tuple[float, float]
Polygon = Sequence[Point]
_STEPS = (0.25, 0.5, 0.75, 1.0)
"""Where a curve is cut into straight pieces: finer than a printer's dot at the size of a text."""


class Outlines:
    """The outlines of fonts, each glyph read once."""

    def __init__(self) -> None:
        self._fonts: dict[int, TTFont] = {}
        self._shapes: dict[tuple[int, int], list[Polygon]] = {}

    def of(self, font: Font, glyph: int) -> list[Polygon]:
        """Return the contours of a glyph in units of its font, upwards."""
        face = harfbuzz.hb_font_get_face(pango.pango_font_get_hb_font(font))
        number = int(ffi.cast("uintptr_t", face))
        if number not in self._fonts:
            self._fonts[number] = _opened(face)
        known = (number, glyph)
        if known not in self._shapes:
            program = self._fonts[number]
            glyphs = program.getGlyphSet()
            pen = _Polygons(glyphs)
            glyphs[program.getGlyphName(glyph)].draw(pen)
            self._shapes[known] = pen.polygons
        return self._shapes[known]


def _opened(face: Font) -> TTFont:
    blob = harfbuzz.hb_face_reference_blob(face)
    length = ffi.new("unsigned int *")
    data = harfbuzz.hb_blob_get_data(blob, length)
    program = TTFont(io.BytesIO(ffi.unpack(data, length[0])), lazy=True)
    harfbuzz.hb_blob_destroy(blob)
    return program


class _Polygons(BasePen):  # type: ignore[misc]
    """Takes the contours of a glyph down as polygons."""

    def __init__(self, glyphs: object) -> None:
        super().__init__(glyphs)
        self.polygons: list[Polygon] = []
        self._points: list[Point] = []

    def _moveTo(self, pt: Point) -> None:  # noqa: N802  (its name in fontTools)
        self._points = [pt]
        self.polygons.append(self._points)

    def _lineTo(self, pt: Point) -> None:  # noqa: N802
        self._points.append(pt)

    def _curveToOne(self, pt1: Point, pt2: Point, pt3: Point) -> None:  # noqa: N802
        (x0, y0), (x1, y1), (x2, y2), (x3, y3) = self._points[-1], pt1, pt2, pt3
        for t in _STEPS:
            a, b, c, d = (1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3
            point = (a * x0 + b * x1 + c * x2 + d * x3, a * y0 + b * y1 + c * y2 + d * y3)
            self._points.append(point)

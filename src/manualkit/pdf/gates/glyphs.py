"""Gate: each letter is drawn with the outline that its font gives it.

Where two files share a family, weight and style, WeasyPrint 70.0 embeds one of them for both, and
prints wrong letters ("kiÞi" for "kişi"), while the text layer still reads right.
https://github.com/Kozea/WeasyPrint/blob/v70.0/weasyprint/pdf/fonts.py (`Font.hash`)
"""

import io
from collections.abc import Iterable
from pathlib import Path

from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.ttLib import TTFont

from manualkit.pdf.gates.fault import Fault
from manualkit.pdf.gates.readback import EmbeddedFont

Outline = tuple[object, ...]
_LAST_LATIN = 0x24F
"""Letters of other scripts take their shape from their neighbours; these do not."""


class SourceFonts:
    """The outlines of the project's fonts, read when they are first asked for."""

    def __init__(self, files: Iterable[Path]) -> None:
        self._files = tuple(files)
        self._fonts: list[tuple[TTFont, dict[int, str]]] = []
        self._outlines: dict[str, frozenset[Outline]] = {}

    def outlines(self, character: str) -> frozenset[Outline]:
        """Return how the fonts draw a character."""
        if character not in self._outlines:
            if not self._fonts:
                programs = (io.BytesIO(file.read_bytes()) for file in self._files)
                fonts = (TTFont(program, lazy=True) for program in programs)
                self._fonts = [(font, font.getBestCmap()) for font in fonts]
            self._outlines[character] = frozenset(
                _outline(font, names[ord(character)])
                for font, names in self._fonts
                if ord(character) in names
            )
        return self._outlines[character]


def glyph_faults(fonts: Iterable[EmbeddedFont], sources: SourceFonts) -> list[Fault]:
    """Return the letters that the PDF draws as something else."""
    faults = []
    for font in fonts:
        if not font.file:
            hint = "Only fonts of templates/fonts/print may be used."
            faults.append(Fault("pdf-font-missing", f"{font.name} is not embedded", hint))
        elif wrong := _wrong_letters(font, sources):
            message = f"{font.name} draws other letters for {wrong}"
            hint = "Keep one font file per family, weight and style in templates/fonts/print."
            faults.append(Fault("pdf-wrong-glyph", message, hint))
    return faults


def _wrong_letters(font: EmbeddedFont, sources: SourceFonts) -> str:
    program = TTFont(io.BytesIO(font.file), lazy=True)
    names = program.getGlyphOrder()
    return "".join(
        text
        for code, text in font.texts.items()
        if _tested(text)
        and (known := sources.outlines(text))
        and _drawn(font, code, names, program) not in known
    )


def _drawn(font: EmbeddedFont, code: int, names: list[str], program: TTFont) -> Outline:
    number = font.glyphs.get(code, code)
    return _outline(program, names[number]) if number < len(names) else ("nothing",)


def _tested(text: str) -> bool:
    return len(text) == 1 and ord(text) <= _LAST_LATIN and text.isalnum()


def _outline(font: TTFont, name: str) -> Outline:
    glyphs = font.getGlyphSet()
    pen = DecomposingRecordingPen(glyphs)
    glyphs[name].draw(pen)
    return tuple((operator, tuple(points)) for operator, points in pen.value)

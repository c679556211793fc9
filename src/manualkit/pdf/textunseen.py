"""A line that is read and not seen: its letters in order on one baseline, words well apart.

The letters of a Nastaliq word overlap and lean under the next word, with hardly a space between
them. Programs that look for words in a PDF take an overlap for a new word and a narrow space for
none. So each word is squeezed or stretched into the room that it has, less a space.
"""

import itertools
from collections.abc import Iterable, Sequence

from manualkit.pdf.foreign import Matrix, Stream
from manualkit.pdf.textcodes import CodeOf
from manualkit.pdf.textglyphs import Glyph

_FILLED, _UNSEEN = 0, 3
"""Ways to show text."""
_SPACE = 0.25
"""Least space between words, in font sizes; poppler wants more than 0.1."""
_LEAST = 0.3
"""Least share of its own width that a word keeps."""


def draw_unseen(stream: Stream, code: CodeOf, glyphs: Iterable[Glyph], matrix: Matrix) -> None:
    """Draw the glyphs of a line that say something, unseen; `matrix` is where the line begins."""
    said = [glyph for glyph in glyphs if glyph.text is not None]
    groups = [list(group) for _, group in itertools.groupby(said, key=_group)]
    stream.set_text_rendering(_UNSEEN)
    for group, following in itertools.zip_longest(groups, groups[1:]):
        natural = sum(glyph.font.widths[glyph.number] for glyph in group) * group[0].size / 1000
        scale = _room(group, following) / natural if natural else 1.0
        a, b, c, d, e, f = matrix.values
        start = group[0].start
        stream.set_text_matrix(a * scale, b * scale, c, d, e + a * start, f + b * start)
        stream.set_font_size(group[0].font.hash, group[0].size)
        codes = (code(glyph.font, glyph.number, glyph.text or "") for glyph in group)
        stream.show_text(f"<{''.join(f'{number:04x}' for number in codes)}>")
    stream.set_text_rendering(_FILLED)


def _group(glyph: Glyph) -> tuple[str, float, bool]:
    return glyph.font.hash, glyph.size, _is_space(glyph)


def _is_space(glyph: Glyph) -> bool:
    return not (glyph.text or "").strip()


def _room(group: Sequence[Glyph], following: Sequence[Glyph] | None) -> float:
    """Return how wide a word, or a space, is drawn."""
    last = group[-1]
    end = following[0].start if following else last.start + last.width
    own = end - group[0].start
    if following and _is_space(following[0]) and not _is_space(last):
        space = sum(glyph.width for glyph in following)
        return max(_LEAST * own, min(own, own + space - _SPACE * last.size))
    return own

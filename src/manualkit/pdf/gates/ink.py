"""A gate on ink, in all scripts: no letter runs over a rule, is cut off, or strikes another line.

Letters of Nastaliq hang from the upper right to the lower left, out of the box of their line at its
top and foot, so that neither boxes nor line heights tell where the ink is. Pango and the font do.
"""

import dataclasses as dc
from collections.abc import Iterable, Iterator, Sequence

from weasyprint.formatting_structure import boxes

from manualkit.pdf.foreign import Box, Document
from manualkit.pdf.gates.fault import Fault
from manualkit.pdf.ink import Ink, letters, line_ink
from manualkit.pdf.outlines import Outlines

_OVER = 0.13
"""How far letters may reach over a rule, in parts of their size: about its own thickness; a stroke
that touches it is still whole. Rows that make room for the tallest letters cost a sheet."""
_TOUCHING = 0.0025
"""How much of two lines' letters may lie on each other, in parts of their size squared: a fraction
of a dot of Nastaliq. Such a hairline makes no letter another one."""
_LONGEST_QUOTE = 40
_SIDES = {"top": "above", "bottom": "below", "left": "left of", "right": "right of"}


@dc.dataclass(frozen=True, slots=True)
class _Line:
    """A line of text, or a piece of it in one style."""

    box: Box
    ink: Ink

    @property
    def foot(self) -> float:
        """Where its letters stand."""
        return float(self.box.position_y + self.box.baseline)

    @property
    def size(self) -> float:
        """The size of its letters."""
        return float(self.box.style["font_size"])

    @property
    def quote(self) -> str:
        """Its beginning."""
        return f'"{self.box.text.strip()[:_LONGEST_QUOTE]}"'


def ink_faults(document: Document, outlines: Outlines) -> list[Fault]:
    """Return the letters that run over a rule or into another line."""
    faults: dict[Fault, None] = {}
    for number, page in enumerate(document.pages, 1):
        walk = _Page(number, outlines)
        faults |= dict.fromkeys(walk.over_rules(page._page_box, ()))  # noqa: SLF001  (no public way)
        faults |= dict.fromkeys(walk.collisions())
    return list(faults)


class _Page:
    """One page while it is looked at; heads and feet are not, they stand alone."""

    def __init__(self, number: int, outlines: Outlines) -> None:
        self._number, self._outlines = number, outlines
        self._lines: list[_Line] = []

    def over_rules(self, box: Box, frames: Sequence[Box]) -> Iterator[Fault]:
        """Yield a fault for each line that runs over a rule around it, or is cut off there."""
        if isinstance(box, boxes.MarginBox):
            return
        if isinstance(box, boxes.TextBox):
            if box.text.strip():
                line = _Line(box, line_ink(box))
                self._lines.append(line)
                yield from self._over(line, frames)
            return
        if _is_frame(box):
            frames = (*frames, box)
        for child in box.all_children() if isinstance(box, boxes.ParentBox) else ():
            yield from self.over_rules(child, frames)

    def _over(self, line: _Line, frames: Iterable[Box]) -> Iterator[Fault]:
        for frame in frames:
            beyond = line.ink.beyond(_outside(frame))
            for side, far in zip(_SIDES, beyond, strict=True):
                if far > _OVER * line.size and _ends(frame, side):
                    rule = f"the rule {_SIDES[side]} it"
                    message = f"page {self._number}: {line.quote} runs {far:.1f} px over {rule}"
                    hint = "Give the cell or frame more room inside, or its lines more height."
                    yield Fault("pdf-ink", message, hint)

    def collisions(self) -> Iterator[Fault]:
        """Yield a fault for each two lines of which letters strike each other."""
        lines = sorted(self._lines, key=lambda line: line.ink.top)
        for place, upper in enumerate(lines):
            for lower in lines[place + 1 :]:
                if lower.ink.top >= upper.ink.bottom:
                    break
                if _strike(upper, lower, self._outlines):
                    message = f"page {self._number}: {upper.quote} strikes {lower.quote}"
                    yield Fault("pdf-ink", message, "Give the lines more height.")


def _is_frame(box: Box) -> bool:
    if isinstance(box, boxes.LineBox) or box.element is None:
        return False
    return any(_ends(box, side) for side in _SIDES)


def _ends(box: Box, side: str) -> bool:
    """Whether nothing may be drawn beyond a side of a box."""
    return bool(box.style[f"border_{side}_width"]) or box.style["overflow"] != "visible"


def _outside(box: Box) -> Ink:
    left, top = box.position_x + box.margin_left, box.position_y + box.margin_top
    return Ink(left, top, left + box.border_width(), top + box.border_height())


def _strike(one: _Line, other: _Line, outlines: Outlines) -> bool:
    """Whether letters of two lines lie on each other; those of one line may."""
    size = min(one.size, other.size)
    if abs(one.foot - other.foot) < size / 2 or one.ink.shared(other.ink) <= 0:
        return False
    below, most = letters(other.box, outlines), _TOUCHING * size**2
    return any(up.shared(low) > most for up in letters(one.box, outlines) for low in below)

"""Gates on the laid out pages: overflow, blank pages, contrast, small text."""

from collections.abc import Iterator

from weasyprint.formatting_structure import boxes

from manualkit.pdf.foreign import Box, Document
from manualkit.pdf.gates.colour import Colour, contrast, ground_of, over, painted
from manualkit.pdf.gates.fault import Fault
from manualkit.pdf.pagesetup import Least

_SLACK = 1.0
"""CSS pixels by which rounding may be off."""
_LEAST_CONTRAST = 4.5
"""WCAG 2.2, 1.4.3."""
_POINTS_PER_PIXEL = 0.75
_LONGEST_QUOTE = 40
_UNPRINTED = 4 * 96 / 25.4
"""CSS pixels at the edge of a sheet that office printers leave white: 4 mm."""
_WHITE: Colour = (1.0, 1.0, 1.0)


def layout_faults(document: Document, least: Least) -> list[Fault]:
    """Return what is wrong with the pages of `document`, whose letters have a smallest size."""
    faults: dict[Fault, None] = {}
    for number, page in enumerate(document.pages, 1):
        box = page._page_box  # noqa: SLF001  (there is no public way to the boxes)
        walk = _Page(number, box, least)
        faults |= dict.fromkeys(walk.faults(box, _WHITE, least.text))
        # The back of a sheet of a kit that is printed on both sides is blank on purpose.
        if walk.empty and not box.page_type.blank:
            hint = "Look for a page break or an empty block that leaves a page without text."
            faults[Fault("pdf-blank-page", f"page {number} is blank", hint)] = None
    return list(faults)


class _Page:
    """One page while it is looked at."""

    def __init__(self, number: int, box: Box, least: Least) -> None:
        self._number, self._least = number, least
        self._left = box.content_box_x()
        self._right = self._left + box.width
        self._bottom = box.content_box_y() + box.height
        self._edge = box.margin_height() - _UNPRINTED
        self.empty = True

    def faults(
        self, box: Box, ground: Colour, least: float, *, running: bool = False
    ) -> Iterator[Fault]:
        """Return the faults of a box and all boxes in it, on a ground of some colour."""
        running = running or isinstance(box, boxes.MarginBox)
        least = self._least.running if running else self._least_in(box, least)
        ground = ground_of(box.style, ground)
        if isinstance(box, boxes.TextBox):
            if box.text.strip():
                yield from self._text_faults(box, ground, least, running=running)
        elif isinstance(box, boxes.ReplacedBox | boxes.TableBox) and not running:
            self.empty = self.empty and not isinstance(box, boxes.ReplacedBox)
            yield from self._overflow(box, "a table or picture")
        for child in box.all_children() if isinstance(box, boxes.ParentBox) else ():
            yield from self.faults(child, ground, least, running=running)

    def _least_in(self, box: Box, least: float) -> float:
        """Return the smallest print in an element: that of a card has a size of its own."""
        classes = (box.element.get("class") or "").split() if box.element is not None else ()
        smaller = self._least.smaller
        return min((smaller[name] for name in classes if name in smaller), default=least)

    def _text_faults(
        self, box: Box, ground: Colour, least: float, *, running: bool
    ) -> Iterator[Fault]:
        quote = f'"{box.text.strip()[:_LONGEST_QUOTE]}"'
        if running:
            yield from self._off_the_sheet(box, quote)
        else:
            self.empty = False
            yield from self._overflow(box, quote)
        ratio = contrast(over(painted(box.style["color"]), ground), ground)
        if ratio < _LEAST_CONTRAST:
            message = f"page {self._number}: {quote} has a contrast of {ratio:.1f}"
            yield Fault("pdf-contrast", message, "Print black on white, or white on black.")
        points = round(box.style["font_size"] * _POINTS_PER_PIXEL, 1)
        if points < least:
            message = f"page {self._number}: {quote} is {points} points high"
            yield Fault("pdf-small-text", message, f"Print nothing smaller than {least:g} points.")

    def _off_the_sheet(self, box: Box, what: str) -> Iterator[Fault]:
        """Heads and feet may grow, but not into the edge that printers leave white."""
        if box.position_y + box.baseline <= self._edge:
            return
        hint = "Make the foot higher, or its text shorter."
        message = f"page {self._number}: {what} in the foot stands at the edge of the sheet"
        yield Fault("pdf-overflow", message, hint)

    def _overflow(self, box: Box, what: str) -> Iterator[Fault]:
        left, right = box.position_x, box.position_x + box.width
        bottom = box.position_y + box.height
        inside = left >= self._left - _SLACK and right <= self._right + _SLACK
        if inside and bottom <= self._bottom + _SLACK + _line_gap(box):
            return
        hint = "Make the word, table or picture narrower, or allow it to break."
        yield Fault("pdf-overflow", f"page {self._number}: {what} leaves the page area", hint)


def _line_gap(box: Box) -> float:
    """Return how far a line's box may reach below its ink: Nastaliq has tall lines."""
    return float(box.style["font_size"]) if isinstance(box, boxes.TextBox) else 0.0

"""A gate on frames of a fixed size: nothing on a card or in a row of a poster may leave it."""

from collections.abc import Iterator

from weasyprint.formatting_structure import boxes

from manualkit.pdf.foreign import Box, Document
from manualkit.pdf.gates.fault import Fault

FRAMES = frozenset({"wallet-face", "poster-row"})
"""Classes of elements that have a height of their own."""
_SLACK = 1.0
"""CSS pixels by which rounding may be off."""
_BELOW = 0.25
"""How far letters reach below the line that they stand on, in parts of their size."""
_LONGEST_QUOTE = 40


def frame_faults(document: Document) -> list[Fault]:
    """Return a fault for each text or picture that leaves the frame that it stands in."""
    faults: dict[Fault, None] = {}
    for number, page in enumerate(document.pages, 1):
        root = page._page_box  # noqa: SLF001  (there is no public way to the boxes)
        for frame in _frames(root):
            faults |= dict.fromkeys(_leaving(frame, number))
    return list(faults)


def _frames(box: Box) -> Iterator[Box]:
    if _is_frame(box):
        yield box
        return
    for child in box.all_children() if isinstance(box, boxes.ParentBox) else ():
        yield from _frames(child)


def _is_frame(box: Box) -> bool:
    classes = (box.element.get("class") or "").split() if box.element is not None else ()
    return isinstance(box, boxes.BlockLevelBox) and not FRAMES.isdisjoint(classes)


def _leaving(frame: Box, page: int) -> Iterator[Fault]:
    bottom = frame.position_y + frame.margin_height()
    for box in frame.descendants():
        text = isinstance(box, boxes.TextBox) and box.text.strip()
        if not (text or isinstance(box, boxes.ReplacedBox)):
            continue
        # The ink of a line, not its box: lines of Nastaliq are far taller than its letters.
        ink = box.baseline + _BELOW * box.style["font_size"] if text else box.margin_height()
        end = box.position_y + ink
        if end > bottom + _SLACK:
            what = f'"{text[:_LONGEST_QUOTE]}"' if text else "a picture"
            message = f"page {page}: {what} leaves its card or row"
            yield Fault("pdf-frame", message, "Make the text shorter, or show fewer contacts.")

"""Words in drawings, such as the state in the margins, are shaped as words.

WeasyPrint 70.0 draws the text of an SVG letter by letter from left to right. Arabic, Farsi and Urdu
come out backwards and with letters that do not join, Thai with marks that stand on dotted circles.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from weasyprint import svg

from manualkit.pdf.foreign import SvgNode


class _Word(str):
    """A text that is one piece to whoever goes through its letters."""

    __slots__ = ()

    def __iter__(self) -> Iterator[str]:
        yield str(self)


@contextmanager
def whole_words() -> Iterator[None]:
    """Draw the text of drawings word by word inside this context."""
    original, tags = svg.text, dict(svg.TAGS)

    def text(drawing: object, node: SvgNode, font_size: float) -> None:
        if node.text:
            node._etree_node.text = _Word(node.text)  # noqa: SLF001  (there is no other way)
        original(drawing, node, font_size)

    # WeasyPrint compares the function with that of a tag, to tell text from shapes.
    svg.text = text
    svg.TAGS.update({tag: text for tag, draw in tags.items() if draw is original})
    try:
        yield
    finally:
        svg.text = original
        svg.TAGS.update(tags)

"""The number of a picture in its story, written below it in the digits of the language."""

from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

from manualkit.markdown.conversion import Conversion
from manualkit.markdown.slots import mark_english
from manualkit.markdown.steps import in_digits

_LABEL = "Picture {count}"
_NUMBER = "data-number"


def add_number(figure: Element, number: str) -> None:
    """Leave room for the number of a picture; `NumberProcessor` writes it."""
    if number.isascii() and number.isdigit():
        SubElement(figure, "figcaption", {"class": "picture-number", _NUMBER: number})


class NumberProcessor(Treeprocessor):
    """Runs behind the translation of the page, so that its words are no message of the page."""

    def __init__(self, md: Markdown, conversion: Conversion) -> None:
        super().__init__(md)
        self._conversion = conversion

    def run(self, root: Element) -> None:
        """Write `Picture 7` below each numbered picture."""
        for caption in root.iter("figcaption"):
            number = caption.get(_NUMBER)
            if number is not None:
                label, spoken = self._conversion.string("picture", _LABEL)
                language = self._conversion.context.language
                count = in_digits(int(number), language) if spoken else number
                caption.text = AtomicString(label.replace("{count}", count))
                if not spoken:
                    mark_english(caption, untranslated=True)

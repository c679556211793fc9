"""A cell of numbers alone is no message: it is written as readers of the language count."""

import re
import string
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor

from manualkit.markdown.conversion import Conversion
from manualkit.model.language import Language

_COUNT = r"(?:100\s*%|[0-9]{1,2}(?::[0-9]{2})?\s*[%+]?)"
_COUNTS = re.compile(rf"\s*{_COUNT}(?:,\s*{_COUNT})*\s*")
"""Points, minutes, a time, the numbers of steps. Three digits may be a number to call: 999."""
_AS_IT_IS = frozenset({"bdi", "code"})
"""Facts keep their digits, and so does what is typed as it stands."""


class CountingProcessor(Treeprocessor):
    """Runs when inline marks are elements and translation is over."""

    def __init__(self, md: Markdown, conversion: Conversion) -> None:
        super().__init__(md)
        self._conversion = conversion

    def run(self, root: Element) -> None:
        """Write the numbers of every cell that is not left in English."""
        language = self._conversion.context.language
        signs = _signs(language)
        if signs:
            _write(root, language.code, signs)


def _signs(language: Language) -> dict[int, str]:
    digits = zip(string.digits, language.digits, strict=True)
    signs = {ord(western): own for western, own in digits if western != own}
    # Whatever digits stand beside it, the script has a comma of its own.
    return signs | ({ord(","): "،"} if language.script == "Arab" else {})


def _write(element: Element, code: str, signs: dict[int, str]) -> None:
    if element.get("lang", code) != code:
        return
    if element.tag in {"td", "th"} and _is_count(element):
        for each in element.iter():
            each.text = each.text and each.text.translate(signs)
            each.tail = each.tail and each.tail.translate(signs)
        return
    for child in element:
        _write(child, code, signs)


def _is_count(cell: Element) -> bool:
    tags = {each.tag for each in cell.iter()}
    return _AS_IT_IS.isdisjoint(tags) and bool(_COUNTS.fullmatch("".join(cell.itertext())))

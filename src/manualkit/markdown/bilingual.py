"""Text that stands in English too: the disclaimers that a licence asks for in both languages."""

import copy
import dataclasses as dc
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from manualkit.markdown.slots import mark_english

MARK = "in-english-too"
"""What a block says of itself in its braces, `{#id .in-english-too}`; templates of ours use it."""


@dc.dataclass(frozen=True, slots=True)
class EnglishToo:
    """A paragraph, and what it said before it was translated."""

    block: Element
    element: Element
    english: Element

    def insert(self) -> None:
        """Put the English behind the paragraph, unless that is still English."""
        if "untranslated" not in self.element.get("class", ""):
            self.block.insert(list(self.block).index(self.element) + 1, self.english)


def english_too(root: Element) -> Iterator[EnglishToo]:
    """Yield the paragraphs that stand in English too, each with a copy that nobody translates."""
    for block in root.iter("div"):
        if MARK not in block.get("class", "").split()[2:]:
            continue
        for element in block.findall("p"):
            if element.get("class") != "block-label":
                english = copy.deepcopy(element)
                english.set("translate", "no")
                mark_english(english, untranslated=False)
                yield EnglishToo(block, element, english)

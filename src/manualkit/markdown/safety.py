"""Safety text: in a language whose safety text is not approved, English with a notice.

Never a mixture: one message that is missing, and the whole block stands in English.
"""

import dataclasses as dc
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from manualkit.markdown.conversion import SAFETY_NOTICE, Conversion
from manualkit.markdown.parts import HEADINGS, split_attributes
from manualkit.markdown.slots import mark_english
from manualkit.model.attributes import parse_attributes

_MARK = "safety"


@dc.dataclass(frozen=True, slots=True, eq=False)
class SafetyBlock:
    """A block with the mark `safety`."""

    parent: Element
    notice_after: Element | None
    """What the notice stands behind; None: it stands first."""
    content: tuple[Element, ...]

    def stand_in_english(self, conversion: Conversion) -> None:
        """Mark the content as English and say so in the reader's language."""
        for element in self.content:
            mark_english(element, untranslated=False)
        if self.content == (self.notice_after,):
            return  # a heading alone; what stands below has its own notice
        text, own_language = conversion.string("safety.english", SAFETY_NOTICE)
        notice = Element("p", {"class": "safety-notice"})
        notice.text = text.replace("{language}", conversion.context.language.name)
        if not own_language:
            mark_english(notice, untranslated=True)
        children = list(self.parent)
        at = 0 if self.notice_after is None else children.index(self.notice_after) + 1
        self.parent.insert(at, notice)


def safety_blocks(root: Element) -> dict[Element, SafetyBlock]:
    """Return for every element that is safety text the block that it belongs to."""
    return {
        element: block
        for parent in root.iter()
        for block in (*_fence(parent), *_steps(parent))
        for element in block.content
    }


def _fence(block: Element) -> Iterator[SafetyBlock]:
    # The second class is the kind, which may be called safety too.
    if block.get("class", "").split()[:1] != ["block"] or _MARK not in _marks(block):
        return
    label = next((child for child in block if child.get("class") == "block-label"), None)
    yield SafetyBlock(block, label, tuple(child for child in block if child is not label))


def _marks(block: Element) -> list[str]:
    return block.get("class", "").split()[2:]


def _steps(parent: Element) -> Iterator[SafetyBlock]:
    """Find headings with the mark; the loose text below such a heading belongs to it."""
    children = list(parent)
    for at, heading in enumerate(children):
        if heading.tag not in HEADINGS:
            continue
        _, braces = split_attributes(heading.text or "", heading.tag)
        if _MARK in parse_attributes(braces.strip(" {}:")).marks:
            yield SafetyBlock(parent, heading, (heading, *_loose_text(children[at + 1 :])))


def _loose_text(following: list[Element]) -> Iterator[Element]:
    for element in following:
        classes = element.get("class", "").split()
        if element.tag in HEADINGS or classes[:1] in (["block"], ["minute-bar"]):
            return
        yield element

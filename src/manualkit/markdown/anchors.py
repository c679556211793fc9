"""Heading ids from the English text, so that a link works in every language."""

import re
from xml.etree.ElementTree import Element

from markdown.extensions.toc import slugify, unique
from markdown.treeprocessors import Treeprocessor

from manualkit.markdown.parts import HEADINGS, split_attributes
from manualkit.model.attributes import parse_attributes

_LINK_TARGET = re.compile(r"\]\([^)]*\)")


class AnchorProcessor(Treeprocessor):
    """Gives every heading its id before its text is translated."""

    def run(self, root: Element) -> None:
        """Take the explicit id, or make one of the English words."""
        headings = [element for element in root.iter() if element.tag in HEADINGS]
        taken = {element.get("id", "") for element in root.iter()}
        nameless: list[tuple[Element, str]] = []
        for heading in headings:
            text, braces = split_attributes(heading.text or "", heading.tag)
            explicit = parse_attributes(braces.strip(" {}:")).id
            if explicit:
                heading.set("id", explicit)
                taken.add(explicit)
            elif "id" not in heading.attrib:
                nameless.append((heading, text))
        for heading, text in nameless:
            words = slugify(_LINK_TARGET.sub("", text), "-") or "section"
            heading.set("id", unique(words, taken))

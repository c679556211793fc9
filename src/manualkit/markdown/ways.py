"""`::: links`: pages and their steps under their own titles, which are messages already.

A link in a list is a message of its own, address and all. Here the title alone is looked up, and
the link is put around it when translation is over.
"""

import re
from xml.etree.ElementTree import Element, SubElement

from markdown.treeprocessors import Treeprocessor

LINKS = "links"
"""The kind of the fence."""
_LINE = re.compile(r"(?P<item>- |\d+\. )?\[(?P<title>.*)\]\((?P<target>[^()\s]*)\)\s*")
_TO = "data-to"
_LISTS = ("ol", "ul")


def fill_links(parent: Element, text: str) -> None:
    """Make a paragraph of each page and a list of the steps that follow it."""
    steps: Element | None = None
    for line in filter(None, map(_LINE.fullmatch, text.split("\n"))):
        if line["item"] is None:
            SubElement(parent, "p", {_TO: line["target"]}).text = line["title"]
            steps = None
        else:
            steps = SubElement(parent, _LISTS[line["item"] == "- "]) if steps is None else steps
            SubElement(steps, "li", {_TO: line["target"]}).text = line["title"]


class LinkProcessor(Treeprocessor):
    """Puts the links around the titles."""

    def run(self, root: Element) -> None:
        """Move what is in each marked element into a link."""
        for element in [each for each in root.iter() if _TO in each.attrib]:
            link = Element("a", {"href": element.attrib.pop(_TO)})
            link.text, element.text = element.text, None
            link.extend(list(element))
            for child in list(element):
                element.remove(child)
            element.append(link)

"""What must not stand twice in a page in two languages: ids, and names that belong to them."""

import re

from lxml import html

_OF_ITS_OWN = re.compile(r"fn(ref)?\d*:|__tabbed_|__codelineno-|__span-")
"""Ids that each side needs for itself: footnotes, tabs, lines of code."""
_NAMES = ("id", "for", "name")


def keep_apart(tree: html.HtmlElement, code: str) -> None:
    """Give what each side needs for itself another name on the side of `code`."""
    for element in tree.iter():
        for name in _NAMES:
            value = element.get(name, "")
            if _OF_ITS_OWN.match(value):
                element.set(name, _named(value, code))
        target = element.get("href", "")
        if target.startswith("#") and _OF_ITS_OWN.match(target[1:]):
            element.set("href", f"#{_named(target[1:], code)}")


def each_id_once(tree: html.HtmlElement, code: str) -> None:
    """Take off ids that stand there already, and lead links to the side that there is."""
    met: set[str] = set()
    for element in tree.xpath(".//*[@id]"):
        if element.get("id") in met:
            del element.attrib["id"]
        else:
            met.add(element.get("id"))
    for link in tree.xpath(".//a[starts-with(@href, '#')]"):
        target = link.get("href")[1:]
        if target not in met:
            tries = (_named(target, code), target.removesuffix(_named("", code)))
            link.set("href", f"#{next((each for each in tries if each in met), target)}")


def _named(name: str, code: str) -> str:
    return f"{name}--{code}"

"""Steps: headings with minutes, and the minute bar that is made of them."""

import string
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor

from manualkit.markdown.conversion import Conversion
from manualkit.markdown.parts import HEADINGS
from manualkit.model.language import Language

_MINUTES = "{count} min"
_SPOKEN_FOR = ("lang", "dir")


class StepProcessor(Treeprocessor):
    """Runs when attr_list has read the braces of the headings."""

    def __init__(self, md: Markdown, conversion: Conversion) -> None:
        super().__init__(md)
        self._conversion = conversion

    def run(self, root: Element) -> None:
        """Set what a step's heading carries, then fill the minute bars."""
        for heading in root.iter():
            if heading.tag in HEADINGS and "minutes" not in heading.attrib:
                self._number(heading)
        steps = [
            element for element in root.iter() if element.tag in HEADINGS and _minutes(element)
        ]
        if not steps:
            return
        label, _ = self._conversion.string("minutes", _MINUTES)
        for step in steps:
            self._set(step, label)
        for bar in root.iter("ol"):
            if bar.get("class") == "minute-bar":
                for step in steps:
                    _add(bar, step)

    def _set(self, step: Element, label: str) -> None:
        minutes = step.attrib.pop("minutes")
        count = in_digits(int(minutes), self._conversion.context.language)
        step.set("class", f"step {step.get('class', '')}".strip())
        step.set("data-minutes", minutes)
        step.set("data-minutes-label", label.replace("{count}", count))
        self._number(step)

    def _number(self, step: Element) -> None:
        number = step.attrib.pop("step", "")
        if number.isascii() and number.isdigit():
            step.set("data-step", in_digits(int(number), self._conversion.context.language))


def in_digits(number: int, language: Language) -> str:
    """Write a number in the digits that readers of the language use in running text."""
    return str(number).translate(str.maketrans(string.digits, language.digits))


def _minutes(heading: Element) -> bool:
    values = (heading.get("minutes", ""), heading.get("step", "1"))
    return all(value.isascii() and value.isdigit() for value in values)


def _add(bar: Element, step: Element) -> None:
    item = SubElement(bar, "li", {"class": f"min-{step.get('data-minutes', '')}"})
    link = SubElement(item, "a", {"href": f"#{step.get('id', '')}"})
    link.text = "".join(step.itertext())
    for name in _SPOKEN_FOR:
        if name in step.attrib:
            link.set(name, step.attrib[name])
    if "untranslated" in step.get("class", "").split():
        link.set("class", "untranslated")

"""Places to fill in: `[[item.R1.2]]` or `[[observed.part]] A part` in a cell of a form.

The name is the same in every language, on paper, in a PDF's form and on the screen. What stands
behind a colon says how it is filled in (`[[date:date]]`); without one it is a box to tick.
"""

import re
from xml.etree.ElementTree import Element

from markdown.treeprocessors import Treeprocessor

TICK = "tick"
"""How a box to tick is filled in: by a mark."""
_FIELD = re.compile(r"\s*\[\[([A-Za-z][\w.-]*)(?::([a-z]+))?\]\]\s*")


class FieldProcessor(Treeprocessor):
    """Runs before the translation, so that nobody translates a name."""

    def run(self, root: Element) -> None:
        """Give each cell with a field its name; the words behind it stay."""
        for cell in root.iter("td"):
            found = _FIELD.match(cell.text or "")
            if found:
                cell.set("data-field", found[1])
                cell.set("data-input", found[2] or TICK)
                cell.text = (cell.text or "")[found.end() :]

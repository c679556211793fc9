"""Drawings that are alike are written once, such as the state in the margins of every page.

WeasyPrint 70.0 writes each drawn group as an object of its own: 3,613 in the Urdu manual, of which
433 differ. Written once they save a quarter of the file.
"""

from collections.abc import Iterator
from contextlib import contextmanager

import weasyprint.pdf

from manualkit.pdf.foreign import Pdf, PdfObject


@contextmanager
def alike_written_once() -> Iterator[None]:
    """Let names of equal drawings mean one object inside this context."""
    original = weasyprint.pdf._use_references  # noqa: SLF001  (groups get their numbers there)

    def use_references(pdf: Pdf, resources: PdfObject, *rest: object) -> None:
        drawings = resources.get("XObject", {})
        twins = _twins(resources)
        for name in twins:
            del drawings[name]
        original(pdf, resources, *rest)
        for name, first in twins.items():
            drawings[name] = drawings[first]

    weasyprint.pdf._use_references = use_references  # noqa: SLF001
    try:
        yield
    finally:
        weasyprint.pdf._use_references = original  # noqa: SLF001


def _twins(resources: PdfObject) -> dict[str, str]:
    """Return the names of groups that equal an earlier one, each with the earlier one's name."""
    first: dict[bytes, str] = {}
    twins: dict[str, str] = {}
    masks = {id(state["SMask"]["G"]) for state in resources["ExtGState"].values() if _masks(state)}
    for name, drawing in resources.get("XObject", {}).items():
        # Pictures have no drawing yet. A mask is called by its number as well.
        if drawing is not None and id(drawing) not in masks:
            earlier = first.setdefault(drawing.data, name)
            if earlier != name:
                twins[name] = earlier
    return twins


def _masks(state: PdfObject) -> bool:
    return "SMask" in state and "G" in state["SMask"]

"""A screen reader has to know in which language a part of a PDF is, to speak it.

WeasyPrint 70.0 writes the language of the document alone. While the tag tree is built, every tag of
an element with a language of its own says so (ISO 14289-1, 7.2).
"""

from collections.abc import Iterator
from contextlib import contextmanager

import pydyf  # type: ignore[import-untyped]
from weasyprint.pdf import tags

from manualkit.pdf.foreign import Box, PdfObject
from manualkit.pdf.links import SEE_PAGE


@contextmanager
def languages_in_tags() -> Iterator[None]:
    """Write PDFs whose tags name their languages inside this context."""
    original = tags._build_box_tree  # noqa: SLF001  (the one place where box and tag meet)

    def build_box_tree(box: Box, *rest: object) -> Iterator[PdfObject]:
        language, reference = _language(box), _is_reference(box)
        for element in original(box, *rest):
            if language and "Lang" not in element:
                element["Lang"] = pydyf.String(language)
            if reference:
                element["S"] = "/Reference"
            yield element

    tags._build_box_tree = build_box_tree  # noqa: SLF001
    try:
        yield
    finally:
        tags._build_box_tree = original  # noqa: SLF001


def _is_reference(box: Box) -> bool:
    """Whether a box holds the number of a page that a link leads to."""
    element = getattr(box, "element", None)
    return (
        element is not None and box.element_tag == "span" and element.get("class", "") == SEE_PAGE
    )


def _language(box: Box) -> str:
    element = getattr(box, "element", None)
    return "" if element is None or box.element_tag in {"html", "body"} else element.get("lang", "")

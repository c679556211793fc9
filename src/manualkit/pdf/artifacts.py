"""Running heads and page numbers are no content: a screen reader must not read them on each page.

WeasyPrint 70.0 tags them as text. While a PDF is written, the text of margin boxes is marked as an
artifact instead (ISO 14289-1, 7.8), and the tag tree is built without them.
"""

from collections.abc import Iterator
from contextlib import contextmanager

import weasyprint.pdf
from weasyprint.formatting_structure import boxes
from weasyprint.pdf.stream import Stream

from manualkit.pdf import foreign

_PRINT = 4
"""The flag of an annotation that is printed (ISO 32000-1, 12.5.3)."""


def finish(pdf: foreign.Pdf) -> None:
    """Give links the flag that PDF/UA wants; part of WeasyPrint's finisher."""
    for entry in pdf.objects:
        if isinstance(entry, dict) and entry.get("Type") == "/Annot":
            entry["F"] = _PRINT
    # If viewers are told to draw fields anew, poppler draws no tick.
    if "AcroForm" in pdf.catalog:
        pdf.catalog["AcroForm"]["NeedAppearances"] = "false"


@contextmanager
def running_matter_as_artifacts(document: foreign.Document) -> Iterator[None]:
    """Write `document` with its margin boxes as artifacts inside this context."""
    running = {id(box) for page in document.pages for box in _running(page)}
    marked, add_tags = Stream.marked, weasyprint.pdf.add_tags

    @contextmanager
    def marked_or_artifact(stream: foreign.Stream, box: foreign.Box, tag: str) -> Iterator[None]:
        with stream.artifact() if id(box) in running else marked(stream, box, tag):
            yield

    def add_tags_of_content(pdf: foreign.Pdf, written: foreign.Document, *rest: object) -> None:
        with _without_running_matter(written):
            add_tags(pdf, written, *rest)

    Stream.marked, weasyprint.pdf.add_tags = marked_or_artifact, add_tags_of_content
    try:
        yield
    finally:
        Stream.marked, weasyprint.pdf.add_tags = marked, add_tags


def _running(page: foreign.Document) -> Iterator[foreign.Box]:
    for child in page._page_box.children:  # noqa: SLF001  (there is no public way to the boxes)
        if isinstance(child, boxes.MarginBox):
            yield from child.descendants()


@contextmanager
def _without_running_matter(document: foreign.Document) -> Iterator[None]:
    page_boxes = [page._page_box for page in document.pages]  # noqa: SLF001
    children = [box.children for box in page_boxes]
    for box in page_boxes:
        box.children = [child for child in box.children if not isinstance(child, boxes.MarginBox)]
    try:
        yield
    finally:
        for box, whole in zip(page_boxes, children, strict=True):
            box.children = whole

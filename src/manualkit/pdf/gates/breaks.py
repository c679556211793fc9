"""Gates on page breaks: no page ends with a heading, a table has its head on every page."""

from collections.abc import Iterator

from weasyprint.formatting_structure import boxes

from manualkit.pdf.foreign import Box, Document
from manualkit.pdf.gates.fault import Fault

_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_LABELS = frozenset({"block-label", "section-name", "safety-notice"})
"""Classes of what stands above something, without being a heading."""
_LONGEST_QUOTE = 40


def break_faults(document: Document) -> list[Fault]:
    """Return the pages that break in a wrong place."""
    pages = [page._page_box for page in document.pages]  # noqa: SLF001  (there is no public way)
    faults: list[Fault] = []
    for number, page in enumerate(pages, 1):
        heading = _heading_at_end(page) if number < len(pages) else ""
        if heading:
            hint = "Keep it with what follows: break-after: avoid, or a smaller first block."
            message = f'page {number} ends with the heading "{heading}"'
            faults.append(Fault("pdf-heading-last", message, hint))
        for table in _headless(page):
            hint = "The head does not fit above the first row: make head or row shorter."
            message = f'page {number}: a table ("{table}") goes on without its head'
            faults.append(Fault("pdf-table-head", message, hint))
    return faults


def _heading_at_end(page: Box) -> str:
    """Return the heading that nothing follows on its page, or an empty string."""
    path = _last(page)
    if any(_leads(box) for box in path):
        return _quote(path[-1])
    return ""


def _last(box: Box) -> list[Box]:
    """Return the boxes that lead to what stands last in a box, the outermost first."""
    if isinstance(box, boxes.TextBox):
        return [box] if box.text.strip() else []
    if isinstance(box, boxes.MarginBox | boxes.FootnoteAreaBox):
        return []
    children = box.children if isinstance(box, boxes.ParentBox) else ()
    for child in reversed(children):
        if found := _last(child):
            return [box, *found]
    # An empty cell is there to be written in.
    return [box] if isinstance(box, boxes.ReplacedBox | boxes.TableCellBox) else []


def _leads(box: Box) -> bool:
    if box.element is None or "::" in box.element_tag:
        return False
    return box.element_tag in _HEADINGS or not _LABELS.isdisjoint(
        box.element.get("class", "").split()
    )


def _headless(page: Box) -> Iterator[str]:
    """Return the tables that have a head, and not on this page."""
    for box in page.descendants():
        if not isinstance(box, boxes.TableBox) or box.element.find("thead") is None:
            continue
        groups = [child for child in box.children if isinstance(child, boxes.TableRowGroupBox)]
        if groups and not groups[0].is_header:
            yield _quote(next(iter(_texts(groups[0])), groups[0]))


def _texts(box: Box) -> Iterator[Box]:
    return (each for each in box.descendants() if isinstance(each, boxes.TextBox))


def _quote(box: Box) -> str:
    return str(getattr(box, "text", "")).strip()[:_LONGEST_QUOTE]

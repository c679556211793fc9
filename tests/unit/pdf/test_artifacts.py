"""Heads and feet are no content; links are printed."""

import io
from collections.abc import Callable
from typing import TYPE_CHECKING

import pikepdf
import pytest

from manualkit.pdf.document import Markup

if TYPE_CHECKING:
    from manualkit.pdf.render import Press

pytestmark = pytest.mark.pdf

HEAD = "@page { @top-left { content: element(head) } @bottom-right { content: counter(page) } }"
BODY = '<div style="position: running(head)"><p>Head</p></div><p>Text <a href="https://e.org">link</a></p>'


def printed(make_press: Callable[..., "Press"], document: Callable[..., Markup]) -> pikepdf.Pdf:
    rendered = make_press().render(document(BODY, HEAD), "sample", {})
    assert rendered.faults == ()
    return pikepdf.open(io.BytesIO(rendered.content))


def marks(pdf: pikepdf.Pdf) -> list[str]:
    """Return what the pieces of text on the first page are marked as."""
    open_marks: list[str] = []
    found = []
    for instruction in pikepdf.parse_content_stream(pdf.pages[0]):
        name = str(instruction.operator)
        if name in {"BDC", "BMC"}:
            open_marks.append(str(instruction.operands[0]))
        elif name == "EMC":
            open_marks.pop()
        elif name == "TJ":
            found.append(open_marks[-1])
    return found


def test_running_matter_is_an_artifact(
    make_press: Callable[..., "Press"], document: Callable[..., Markup]
) -> None:
    assert sorted(marks(printed(make_press, document))) == ["/Artifact"] * 2 + ["/Span"] * 2


def test_every_tag_has_a_place_on_the_page(
    make_press: Callable[..., "Press"], document: Callable[..., Markup]
) -> None:
    pdf = printed(make_press, document)
    numbers = pdf.Root.StructTreeRoot.ParentTree.Nums
    assert len(numbers[1]) == marks(pdf).count("/Span")


def test_links_are_printed(
    make_press: Callable[..., "Press"], document: Callable[..., Markup]
) -> None:
    pdf = printed(make_press, document)
    assert [int(link.F) for link in list(pdf.pages[0].Annots)] == [4]


def test_weasyprint_is_as_before_behind_it(make_press: Callable[..., "Press"]) -> None:
    press = make_press()
    import weasyprint.pdf  # noqa: PLC0415
    from weasyprint.pdf.stream import Stream  # noqa: PLC0415

    before = Stream.marked, weasyprint.pdf.add_tags
    press.render(Markup("<html lang=en><title>x</title><p>x", "", "x"), "sample", {})
    assert (Stream.marked, weasyprint.pdf.add_tags) == before

"""What is drawn on every page is written once; what differs stays apart."""

import io
from collections.abc import Callable
from typing import TYPE_CHECKING

import pikepdf
import pytest

from manualkit.pdf.document import Markup
from manualkit.pdf.templates import data_svg

if TYPE_CHECKING:
    from manualkit.pdf.render import Press

pytestmark = pytest.mark.pdf

_SVG = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 60 80" width="60" height="80">
<text x="30" y="40" font-family="Noto Sans" font-size="9">{}</text></svg>"""
_CSS = (
    '@page {{ background: url("{}") no-repeat }} @page :first {{ background: url("{}") no-repeat }}'
)
_THREE_PAGES = (
    '<p>One</p><p style="break-before: page">Two</p><p style="break-before: page">Three</p>'
)


def drawings(content: bytes) -> int:
    """Return how many drawings a PDF holds."""
    with pikepdf.open(io.BytesIO(content)) as pdf:
        streams = [each for each in pdf.objects if isinstance(each, pikepdf.Stream)]
        return sum(each.get("/Subtype") == "/Form" for each in streams)


@pytest.mark.parametrize(("first", "kinds"), [("DRAFT", 1), ("APPROVED", 2)])
def test_a_drawing_is_written_once_for_each_kind(
    make_press: Callable[..., "Press"], document: Callable[..., Markup], first: str, kinds: int
) -> None:
    css = _CSS.format(data_svg(_SVG.format("DRAFT")), data_svg(_SVG.format(first)))
    press = make_press()
    rendered = press.render(document(_THREE_PAGES, css), "sample", {})
    assert rendered.faults == ()
    assert rendered.pages == 3
    one = press.render(document("<p>One</p>", css), "sample", {})
    assert drawings(one.content) * kinds == drawings(rendered.content)


def test_every_page_still_shows_its_drawing(
    make_press: Callable[..., "Press"], document: Callable[..., Markup]
) -> None:
    css = _CSS.format(data_svg(_SVG.format("DRAFT")), data_svg(_SVG.format("DRAFT")))
    content = make_press().render(document(_THREE_PAGES, css), "sample", {}).content
    with pikepdf.open(io.BytesIO(content)) as pdf:
        for page in pdf.pages:
            names = [
                str(each.operands[0])
                for each in pikepdf.parse_content_stream(page)
                if str(each.operator) == "Do"
            ]
            assert names
            assert all(name in page.Resources.XObject for name in names)

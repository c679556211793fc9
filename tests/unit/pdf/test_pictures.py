"""Pictures with a fault are refused before WeasyPrint sees them."""

import io

import pytest
from PIL import Image

from manualkit.pdf.pictures import picture_fault

SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">{}</svg>'


def raster(kind: str, size: tuple[int, int] = (40, 40)) -> bytes:
    stream = io.BytesIO()
    Image.effect_noise(size, 50).save(stream, kind)
    return stream.getvalue()


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(raster("PNG"), id="png"),
        pytest.param(raster("JPEG"), id="jpeg"),
        pytest.param(SVG.format('<path d="M0 0"/>').encode(), id="svg"),
        pytest.param(SVG.format('<use href="#a"/>').encode(), id="svg-inner-link"),
        pytest.param(b'<?xml version="1.0"?>\n' + SVG.format("").encode(), id="svg-declared"),
    ],
)
def test_a_sound_picture_has_no_fault(content: bytes) -> None:
    assert picture_fault(content) == ""


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        pytest.param(raster("JPEG")[:-300], "broken", id="jpeg-cut-short"),
        pytest.param(raster("PNG")[:-300], "broken", id="png-cut-short"),
        pytest.param(raster("GIF"), "not a PNG or JPEG", id="gif"),
        pytest.param(b"", "not a PNG or JPEG", id="empty"),
        pytest.param(SVG.format("<script>1</script>").encode(), "<script>", id="script"),
        pytest.param(SVG.format('<path onload="x"/>').encode(), "onload", id="handler"),
        pytest.param(SVG.format("<foreignObject/>").encode(), "foreignObject", id="foreign"),
        pytest.param(
            SVG.format('<image xlink:href="file:///etc/passwd"/>').encode(), "outside", id="link"
        ),
        pytest.param(b"<svg><unclosed></svg>", "not well-formed", id="not-xml"),
        pytest.param(b"<html></html>", "not an SVG", id="html"),
        pytest.param(
            b'<!DOCTYPE svg [<!ENTITY a "aa">]>' + SVG.format("&a;").encode(), "DOCTYPE", id="bomb"
        ),
    ],
)
def test_a_fault_is_named(content: bytes, fault: str) -> None:
    assert fault in picture_fault(content)


def test_a_picture_of_too_many_pixels_is_refused_unread() -> None:
    stream = io.BytesIO()
    Image.new("1", (7000, 7000)).save(stream, "PNG")
    assert "too large" in picture_fault(stream.getvalue())

from pathlib import Path

import pytest
from PIL import Image

from manualkit.check import picture_findings

GOOD = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1">%s</svg>'


def messages(root: Path, name: str) -> list[str]:
    return [finding.message for finding in picture_findings({name: name}, root)]


@pytest.mark.parametrize(
    "inside",
    [
        '<path d="M0 0"/>',
        '<use href="#a"/>',
        '<path style="fill:url(#a)"/>',
        '<path style="fill: url( &quot;#a&quot; )"/>'.replace("&quot;", '"').replace(
            '"#a"', "'#a'"
        ),
        "<style>.a { fill: url( '#b' ) }</style>",
        "<title>A path</title>",
    ],
)
def test_plain_drawing_is_accepted(tmp_path: Path, inside: str) -> None:
    (tmp_path / "x.svg").write_text(GOOD % inside)
    assert messages(tmp_path, "x.svg") == []


@pytest.mark.parametrize(
    ("inside", "what"),
    [
        ("<script>x</script>", "a script"),
        ("<s:script>x</s:script>", "a script"),
        ("<SCRIPT/>", "a script"),
        ("<foreignObject/>", "foreign content"),
        ('<image href="#a"/>', "a picture inside the picture"),
        ('<animate attributeName="href"/>', "a movement"),
        ('<path onclick="x"/>', "an event handler"),
        ('<a href="https://example.org"/>', "a link to the outside"),
        ("<a xlink:href='javascript:x'/>", "a link to the outside"),
        ('<path style="fill:url(https://example.org)"/>', "an address of the outside"),
        ("<style>@import 'x'</style>", "an address of the outside"),
        ("<text>Words</text>", "text, which no translator sees"),
        ('<!DOCTYPE x [<!ENTITY a "b">]>', "a document type"),
    ],
)
def test_drawing_that_does_or_fetches_something_is_refused(
    tmp_path: Path, inside: str, what: str
) -> None:
    (tmp_path / "x.svg").write_text(GOOD % inside)
    assert f"The picture holds {what}." in messages(tmp_path, "x.svg")


def test_drawing_in_another_encoding_is_refused(tmp_path: Path) -> None:
    (tmp_path / "x.svg").write_bytes((GOOD % "<script/>").encode("utf-16"))
    assert messages(tmp_path, "x.svg") == ["The picture has no viewBox, so it cannot be scaled."]


def test_picture_that_is_cut_off_is_refused(tmp_path: Path) -> None:
    Image.new("RGB", (50, 50)).save(tmp_path / "x.png")
    assert messages(tmp_path, "x.png") == []
    (tmp_path / "x.png").write_bytes((tmp_path / "x.png").read_bytes()[:60])
    (message,) = messages(tmp_path, "x.png")
    assert message.startswith("The picture cannot be used: it is broken")


def test_picture_that_is_too_large_is_refused(tmp_path: Path) -> None:
    (tmp_path / "x.svg").write_text(GOOD % ("x" * 200_001))
    assert messages(tmp_path, "x.svg") == ["The picture is too large (200 KB; 200 KB at most)."]

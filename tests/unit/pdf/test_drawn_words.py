"""The word behind the text joins its letters and runs as the same word does in the text."""

import io
import re
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

import pikepdf
import pytest

from manualkit.pdf.document import Markup
from manualkit.pdf.templates import data_svg

if TYPE_CHECKING:
    from manualkit.pdf.render import Press

pytestmark = pytest.mark.pdf

WORDS = {
    "ar": ("Amiri", "مسودة"),
    "fa": ("Vazirmatn", "پیش‌نویس"),
    "ur": ("Noto Nastaliq Urdu", "مسودہ"),
    "th": ("Noto Sans Thai Looped", "ฉบับร่าง"),
    "en": ("Noto Sans", "IN REVIEW"),
}
_SVG = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 600 800" width="600" height="800">
<text x="300" y="440" text-anchor="middle" font-family="{}" font-size="90">{}</text></svg>"""
_GLYPHS = re.compile(rb"<([0-9a-f]+)>")


def streams(resources: pikepdf.Object) -> Iterator[bytes]:
    """Yield what the drawings of a page, and the drawings in them, draw."""
    if "/XObject" in resources:
        for drawing in resources.XObject.values():
            yield drawing.read_bytes()
            yield from streams(drawing.Resources)


def glyphs(content: bytes) -> list[bytes]:
    return _GLYPHS.findall(content)


@pytest.mark.parametrize("language", WORDS)
def test_a_drawn_word_has_the_glyphs_of_the_written_one(
    make_press: Callable[..., "Press"], document: Callable[..., Markup], language: str
) -> None:
    family, word = WORDS[language]
    direction = "rtl" if language in {"ar", "fa", "ur"} else "ltr"
    background = data_svg(_SVG.format(family, word))
    css = (
        f'html {{ font-family: "{family}" }} @page {{ background: url("{background}") no-repeat }}'
    )
    markup = document(f"<p>{word}</p>", css, lang=language, direction=direction)
    content = make_press(faithful_text=False).render(markup, "sample", {}).content
    with pikepdf.open(io.BytesIO(content)) as pdf:
        (page,) = pdf.pages
        written = b"".join(glyphs(page.Contents.read_bytes()))
        drawn = {b"".join(glyphs(stream)) for stream in streams(page.Resources)} - {b""}
    assert written
    assert drawn == {written}

"""The text layer: read back as typed, pages the same to the last pixel, WeasyPrint left alone."""

import io
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pypdf
import pytest

from manualkit.pdf.document import Markup

if TYPE_CHECKING:
    from manualkit.pdf.render import Press

pytestmark = pytest.mark.pdf

TEXTS = {
    "ur": ("Noto Nastaliq Urdu", "آج ہم ایک مسئلے پر کام کریں گے۔ شخص نے پریشانیوں کو تقسیم کیا۔"),
    "ar": ("Amiri", "سنعمل اليوم على مشكلة واحدة."),
    "fa": ("Vazirmatn", "امروز روی یک مشکل کار می‌کنیم."),
    "th": ("Noto Sans Thai Looped", "วันนี้เราจะทำงานกับปัญหาหนึ่งอย่าง"),
    "en": ("Noto Sans", "office, fi AV."),
}


def picture(content: bytes, folder: Path) -> bytes:
    """Return the first page as pixels."""
    path = folder / "page.pdf"
    path.write_bytes(content)
    command = ["pdftoppm", "-r", "80", "-png", "-singlefile", str(path), str(folder / "page")]
    subprocess.run(command, check=True)
    return (folder / "page.png").read_bytes()


def test_this_weasyprint_is_the_one_it_was_made_for() -> None:
    from manualkit.pdf import textlayer  # noqa: PLC0415

    assert textlayer.available()


@pytest.mark.parametrize("language", TEXTS)
def test_pages_look_the_same_with_and_without(
    make_press: Callable[..., "Press"],
    document: Callable[..., Markup],
    tmp_path: Path,
    language: str,
) -> None:
    family, text = TEXTS[language]
    direction = "rtl" if language in {"ar", "fa", "ur"} else "ltr"
    css = f'html {{ font-family: "{family}", "Noto Sans"; line-height: 2.3 }}'
    markup = document(f"<h1>{text}</h1><p>{text} 12</p>", css, lang=language, direction=direction)
    mended = make_press().render(markup, "sample", {})
    plain = make_press(faithful_text=False).render(markup, "sample", {})
    assert (mended.faults, plain.faults) == ((), ())
    assert mended.content != plain.content
    assert picture(mended.content, tmp_path) == picture(plain.content, tmp_path)


def test_nastaliq_reads_back_only_when_mended(
    make_press: Callable[..., "Press"], document: Callable[..., Markup]
) -> None:
    family, text = TEXTS["ur"]
    css = f'html {{ font-family: "{family}"; line-height: 2.3 }}'
    markup = document(f"<p>{text}</p>", css, lang="ur", direction="rtl")
    found = []
    for faithful in (True, False):
        content = make_press(faithful_text=faithful).render(markup, "sample", {}).content
        read = pypdf.PdfReader(io.BytesIO(content)).pages[0].extract_text().replace("\u200b", "")
        found.append(sum(word in read for word in text.split()) / len(text.split()))
    assert found[0] > 0.9 > found[1]


def test_words_in_drawings_are_not_read(
    make_press: Callable[..., "Press"], document: Callable[..., Markup]
) -> None:
    word = "%3Ctext y='15' font-family='Noto Sans'%3EDRAFT%3C/text%3E"
    svg = f"%3Csvg xmlns='http://www.w3.org/2000/svg' width='90' height='20'%3E{word}%3C/svg%3E"
    markup = document("<p>Hello</p>", f'@page {{ background: url("data:image/svg+xml,{svg}") }}')
    content = make_press().render(markup, "sample", {}).content
    read = pypdf.PdfReader(io.BytesIO(content)).pages[0].extract_text()
    assert read.replace("\u200b", "").split() == ["Hello"]


def test_weasyprint_is_as_before_behind_it() -> None:
    from weasyprint.draw import text as draw_text  # noqa: PLC0415

    from manualkit.pdf.textlayer import text_layer  # noqa: PLC0415

    original = draw_text.draw_first_line
    with text_layer():
        assert draw_text.draw_first_line is not original
    assert draw_text.draw_first_line is original


def test_a_change_of_the_seam_is_seen_at_once(
    make_press: Callable[..., "Press"],
    document: Callable[..., Markup],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    from manualkit.pdf import textlayer  # noqa: PLC0415

    glyphs = textlayer._glyphs

    def shifted(stream: object, textbox: object) -> Iterator[textlayer.Glyph]:
        for font, number, text in glyphs(stream, textbox):
            yield font, number + 1, text

    press = make_press()
    monkeypatch.setattr(textlayer, "_glyphs", shifted)
    with pytest.raises(textlayer.TextLayerError, match="is drawn where"):
        press.render(document("<p>Hello</p>"), "sample", {})


def test_without_it_pdfs_are_made_all_the_same(
    make_press: Callable[..., "Press"], document: Callable[..., Markup]
) -> None:
    rendered = make_press(faithful_text=False).render(document("<p>Hello</p>"), "sample", {})
    assert rendered.faults == ()
    assert "Hello" in pypdf.PdfReader(io.BytesIO(rendered.content)).pages[0].extract_text()

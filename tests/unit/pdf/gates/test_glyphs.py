"""A family that is split over two files prints wrong letters; the gate sees them."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from fontTools import subset
from fontTools.ttLib import TTFont

from manualkit.pdf.document import Markup
from manualkit.pdf.gates.glyphs import SourceFonts, glyph_faults
from manualkit.pdf.gates.readback import EmbeddedFont

if TYPE_CHECKING:
    from manualkit.pdf.render import Press

pytestmark = pytest.mark.pdf


def cut(source: Path, target: Path, text: str) -> None:
    """Write the part of a font that draws `text`, numbered anew as font services do."""
    font = TTFont(source)
    subsetter = subset.Subsetter(subset.Options(notdef_outline=True))
    subsetter.populate(text=text)
    subsetter.subset(font)
    font.save(target)


@pytest.mark.filterwarnings("default")
def test_a_split_family_is_caught(
    root: Path,
    tmp_path: Path,
    make_press: Callable[..., "Press"],
    document: Callable[..., Markup],
) -> None:
    fonts = tmp_path / "templates" / "fonts" / "print"
    fonts.mkdir(parents=True)
    (tmp_path / "templates" / "pdf").mkdir()
    (tmp_path / "build" / "editions" / "sample").mkdir(parents=True)
    source = root / "templates" / "fonts" / "print" / "NotoSans-Regular.ttf"
    cut(source, fonts / "a.ttf", "abcdefghijklmnopqrstuvwxyz ")
    cut(source, fonts / "b.ttf", "şğıİ")
    rendered = make_press(tmp_path).render(document("<p>kişi ağ</p>"), "sample", {})
    assert "pdf-wrong-glyph" in {fault.code for fault in rendered.faults}


def test_a_font_that_is_not_embedded_is_caught() -> None:
    font = EmbeddedFont("Helvetica", b"", {}, {65: "A"})
    assert [fault.code for fault in glyph_faults([font], SourceFonts(()))] == ["pdf-font-missing"]

"""Lines read back as they were typed, or a gate says which ones do not."""

import io
from collections.abc import Callable
from typing import TYPE_CHECKING

import pikepdf
import pytest

from manualkit.pdf.document import Markup
from manualkit.pdf.foreign import Document
from manualkit.pdf.gates.readback import ReadBack

if TYPE_CHECKING:
    from manualkit.pdf.render import Press

pytestmark = pytest.mark.pdf

URDU = "آج ہم ایک مسئلے پر کام کریں گے۔"
NASTALIQ = 'html { font-family: "Noto Nastaliq Urdu", "Noto Sans"; line-height: 2.3 }'


def unread(document: Document, content: bytes) -> set[str]:
    from manualkit.pdf.gates.texts import text_boxes, unread_faults  # noqa: PLC0415

    found = unread_faults(text_boxes(document), ReadBack.of(content).pages)
    return {fault.code for fault in found}


def test_letters_of_nastaliq_are_caught_when_the_text_layer_is_not_mended(
    make_press: Callable[..., "Press"], document: Callable[..., Markup]
) -> None:
    press = make_press()
    made = press._laid_out(
        document(f"<p>{URDU}</p>", NASTALIQ, lang="ur", direction="rtl"), "sample"
    )
    assert unread(made, press._written(made, mended=True)) == set()
    assert unread(made, press._written(made, mended=False)) == {"pdf-text-unread"}


def test_a_wrong_table_of_letters_is_caught(
    make_press: Callable[..., "Press"], document: Callable[..., Markup]
) -> None:
    press = make_press()
    made = press._laid_out(document("<p>Call now</p>"), "sample")
    content = press._written(made, mended=False)
    assert unread(made, content) == set()
    assert unread(made, with_wrong_table(content)) == {"pdf-text-unread"}


def with_wrong_table(content: bytes) -> bytes:
    """Return a PDF that looks the same, and in which each "C" is said to be an "X"."""
    written = io.BytesIO()
    with pikepdf.open(io.BytesIO(content)) as pdf:
        for font in pdf.pages[0].Resources.Font.values():
            table = font.ToUnicode.read_bytes()
            font.ToUnicode.write(table.replace(b"<0043>", b"<0058>"))
        pdf.save(written)
    return written.getvalue()

"""Where lines end in a PDF: Thai between words, French never away from a sign's word."""

import re
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import polib
import pytest

from manualkit.markdown.french import french_spaces
from manualkit.pdf.document import Markup

if TYPE_CHECKING:
    from manualkit.pdf.render import Press

pytestmark = pytest.mark.pdf
WIDTHS = range(24, 60, 4)
"""Of a column, in millimetres: each breaks the lines elsewhere."""
WORDS = ["ปัญหา", "กลุ่ม", "สัปดาห์", "กิจกรรม"]
"""Words of the manual that are not made of others."""
SIGNS = re.compile(r"^[»:;!?]|«$")


@pytest.fixture
def lines(
    make_press: Callable[..., "Press"], document: Callable[..., Markup], tmp_path: Path
) -> Callable[[str, str], list[str]]:
    """Return a function that prints a text in columns of all widths and reads their lines."""

    def read(text: str, lang: str) -> list[str]:
        columns = "".join(f'<p style="width: {width}mm">{text}</p>' for width in WIDTHS)
        css = 'html { font-family: "Noto Sans", "Noto Sans Thai Looped" } p { margin-bottom: 1em }'
        rendered = make_press().render(document(columns, css, lang=lang), "sample", {})
        assert rendered.faults == ()
        path = tmp_path / "page.pdf"
        path.write_bytes(rendered.content)
        command = ["pdftotext", "-raw", str(path), "-"]
        found = subprocess.run(command, check=True, capture_output=True, text=True).stdout
        return [line.strip() for line in found.splitlines()]

    return read


def texts(root: Path, language: str, wanted: str) -> list[str]:
    """Return the longer texts of a catalogue in which a pattern is found."""
    entries = polib.pofile(str(root / "locale" / language / "core.po"))
    plain = (entry.msgstr for entry in entries if not re.search(r"[{}<>*\[\]&]", entry.msgstr))
    return [text for text in plain if len(text) > 60 and re.search(wanted, text)]


def broken(found: list[str]) -> set[str]:
    """Return the words that go on in another line."""
    text = "|".join(found)
    return {
        word for word in WORDS if re.search(r"\|?".join(word), text.replace(word, "")) is not None
    }


def test_thai_breaks_between_words(root: Path, lines: Callable[[str, str], list[str]]) -> None:
    text = " ".join(texts(root, "th", "|".join(WORDS))[:12])
    found = lines(text, "th")
    assert len(found) > 100
    assert all(any(word in line for line in found) for word in WORDS[:2])
    assert broken(found) == set()
    assert broken(["มีปัญ", "หา"]) == {"ปัญหา"}


def test_no_french_line_begins_or_ends_with_a_sign_that_belongs_to_a_word(
    root: Path, lines: Callable[[str, str], list[str]]
) -> None:
    text = " ".join(texts(root, "fr", "[«;!?:]")[:16])
    found = lines(french_spaces(text), "fr")
    assert len(found) > 100
    assert [line for line in found if SIGNS.search(line)] == []
    torn = lines(re.sub("[\u00a0\u202f]", " ", text), "fr")
    assert [line for line in torn if SIGNS.search(line)] != []

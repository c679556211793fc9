from pathlib import Path

import pytest

from manualkit.model.language import language
from manualkit.model.letters import in_order, letters_of
from manualkit.model.typeface import TYPEFACES, Typefaces


@pytest.fixture
def faces(root: Path) -> Typefaces:
    return Typefaces.parse((root / TYPEFACES).read_text("utf-8"))


@pytest.mark.parametrize(
    ("code", "paper", "screen"),
    [
        ("en", "NotoSans", "NotoSans"),
        ("so", "NotoSans", "NotoSans"),
        ("ar", "Amiri", "Vazirmatn"),
        ("ar-EG", "Amiri", "Vazirmatn"),
        ("ps", "Vazirmatn", "Vazirmatn"),
        ("sd", "Amiri", "Vazirmatn"),
        ("sd-Deva", "NotoSans", "NotoSans"),
        ("ur", "NotoNastaliqUrdu", "NotoNastaliqUrdu"),
        ("pa-Arab", "Vazirmatn", "Vazirmatn"),
        ("ti", "NotoSans", "NotoSans"),
    ],
)
def test_a_language_is_set_as_its_script_unless_it_has_a_row_of_its_own(
    faces: Typefaces, code: str, paper: str, screen: str
) -> None:
    face = faces.of(language(code))
    assert (face.paper.font, face.screen.font) == (paper, screen)


def test_a_row_of_a_language_says_only_what_differs(faces: Typefaces) -> None:
    english, somali = (faces.of(language(code)).paper for code in ("en", "so"))
    assert (english.hyphens, somali.hyphens) == (True, False)
    assert (english.size, english.line) == (somali.size, somali.line)


def test_every_font_of_the_choice_is_there(root: Path, faces: Typefaces) -> None:
    fonts = root / "templates" / "fonts"
    for code in ("en", "ar", "fa", "ur", "th", "sd"):
        face = faces.of(language(code))
        assert (fonts / "print" / f"{face.paper.font}-Regular.ttf").is_file()
        assert (fonts / "site" / f"{face.screen.font}-Regular.woff2").is_file()


@pytest.mark.parametrize(
    ("code", "some", "none"),
    [("ps", "ټډښګېۍئ", "ab"), ("ti", "ሁህለ", "aا"), ("yo", "ẹọ", "ا"), ("so", "dhx", "ا")],
)
def test_the_letters_of_a_language_come_from_the_names_in_it(
    code: str, some: str, none: str
) -> None:
    letters = letters_of(code)
    assert set(some) <= letters
    assert not letters & set(none)


def test_many_letters_are_told_by_the_first_of_them() -> None:
    assert in_order("bab") == "a b"
    assert in_order("abcdefghijklmnop") == "a b c d e f g h i j k l …"

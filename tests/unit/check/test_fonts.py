from pathlib import Path

import pytest

from manualkit.catalogue import written
from manualkit.check import FontFolder, language_findings
from manualkit.model.finding import Finding, Location
from manualkit.model.language import language

HERE = Location("docs/manual.yml", 12)


def found(root: Path, code: str, text: str = "") -> list[Finding]:
    fonts = FontFolder.of(root)
    assert fonts is not None
    return list(language_findings(language(code), fonts, text, HERE))


@pytest.mark.parametrize("code", ["fr", "tr", "ar", "fa", "ur", "th", "so", "ps", "sw", "ku"])
def test_a_language_whose_letters_are_there_has_no_finding(root: Path, code: str) -> None:
    assert found(root, code, written(root / "locale" / code)) == []


@pytest.mark.parametrize(
    ("code", "name", "message"),
    [
        ("ti", "font-missing", "letters of Tigrinya (ti, Ethiopic script): ሁ ሂ"),
        ("ti", "font-missing", "PDFs in it are left out"),
        ("yo", "font-missing", "3 letters of Yoruba (yo, Latin script): ẹ Ọ ọ."),
        ("yo", "font-missing", "A PDF that needs one of them cannot be made"),
        ("sd", "font-site", "9 letters of Sindhi (sd, Arabic script): ٻ"),
    ],
)
def test_missing_letters_are_named(root: Path, code: str, name: str, message: str) -> None:
    (finding,) = found(root, code)
    assert (finding.code, finding.location) == (name, HERE)
    assert message in finding.message
    assert "scripts/build_fonts.py" in finding.hint


def test_a_letter_that_a_translation_holds_counts_too(root: Path) -> None:
    (finding,) = found(root, "so", "aabe ሀ")
    assert "a letter of Somali (so, Latin script): ሀ." in finding.message


def test_a_project_without_fonts_of_its_own_is_not_looked_at(tmp_path: Path) -> None:
    assert FontFolder.of(tmp_path) is None

"""A language is data: an eighth in Latin letters, a ninth in Arabic ones, one without a font."""

import json
import os
import re
import shutil
import subprocess
import sys
import unicodedata
from pathlib import Path
from typing import Any

import pikepdf
import polib
import pytest
import yaml
from click.testing import CliRunner, Result

from manualkit.cli import main
from manualkit.pdf.gates.readback import fonts as embedded

pytestmark = [pytest.mark.site, pytest.mark.pdf]

ROOT = Path(__file__).parents[2]
TODAY = "2026-03-01"
NEW: list[dict[str, Any]] = yaml.safe_load(
    (ROOT / "tests/cases/languages/new.yml").read_text("utf-8")
)
CODES = [case["code"] for case in NEW]
ON_THE_SHEET = (
    "Each client plans one walk.",
    "Tell the story slowly.",
    "Plan a walk",
    "A trip by bus costs {fare}.",
)


def run(root: Path, *words: str) -> Result:
    return CliRunner().invoke(main, [*words, "--root", str(root), "--today", TODAY])


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The smallest sound project, with two languages more in its core: all is made by commands."""
    root = tmp_path_factory.mktemp("languages") / "project"
    shutil.copytree(ROOT / "tests/projects/good-minimal", root)
    shutil.rmtree(root / "adaptations")
    shutil.copy2(ROOT / "mkdocs.yml", root)
    shutil.copytree(ROOT / "templates", root / "templates")
    for case in NEW:
        result = run(root, "translate", "new", case["code"])
        assert result.exit_code == 0, result.output
        fill(root / f"locale/{case['code']}/core.po", case["texts"])
    result = run(root, "build", "--format", "json")
    assert result.exit_code == 0, result.output
    return root


def fill(path: Path, texts: dict[str, str]) -> None:
    catalogue = polib.pofile(str(path), wrapwidth=78)
    assert not any(entry.msgstr for entry in catalogue)
    for english, translation in texts.items():
        entry = catalogue.find(english)
        assert entry is not None, english
        entry.msgstr, entry.tcomment = translation, "state: machine-drafted, not reviewed"
    catalogue.save(str(path))


def page(root: Path, address: str) -> str:
    return (root / "site" / address / "index.html").read_text("utf-8")


def printed(root: Path, code: str) -> str:
    """Return the text of a session's PDF, as a reader copies it."""
    path = root / "dist/core" / code / "session-group-1.pdf"
    command = ["pdftotext", "-raw", str(path), "-"]
    found = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    return re.sub("[\u202a-\u202e]", "", unicodedata.normalize("NFKC", found))


def spelt(text: str) -> list[str]:
    """Return the letters of each word, sorted: Poppler turns the pair of lam and alef around."""
    return ["".join(sorted(word)) for word in re.findall(r"[^\W\d_]{2,}", text)]


def test_the_language_is_added_to_the_list_and_nothing_else_changes(project: Path) -> None:
    before = (ROOT / "tests/projects/good-minimal/docs/manual.yml").read_text("utf-8")
    after = (project / "docs/manual.yml").read_text("utf-8")
    assert after == before.replace("language: en\n", "language: en\nlanguages: [en, so, ps]\n")


@pytest.mark.parametrize("case", NEW, ids=CODES)
def test_the_site_has_the_language_in_its_direction_script_and_digits(
    project: Path, case: dict[str, Any]
) -> None:
    text = page(project, f"core/{case['code']}/group/session-1")
    assert f'<html lang="{case["code"]}" dir="{case["direction"]}"' in text
    assert f'<body dir="{case["direction"]}">' in text
    assert case["texts"]["Tell the story slowly."] in text
    minutes = case["texts"]["{count} min"].replace("{count}", case["digits"][1] + case["digits"][0])
    assert f'data-minutes-label="{minutes}"' in text
    other = page(project, "core/en/group/session-1")
    assert f'lang="{case["code"]}"' in other
    assert case["name"] in other


def test_the_style_sheet_knows_the_new_languages_by_their_script(project: Path) -> None:
    css = (project / "site/assets/manual/manual.css").read_text("utf-8")
    rules = dict(re.findall(r"(:[^{}@/;]*:?lang\(\w+\))\{([^}]*)\}", css))
    assert "Manual Sans" in rules[":root,:lang(en),:lang(so)"].partition(";")[0]
    assert "Manual Vazirmatn" in rules[":lang(ps)"].partition(";")[0]
    assert "--digits: persian" in rules[":lang(ps)"]


@pytest.mark.parametrize("case", NEW, ids=CODES)
def test_a_sheet_reads_back_in_the_language(project: Path, case: dict[str, Any]) -> None:
    text, texts = printed(project, case["code"]), case["texts"]
    shown = [texts[english] for english in ON_THE_SHEET]
    words = spelt(" ".join(shown).replace("{fare}", ""))
    assert len(words) > 15
    assert set(words) <= set(spelt(text))


@pytest.mark.parametrize("case", NEW, ids=CODES)
def test_no_letter_of_a_sheet_is_a_box(project: Path, case: dict[str, Any]) -> None:
    for path in sorted((project / "dist/core" / case["code"]).glob("*.pdf")):
        assert boxes(path) == [], path.name


def test_pages_and_steps_have_pashto_digits_and_a_phone_number_its_own(project: Path) -> None:
    number = "0000 000 222"
    text = printed(project, "ps")
    assert number in text
    assert {"۱", "۲", "۱۰", "۱۵"} <= set(re.findall("[۰-۹]+", text))
    # What is left are the phone number, the price, the version, the name of the text, and English.
    left = re.sub(r"0000 000 222|30\.00|1\.0\.0|Text \w+|Picture 1", "", text)
    assert re.findall("[0-9]+", left) == []
    island = rf'<(\w+)[^>]* dir="ltr"[^>]*>{number}</\1>'
    assert re.search(island, page(project, "core/ps/group/session-1"))


def test_what_is_not_translated_stands_in_english(project: Path) -> None:
    text = page(project, "core/so/group/session-1")
    assert re.search(
        r'<p class="untranslated" dir="ltr" lang="en">Ana walks to the well on Monday', text
    )


def test_a_preview_offers_the_languages_of_the_edition(project: Path) -> None:
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet"]
    told = os.environ | {"MANUAL_LANGUAGE": "ps", "NO_MKDOCS_2_WARNING": "1"}
    subprocess.run(command, cwd=project, env=told, check=True, capture_output=True)
    built = project / "build" / "preview"
    found = {
        folder: re.search(
            '<html lang="([^"]*)"', (built / folder / "index.html").read_text("utf-8")
        )
        for folder in ("", "en", "so")
    }
    assert {folder: match and match[1] for folder, match in found.items()} == {
        "": "ps",
        "en": "en",
        "so": "so",
    }


def test_a_language_without_a_font_is_told_with_its_letters(project: Path, tmp_path: Path) -> None:
    root = tmp_path / "project"
    for name in ("docs", "locale", "templates"):
        shutil.copytree(project / name, root / name)
    shutil.copy2(project / "mkdocs.yml", root)
    result = run(root, "translate", "new", "ti")
    assert result.exit_code == 0
    assert "letters of Tigrinya (ti, Ethiopic script): ሁ ሂ" in result.output
    checked = json.loads(run(root, "check", "--format", "json").stdout)
    (found,) = [each for each in checked if each["code"] == "font-missing"]
    assert found["severity"] == "warning"
    assert found["location"] == {"file": "docs/manual.yml", "line": 5, "column": 25}
    assert "PDFs in it are left out" in found["message"]
    assert "scripts/build_fonts.py" in found["hint"]
    assert run(root, "build", "--quiet").exit_code == 0
    assert '<html lang="ti" dir="ltr"' in page(root, "core/ti/group/session-1")
    assert not (root / "dist/core/ti").exists()


def boxes(path: Path) -> list[str]:
    """Return the fonts of a PDF that draw the box of a missing letter."""
    found = []
    with pikepdf.open(path) as pdf:
        for name, font in embedded(pdf).items():
            if 0 in font.glyphs.values() or 0 in font.texts:
                found.append(f"{name}: {font.name}")
    return found

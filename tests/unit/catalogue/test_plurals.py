import subprocess
from pathlib import Path

import pytest

from manualkit.catalogue import update
from manualkit.catalogue.pofile import plural_forms
from manualkit.model.language import language
from manualkit.model.rendition import Message


@pytest.mark.parametrize(
    ("code", "rule"),
    [
        ("so", "nplurals=2; plural=(n != 1);"),
        ("ps", "nplurals=2; plural=(n != 1);"),
        ("ti", "nplurals=2; plural=(n > 1);"),
        ("fr", "nplurals=2; plural=(n > 1);"),
        ("th", "nplurals=1; plural=0;"),
    ],
)
def test_the_rule_comes_from_the_cldr_in_the_usual_words(code: str, rule: str) -> None:
    assert plural_forms(language(code)) == rule


@pytest.mark.parametrize("code", ["ar", "cy", "cs", "ga", "lt", "lv", "mt", "pl", "ru", "sl", "uk"])
def test_gettext_understands_every_rule(code: str, tmp_path: Path) -> None:
    path = tmp_path / "core.po"
    update(path, [Message("One", "p", page="index", block="b", heading="", line=1)], language(code))
    subprocess.run(["msgfmt", "-c", "-o", "/dev/null", str(path)], check=True)

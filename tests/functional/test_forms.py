"""Gendered forms from the command line to the site, the sheets and the verifier."""

import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import polib
import pytest
from click.testing import CliRunner, Result

from manualkit.cli import main

ROOT = Path(__file__).parents[2]
DAY = "2026-03-01"
SAID = "Choose one day and one hour. If you feel unsafe, call {crisis_line}."
NEUTRAL = "Choisissez un jour et une heure. En cas de danger, appelez le {crisis_line}."
FORM = "Choisis un jour et une heure, chère amie. En cas de danger, appelle le {crisis_line}."
LINE = "Where the words depend on it, the client is a woman."
SITE = "site/demo/fr/group/session-1/index.html"
Project = Callable[[str], Path]


def run(root: Path, *command: str) -> Result:
    return CliRunner().invoke(main, [*command, "--root", str(root), "--today", DAY])


def build(root: Path) -> None:
    command = [sys.executable, "-m", "manualkit", "build", "--quiet", "--workers", "2"]
    command += ["--root", str(root), "--today", DAY]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stdout + result.stderr


def alarms(root: Path) -> list[str]:
    """Return the verifier's alarms at the pages and sheets of one language each."""
    found = json.loads(run(root, "verify", "--format", "json").output)
    return [each["code"] for each in found if "+" not in each["location"]["file"]]


def po(root: Path, edition: str = "core") -> Path:
    return root / "locale/fr" / f"{edition}.po"


def fill(path: Path, translations: dict[str | None, str]) -> None:
    """Fill in the translations of `SAID` by their contexts."""
    file = polib.pofile(str(path))
    for entry in file:
        if entry.msgid == SAID:
            entry.msgstr = translations.get(entry.msgctxt, "")
    file.save(str(path))


@pytest.fixture
def walking(project: Project) -> Path:
    """A small project with French catalogues; one core text of it has a form."""
    root = project("good-minimal")
    shutil.copy2(ROOT / "mkdocs.yml", root)
    assert run(root, "translate", "update").exit_code == 0
    made = run(root, "translate", "form", "fr", *edition("--client", "f", block="g1-plan-script"))
    assert made.exit_code == 0, made.output
    assert 'empty forms "client=f" of 1 texts added' in made.output
    fill(po(root, "demo"), {None: NEUTRAL, "client=f": FORM})
    return root


def edition(*options: str, block: str) -> list[str]:
    return ["--edition", "demo", "--block", block, *options]


def test_a_form_is_counted_and_survives_an_update(walking: Path) -> None:
    before = po(walking, "demo").read_bytes()
    assert run(walking, "translate", "update").exit_code == 0
    assert [e.msgctxt for e in polib.pofile(str(po(walking, "demo"))) if e.msgid == SAID] == [
        None,
        "client=f",
    ]
    assert run(walking, "translate", "update").exit_code == 0
    assert b'msgctxt "client=f"' in before
    status = run(walking, "translate", "status", "--format", "json")
    rows = {row["edition"]: row["forms"] for row in json.loads(status.output)}
    assert rows == {"demo": 1}


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (edition("--client", "f", block="g1-plan-scrpt"), 'Did you mean "g1-plan-script"?'),
        (edition("--client", "f", block="g1-objective"), "a block of the kind objective"),
        (edition("--client", "f", block="safety-steps"), "it has one wording, for everybody"),
        (edition(block="g1-plan-script"), "Say whom the form is for"),
        (["--edition", "dmo", "--block", "g1-plan-script", "--helper", "f"], "is not known"),
    ],
)
def test_a_form_is_refused_where_nobody_speaks(
    options: list[str], told: str, walking: Path
) -> None:
    before = po(walking, "demo").read_bytes()
    result = run(walking, "translate", "form", "fr", *options)
    output = " ".join(result.output.split())
    assert (result.exit_code, told in output) == (2, True), output
    assert po(walking, "demo").read_bytes() == before


def test_english_has_one_wording(walking: Path) -> None:
    result = run(walking, "pdf", "--lang", "en", "--helper", "f")
    assert (result.exit_code, "English has one wording" in result.output) == (2, True)


@pytest.mark.site
@pytest.mark.pdf
def test_the_edition_chooses_and_the_verifier_follows(walking: Path) -> None:
    head = walking / "adaptations/demo/adaptation.yml"
    said = FORM.partition("{")[0]
    neutral = NEUTRAL.partition("{")[0]
    build(walking)
    page = (walking / SITE).read_text("utf-8")
    assert (said in page, neutral in page, LINE in page) == (False, True, False)
    assert alarms(walking) == []

    head.write_text(head.read_text("utf-8") + "forms: {client: f, helper: m}\n", "utf-8")
    assert "verify-text" in alarms(walking)  # the pages still have the neutral text
    build(walking)
    page = (walking / SITE).read_text("utf-8")
    assert (said in page, neutral in page, LINE in page) == (True, False, True)
    english = (walking / SITE.replace("/fr/", "/en/")).read_text("utf-8")
    assert LINE not in english
    assert alarms(walking) == []

    (walking / SITE).write_text(page.replace(said, neutral), "utf-8")
    assert alarms(walking) != []

"""The sample Weblate component in CONTRIBUTING fits the catalogues and the checks."""

import json
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import polib
import pytest

from manualkit.catalogue import update
from manualkit.catalogue.entries import read_entries, read_forms
from manualkit.catalogue.marks import FOOTNOTE, PLACEHOLDER
from manualkit.model.language import language
from manualkit.model.rendition import Message

NAMED = re.compile(r"\{[a-z_]+\}")


@pytest.fixture
def component(root: Path) -> dict[str, Any]:
    """Read the block of JSON."""
    found = re.search(
        r"```json\n(.*?)```", (root / "CONTRIBUTING.md").read_text("utf-8"), re.DOTALL
    )
    assert found
    read: dict[str, Any] = json.loads(found[1])
    return read


def test_every_language_has_the_file(component: dict[str, Any], root: Path) -> None:
    languages = {path.name for path in (root / "locale").iterdir() if path.is_dir()}
    assert {path.parent.name for path in root.glob(component["filemask"])} == languages


def test_placeholders_are_those_of_our_checks(component: dict[str, Any]) -> None:
    found = re.search(r'placeholders:r"(.*)"', component["check_flags"])
    assert found
    theirs = re.compile(found[1])
    for text in ("{crisis_line}", "⟨12⟩", "[^1]", "(a)", "[a](b.md)", "{}", "⟨a⟩"):
        ours = PLACEHOLDER.fullmatch(text) or FOOTNOTE.fullmatch(text)
        assert bool(theirs.fullmatch(text)) is bool(ours)


@pytest.mark.parametrize("code", ["ar", "fa", "fr", "th", "tr", "ur"])
@pytest.mark.parametrize("name", ["core", "safety"])
def test_every_message_with_a_fact_says_so_after_an_update(
    code: str, name: str, root: Path, tmp_path: Path
) -> None:
    copy = tmp_path / code / f"{name}.po"
    copy.parent.mkdir()
    shutil.copy(root / "locale" / code / f"{name}.po", copy)
    entries = (*read_entries(copy), *read_forms(copy))
    before = {(entry.context, entry.english): entry.translation for entry in entries}
    texts = dict.fromkeys(entry.english for entry in entries)
    update(copy, [Message(text, "p", page="index", line=1) for text in texts], language(code))

    file = [entry for entry in polib.pofile(str(copy)) if not entry.obsolete]
    assert {(entry.msgctxt or "", entry.msgid): entry.msgstr for entry in file} == before
    with_fact = [entry for entry in file if NAMED.search(entry.msgid)]
    assert with_fact
    for entry in file:
        assert ("python-brace-format" in entry.flags) is (entry in with_fact), entry.msgid
    assert gettext_says(root, copy) == (0, "")


def gettext_says(root: Path, *files: Path) -> tuple[int, str]:
    """Run what CI runs over some catalogues."""
    script = root / "scripts/check-catalogues.sh"
    done = subprocess.run([script, *files], capture_output=True, text=True, check=False)
    return done.returncode, done.stderr


@pytest.mark.parametrize("name", ["core", "safety", "town"])
@pytest.mark.parametrize("context", ["", "helper=f"])
def test_gettext_finds_a_lost_fact(name: str, context: str, root: Path, tmp_path: Path) -> None:
    path = tmp_path / "locale/fr" / f"{name}.po"
    update(path, [Message("Call {crisis_line} now.", "p")], language("fr"))
    file = polib.pofile(str(path))
    entry = polib.POEntry(
        msgid=file[0].msgid, msgstr="Appelez.", msgctxt=context or None, flags=file[0].flags
    )
    file[:] = [entry]
    file.save(str(path))
    status, said = gettext_says(root, path)
    assert status == 1
    assert "crisis_line" in said


def test_gettext_looks_at_every_catalogue_by_itself(tmp_path: Path, root: Path) -> None:
    (tmp_path / "scripts").mkdir()
    shutil.copy(root / "scripts/check-catalogues.sh", tmp_path / "scripts")
    for name in ("core", "safety", "town"):
        path = tmp_path / "locale/fr" / f"{name}.po"
        update(path, [Message("One.", "p")], language("fr"))
        assert gettext_says(tmp_path) == (0, "")
        sound = path.read_text("utf-8")
        path.write_text(sound.replace('msgstr ""\n', 'msgstr "Un\n', 1), "utf-8")
        status, said = gettext_says(tmp_path)
        assert status == 1
        assert f"locale/fr/{name}.po" in said
        path.write_text(sound, "utf-8")

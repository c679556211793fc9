"""A small project from draft to release, and what one changed word does to it."""

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pikepdf
import polib
import pytest
from click.testing import CliRunner, Result

from manualkit.cli import main

pytestmark = [pytest.mark.site, pytest.mark.pdf]

ROOT = Path(__file__).parents[2]
PROJECTS = ROOT / "tests" / "projects"
DAY = "2026-03-01"
_AFFECTED = {
    *("en/session-group-1.pdf", "fr/session-group-1.pdf", "en/manual.pdf", "fr/manual.pdf"),
    "en/record.pdf",
}
"""What shows a word of the session; the record speaks of the whole edition, as the manual does."""
_TURNED = b"0. -1 1 0."
"""How the state in the margins, and nothing else, is turned."""
_DRAWN = re.compile(rb"(/x\d+) Do")
_NOTICES = re.compile(r'class="notices".*?</aside>', re.DOTALL)


def run(root: Path, *command: str, day: str = DAY) -> Result:
    return CliRunner().invoke(main, [*command, "--root", str(root), "--today", day])


def approve(root: Path, role: str, *options: str) -> None:
    command = ("approve", "demo", "--role", role, "--reference", "Minutes of 1 March", *options)
    result = run(root, *command)
    assert result.exit_code == 0, result.output


def build(root: Path, *options: str) -> dict[str, Any]:
    command = [sys.executable, "-m", "manualkit", "build", "--format", "json", "--workers", "2"]
    command += ["--root", str(root), "--today", DAY, *options]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stdout + result.stderr
    figures: dict[str, Any] = json.loads(result.stdout)
    return figures


def translate(root: Path) -> None:
    """Let somebody translate everything into "French"."""
    assert run(root, "translate", "update").exit_code == 0
    for path in (root / "locale" / "fr").glob("*.po"):
        file = polib.pofile(str(path))
        for entry in file:
            entry.msgstr, entry.tcomment = f"Fr. {entry.msgid}", "state: reviewed"
        file.save(str(path))


def watermarked(sheet: Path) -> bool:
    """Whether every page carries the watermark (True) or none does (False)."""
    with pikepdf.open(sheet) as pdf:
        found = {any(_turned(page)) for page in pdf.pages}
    assert len(found) == 1, sheet
    return found.pop()


def _turned(page: pikepdf.Page) -> Iterator[bool]:
    drawn = set(_DRAWN.findall(page.Contents.read_bytes()))
    for name, content in page.Resources.get("/XObject", {}).items():
        yield name.encode() in drawn and _TURNED in content.read_bytes()


def sheets(root: Path) -> dict[str, Path]:
    folder = root / "dist" / "demo"
    return {path.relative_to(folder).as_posix(): path for path in sorted(folder.rglob("*.pdf"))}


def said(root: Path, page: str) -> str:
    text = (root / "site" / "demo" / page / "index.html").read_text("utf-8")
    found = _NOTICES.search(text)
    return found[0] if found else ""


def copied(project: Path, folder: Path) -> Path:
    return Path(shutil.copytree(project, folder / "project", symlinks=True))


def codes(result: Result) -> list[tuple[str, str]]:
    """Return code and message of each finding."""
    return [(f["code"], f["message"]) for f in json.loads(result.output)]


@pytest.fixture(scope="module")
def draft(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project in English and French that nobody has approved; its one contact is checked."""
    root = tmp_path_factory.mktemp("release") / "project"
    for name in ("good-minimal", "good-release"):
        shutil.copytree(PROJECTS / name, root, dirs_exist_ok=True)
    shutil.copy2(ROOT / "mkdocs.yml", root)
    (root / "templates").symlink_to(ROOT / "templates")
    translate(root)
    return root


@pytest.fixture(scope="module")
def released(draft: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same project with everything approved by the command itself, built as a release."""
    root = copied(draft, tmp_path_factory.mktemp("released"))
    approve(root, "master-trainer")
    approve(root, "translator", "--lang", "fr")
    for role in ("translator", "clinician"):
        approve(root, role, "--lang", "fr", "--safety")
    figures = build(root, "--release", "--edition", "demo")
    assert {finding["severity"] for finding in figures["findings"]} <= {"warning"}
    return root


@pytest.fixture
def to_spoil(released: Path, tmp_path: Path) -> Path:
    """A copy of the release that a test may change."""
    return copied(released, tmp_path)


def test_a_release_of_a_draft_names_everything_and_writes_nothing(draft: Path) -> None:
    result = run(draft, "build", "--release", "--edition", "demo", "--format", "json")
    assert result.exit_code == 1
    pages = (
        "index, safety/safety, contacts, group/session-1, case-studies/walk, "
        "case-studies/walk-male, checklists/group-session-1, training/course-plan"
    )
    assert codes(result) == [
        ("release-not-approved", f'"demo" in English: 8 pages are not approved yet ({pages}).'),
        ("release-not-approved", f'"demo" in French: 8 pages are not approved yet ({pages}).'),
        ("release-safety", '"demo" in French: its safety text is not approved yet.'),
    ]
    assert not [name for name in ("build", "dist", "site") if (draft / name).exists()]


def test_a_released_edition_carries_no_watermark_and_no_notice_of_a_draft(released: Path) -> None:
    found = sheets(released)
    assert len(found) == 22
    assert {name: watermarked(path) for name, path in found.items()} == dict.fromkeys(found, False)
    for page in ("en", "fr", "en/group/session-1", "fr/safety/safety", "en/about"):
        assert "raft" not in said(released, page)
    about = (released / "site/demo/en/about/index.html").read_text("utf-8")
    assert "This edition is approved" in about
    with pikepdf.open(found["en/manual.pdf"]) as pdf:
        assert ", approved, " in str(pdf.docinfo["/Keywords"])
    landing = (released / "site" / "index.html").read_text("utf-8")
    assert '<span class="state state-approved">Approved</span>' in landing
    assert 'href="core/' not in landing


def test_every_page_of_an_approved_translation_says_so(released: Path) -> None:
    for page in ("fr", "fr/group/session-1", "fr/about"):
        assert "Approved translation." in said(released, page), page
    assert "Approved translation." not in said(released, "en/about")


def test_approved_safety_text_is_shown_in_its_language(released: Path) -> None:
    page = (released / "site/demo/fr/safety/safety/index.html").read_text("utf-8")
    assert "Fr. Stay with the person." in page
    assert "safety-notice" not in page


def test_the_verifier_agrees_with_a_release(released: Path) -> None:
    """It shares no code with the rest, and it reads the approved French safety text too."""
    result = run(released, "verify", "--edition", "demo", "--workers", "2")
    assert result.exit_code == 0, result.output
    assert "of 3 renditions" in result.output


def test_one_changed_word_makes_exactly_the_affected_sheets_again(to_spoil: Path) -> None:
    build(to_spoil)  # the core joins, which is a draft; nothing of the released edition changes
    before = {name: path.read_bytes() for name, path in sheets(to_spoil).items()}
    page = to_spoil / "docs" / "group" / "session-1.md"
    text = page.read_text("utf-8")
    try:
        page.write_text(text.replace("the story slowly", "the story very slowly"), "utf-8")
        figures = build(to_spoil)
        made = {file for file, sheet in figures["pdfs"].items() if sheet["outcome"] == "made"}
        prefix = "dist/demo/"
        assert {f.removeprefix(prefix) for f in made if f.startswith(prefix)} == _AFFECTED
        for name, path in sheets(to_spoil).items():
            assert watermarked(path) is (name in _AFFECTED), name
            assert (path.read_bytes() == before[name]) is (name not in _AFFECTED), name
        assert "Changed since it was approved." in said(to_spoil, "en/group/session-1")
        assert "Changed since it was approved." in said(to_spoil, "en")
        assert "pproved" not in said(to_spoil, "en/contacts")
        result = run(to_spoil, "check", "--release", "--edition", "demo", "--format", "json")
        assert [message for code, message in codes(result) if code == "release-not-approved"] == [
            '"demo" in English: 1 page has changed since the approval (group/session-1).',
            '"demo" in French: 1 page has changed since the approval (group/session-1).',
        ]
    finally:
        page.write_text(text, "utf-8")
    build(to_spoil)
    assert {name: path.read_bytes() for name, path in sheets(to_spoil).items()} == before


def test_a_changed_word_of_safety_text_shows_english_again(to_spoil: Path) -> None:
    file = to_spoil / "locale" / "fr" / "safety.po"
    text = file.read_text("utf-8")
    try:
        file.write_text(text.replace('msgstr "Fr. Stay', 'msgstr "Fr. Remain'), "utf-8")
        build(to_spoil)
        page = (to_spoil / "site/demo/fr/safety/safety/index.html").read_text("utf-8")
        assert "Fr. Remain" not in page
        assert "safety-notice" in page
        assert "Stay with the person." in page
    finally:
        file.write_text(text, "utf-8")


def test_a_release_refuses_what_may_wait_elsewhere(to_spoil: Path) -> None:
    spoilt = {
        "adaptations/demo/contacts.yml": ("example: false", "example: true"),
        "adaptations/demo/adaptation.yml": ("shows one change", "FIXME shows one change"),
        "locale/fr/demo.po": (
            "# state: reviewed\n#. kind: string\n#. block: kind.say",
            "# state: machine-drafted, not reviewed\n#. kind: string\n#. block: kind.say",
        ),
    }
    texts = {name: (to_spoil / name).read_text("utf-8") for name in spoilt}
    try:
        for name, (old, new) in spoilt.items():
            assert old in texts[name], name
            (to_spoil / name).write_text(texts[name].replace(old, new), "utf-8")
        open_check = run(to_spoil, "check", "--format", "json")
        # Our "French" is English, and the catalogue's check says so.
        open_findings = [
            finding["severity"]
            for finding in json.loads(open_check.output)
            if finding["code"] != "translation-untranslated"
        ]
        assert open_findings == ["warning"]
        check = ("check", "--release", "--edition", "demo", "--format", "json")
        result = run(to_spoil, *check, day="2026-07-01")
    finally:
        for name, text in texts.items():
            (to_spoil / name).write_text(text, "utf-8")
    assert result.exit_code == 1
    found = [f for f in json.loads(result.output) if f["code"] != "translation-untranslated"]
    assert sorted({finding["code"] for finding in found}) == [
        "contact-expired",
        "fixme-left",
        "release-contact",
        "release-machine-drafted",
        "release-not-approved",
    ]
    assert {finding["severity"] for finding in found} == {"error"}


def test_editions_are_chosen_for_a_release_alone(draft: Path) -> None:
    assert "--release" in run(draft, "build", "--edition", "demo").output
    unknown = run(draft, "check", "--release", "--edition", "demmo")
    assert (unknown.exit_code, "core, demo" in unknown.output) == (2, True)

"""A small edition that went out as 1.0.0, was kept, and is replaced by 1.1.0."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import polib
import pytest
from click.testing import CliRunner, Result

from manualkit.cli import main

ROOT = Path(__file__).parents[3]
DAY = "2026-03-01"
SESSION = "group/session-1"
CONTACTS = "adaptations/demo/contacts.yml"
NOTES = "adaptations/demo/releases.yml"
FIRST = """\
releases:
  # A person wrote this.
  - version: 1.0.0
    date: 2026-02-01
    changes:
      - what: "This is the first version."
"""
RECALL = f"""\
recalls:
  - id: slowly
    page: {SESSION}
    what: The story was told too fast.
    do: Throw the sheet away.
    date: 2026-03-01
    role: master-trainer
"""


def run(root: Path, *command: str) -> Result:
    return CliRunner().invoke(main, [*command, "--root", str(root), "--today", DAY])


def done(root: Path, *command: str) -> str:
    result = run(root, *command)
    assert result.exit_code == 0, result.output
    return result.output


def build(root: Path, *options: str, address: str = "") -> dict[str, list[dict[str, str]]]:
    command = [sys.executable, "-m", "manualkit", "build", "--format", "json", "--workers", "2"]
    command += ["--root", str(root), "--today", DAY, *options]
    environment = {**os.environ, "MANUAL_SITE_URL": address}
    result = subprocess.run(command, capture_output=True, text=True, check=False, env=environment)
    assert result.returncode == 0, result.stdout + result.stderr
    figures: dict[str, list[dict[str, str]]] = json.loads(result.stdout)
    return figures


def approve(root: Path) -> None:
    said = ("approve", "demo", "--reference", "Minutes of 1 March", "--role")
    done(root, *said, "master-trainer")
    done(root, *said, "translator", "--lang", "fr")


def translate(root: Path) -> None:
    """Let somebody translate everything into "French"."""
    done(root, "translate", "update")
    for path in (root / "locale" / "fr").glob("*.po"):
        file = polib.pofile(str(path))
        for entry in file:
            entry.msgstr, entry.tcomment = f"Fr. {entry.msgid}", "state: reviewed"
        file.save(str(path))


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


Home = tuple[Path, str]
"""A folder for a project, and the address that its site is published at."""


@pytest.fixture(scope="session")
def home(serve: Callable[[Path], str], tmp_path_factory: pytest.TempPathFactory) -> Home:
    root = tmp_path_factory.mktemp("replaced") / "project"
    return root, serve(root / "site")


@pytest.fixture(scope="session")
def released(home: Home, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project whose version 1.0.0 went out as a person lets it go out, and was kept."""
    root = tmp_path_factory.mktemp("versions") / "project"
    for name in ("good-minimal", "good-release"):
        shutil.copytree(ROOT / "tests" / "projects" / name, root, dirs_exist_ok=True)
    shutil.copy2(ROOT / "mkdocs.yml", root)
    (root / "templates").symlink_to(ROOT / "templates")
    (root / NOTES).write_text(FIRST, "utf-8")
    edit(root / CONTACTS, 'phone: "0311 999"', 'phone: "0311 999"\n    emergency: true')
    translate(root)
    approve(root)
    for role in ("translator", "clinician"):
        said = ("approve", "demo", "--lang", "fr", "--safety", "--reference", "Letter", "--role")
        done(root, *said, role)
    build(root, "--release", "--edition", "demo", address=f"{home[1]}/")
    assert "Kept: " in done(root, "release", "demo")
    return root


@pytest.fixture(scope="session")
def replaced(released: Path, home: Home) -> Path:
    """The same project with 1.1.0 being written, a recall of what 1.0.0 said, another number."""
    root = Path(shutil.copytree(released, home[0], symlinks=True))
    edit(root / "docs/group/session-1.md", "Tell the story slowly.", "Tell it very slowly.")
    edit(root / CONTACTS, "0311 999", "0322 555")
    edit(root / CONTACTS, "expires: 2026-06-30", "expires: 2026-09-30")
    done(root, "release-notes", "demo", "--write")
    edit(root / NOTES, "FIXME: what is different, as one helper tells it to another", "Go slowly.")
    (root / "adaptations/demo/recalls.yml").write_text(RECALL, "utf-8")
    build(root, address=f"{home[1]}/")
    return root


Build = Callable[..., dict[str, list[dict[str, str]]]]


@pytest.fixture(scope="session", name="build")
def _build() -> Build:
    """Return the function that builds a project in a process of its own."""
    return build

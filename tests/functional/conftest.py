"""The real manual, built once for all tests that need it."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from filelock import FileLock

ROOT = Path(__file__).parents[2]
_SOURCES = ("docs", "adaptations", "locale", "templates", "mkdocs.yml")
_FORMS = re.compile(r"\n +translations:\n(?: {6,}.*\n)+")
_LANGUAGES = "languages: [en, fr, tr, ar, fa, ur, th]"


@pytest.fixture(scope="session")
def real_project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the core and of PROSPER's adaptation in English and Arabic, with site and sheets.

    `make site` builds all samples; here the tests need to wait for two editions only. All processes
    of a run share one build; each gets a copy that its tests may change.
    """
    copy = tmp_path_factory.mktemp("real") / "project"
    # The run's folder; with several processes each has one of its own in it.
    base = tmp_path_factory.getbasetemp()
    shared = base.parent if base.name.startswith("popen-") else base
    with FileLock(shared / "built.lock"):
        if not (shared / "built").exists():
            _build(shared / "building")
            (shared / "building").rename(shared / "built")
    shutil.copytree(shared / "built", copy)
    return copy


def _build(root: Path) -> None:
    """Build the smaller manual into a new folder."""
    root.mkdir()
    for name in _SOURCES:
        source = ROOT / name
        copy = shutil.copytree if source.is_dir() else shutil.copy2
        copy(source, root / name)
    for folder in (root / "adaptations").glob("*/"):
        if folder.name not in ("_template", "prosper-liverpool"):
            shutil.rmtree(folder)
    for file in ("docs/manual.yml", "adaptations/prosper-liverpool/adaptation.yml"):
        text = (root / file).read_text("utf-8")
        assert _LANGUAGES in text
        (root / file).write_text(text.replace(_LANGUAGES, "languages: [en, ar]"), "utf-8")
    for path in (root / "docs/terms.yml", *root.glob("adaptations/*/terms.yml")):
        # Forms of a term in a language that this copy does not come in would be findings.
        path.write_text(_FORMS.sub("\n", path.read_text("utf-8")), "utf-8")
    command = [sys.executable, "-m", "manualkit", "build", "--quiet", "--root", str(root)]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stdout + result.stderr

"""Only a build of the very same project, with nothing of it touched, is not done again."""

from collections.abc import Callable
from pathlib import Path

import pytest

from manualkit.last_build import FILE, FILE_OF_PRINT, LastBuild, Said
from manualkit.model.finding import Finding, Location, Severity

SAID = Said(
    (Finding("contact-unchecked", Location("docs/contacts.yml", 3), "a", "b", Severity.WARNING),),
    {"renditions": {"core/en": 0}},
)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    files = ("docs/index.md", "locale/ur/core.po", "mkdocs.yml", "adaptations/a/.base/x.md")
    for name in (*files, "site/core/en/index.html", "dist/core/en/manual.pdf", "src/a.py"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name, "utf-8")
    LastBuild(tmp_path, ["2026-03-01"]).keep(SAID)
    return tmp_path


def test_what_was_said_is_said_again(project: Path) -> None:
    assert LastBuild(project, ["2026-03-01"]).said() == SAID


@pytest.mark.parametrize(
    "change",
    [
        lambda root: (root / "docs/index.md").write_text("docs/index.mD"),
        lambda root: (root / "docs/new.md").write_text(""),
        lambda root: (root / "locale/ur/core.po").unlink(),
        lambda root: (root / "adaptations/a/.base/x.md").write_text("y"),
        lambda root: (root / "recalls.yml").write_text("y"),
        lambda root: (root / "site/core/en/index.html").write_text("changed by hand"),
        lambda root: (root / "site/core/en/more.html").write_text("put there by hand"),
        lambda root: (root / "dist/core/en/manual.pdf").unlink(),
        lambda root: (root / FILE).write_text("{half"),
        lambda root: (root / FILE).unlink(),
    ],
)
def test_any_other_file_makes_it_anew(project: Path, change: Callable[[Path], object]) -> None:
    change(project)
    assert LastBuild(project, ["2026-03-01"]).said() is None


def test_another_day_makes_it_anew(project: Path) -> None:
    assert LastBuild(project, ["2026-03-02"]).said() is None


def test_what_no_build_reads_does_not_count(project: Path) -> None:
    (project / "src/a.py").write_text("changed")
    (project / ".env").write_text("x")
    assert LastBuild(project, ["2026-03-01"]).said() == SAID


def test_a_print_run_is_remembered_apart_and_does_not_look_at_the_site(project: Path) -> None:
    assert LastBuild(project, [], FILE_OF_PRINT).said() is None
    LastBuild(project, [], FILE_OF_PRINT).keep(SAID)
    (project / "site/core/en/index.html").write_text("another")
    assert LastBuild(project, [], FILE_OF_PRINT).said() == SAID
    (project / "dist/core/en/manual.pdf").write_text("another")
    assert LastBuild(project, [], FILE_OF_PRINT).said() is None

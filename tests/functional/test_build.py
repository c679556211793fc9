"""A whole build of the real manual, again with nothing changed, and again after one edit."""

import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from manualkit.model.manifest import Manifest
from manualkit.site import PdfLink, SitePlan
from manualkit.site.jobs import plan_jobs

pytestmark = [pytest.mark.site, pytest.mark.pdf]

Build = Callable[[], dict[str, Any]]


@pytest.fixture(scope="module")
def project(real_project: Path) -> Path:
    """The real manual in English and Arabic, built once."""
    return real_project


PROSPER = {f"prosper-liverpool/{name}" for name in ("en", "ar", "ar+en")}


def build(root: Path) -> dict[str, Any]:
    command = [sys.executable, "-m", "manualkit", "build", "--format", "json", "--root", str(root)]
    command += ["--today", "2026-11-22"]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stdout + result.stderr
    figures: dict[str, Any] = json.loads(result.stdout)
    return figures


def made(figures: dict[str, Any]) -> set[str]:
    return {file for file, sheet in figures["pdfs"].items() if sheet["outcome"] == "made"}


def rendered(figures: dict[str, Any]) -> set[str]:
    return {name for name, pages in figures["renditions"].items() if pages}


def stamps(folder: Path) -> dict[str, tuple[int, int]]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {
        path.relative_to(folder).as_posix(): (path.stat().st_mtime_ns, path.stat().st_ino)
        for path in files
    }


def test_every_page_and_every_sheet_is_there(project: Path) -> None:
    for edition in ("core", "prosper-liverpool"):
        manifest_file = project / "build" / "editions" / edition / "manifest.json"
        manifest = Manifest.model_validate_json(manifest_file.read_text("utf-8"))
        for language in ("en", "ar"):
            site = project / "site" / edition / language
            for page in manifest.pages:
                place = site if page.path == "index" else site / page.path
                assert (place / "index.html").is_file(), page.path
            if language not in (manifest.edition.prints or manifest.edition.languages):
                assert not (project / "dist" / edition / language).exists()
                continue
            sheets = {path.name for path in (project / "dist" / edition / language).glob("*.pdf")}
            assert {"manual.pdf", "session-group-2.pdf", "handout-breathing-card.pdf"} <= sheets
            assert (site / "pdf" / "manual.pdf").read_bytes() == (
                project / "dist" / edition / language / "manual.pdf"
            ).read_bytes()
    assert (project / "site" / "index.html").is_file()


def test_nothing_changed_renders_nothing_and_touches_no_file(project: Path) -> None:
    before = stamps(project / "site") | stamps(project / "dist")
    figures = build(project)
    assert made(figures) == set()
    assert rendered(figures) == set()
    assert figures["files"]["written"] == figures["files"]["removed"] == 0
    assert stamps(project / "site") | stamps(project / "dist") == before


def test_an_edited_case_study_reaches_only_what_shows_it(project: Path, tmp_path: Path) -> None:
    # In a copy of its own: to make the manuals once more as they were takes minutes.
    project = shutil.copytree(project, tmp_path / "project")
    story = project / "adaptations/prosper-liverpool/case-studies/group-story-male.md"
    text = story.read_text("utf-8")
    site, dist = stamps(project / "site"), stamps(project / "dist")
    # A scene of part 2: told in session 2, in the case study itself and in the whole manual.
    head, marker, rest = text.partition("part=2 point=problems-pile-up")
    assert marker
    story.write_text(head + marker + rest.replace("Yusuf", "Yusuf himself", 1), "utf-8")
    figures = build(project)
    assert rendered(figures) == PROSPER
    assert {Path(file).name for file in made(figures)} == {
        "session-group-2.pdf",
        "case-study-group-story-male.pdf",
        "picture-cards-group-story-male.pdf",
        "manual.pdf",
        "record.pdf",  # it holds the story before and after
        "kit-group-session-2.pdf",
    }
    assert all(file.startswith("dist/prosper-liverpool/") for file in made(figures))
    changed = changes(site, stamps(project / "site"))
    assert pages_of(changed) == {
        f"prosper-liverpool/{language}/{page}/index.html"
        for language in ("en", "ar", "ar+en")
        for page in ("group/session-2", "case-studies/group-story-male", "record")
    } | {"status/index.html"}  # one word more is not translated
    assert all(
        path.startswith("prosper-liverpool/") for path in changes(dist, stamps(project / "dist"))
    )


def test_a_sheet_that_changes_and_keeps_its_size_reaches_the_site(project: Path) -> None:
    files = sorted((project / "build" / "editions").glob("*/manifest.json"))
    manifests = [Manifest.model_validate_json(file.read_text("utf-8")) for file in files]
    rendition = ("core", "en")
    links = {rendition: [PdfLink("", "manual", "manual.pdf", 1)]}
    plan = SitePlan(project, manifests, links, only=frozenset({rendition}))
    sheet = project / "dist" / "core" / "en" / "manual.pdf"
    content, (job,) = sheet.read_bytes(), plan_jobs(plan)
    try:
        sheet.write_bytes(content[::-1])
        assert plan_jobs(plan)[0].key != job.key
    finally:
        sheet.write_bytes(content)
    assert plan_jobs(plan)[0].key == job.key


def changes(before: dict[str, tuple[int, int]], after: dict[str, tuple[int, int]]) -> set[str]:
    return {path for path in before.keys() | after.keys() if before.get(path) != after.get(path)}


def pages_of(changed: set[str]) -> set[str]:
    return {path for path in changed if path.endswith(".html")}


def test_a_fault_stops_the_build_and_changes_nothing(project: Path) -> None:
    page = project / "docs" / "group" / "session-2.md"
    text = page.read_text("utf-8")
    before = stamps(project / "site") | stamps(project / "dist")
    try:
        page.write_text(text.replace("::: objective", "::: objektive", 1), "utf-8")
        command = [sys.executable, "-m", "manualkit", "build", "--root", str(project)]
        result = subprocess.run(command, capture_output=True, text=True, check=False)
    finally:
        page.write_text(text, "utf-8")
    assert result.returncode == 1
    assert "docs/group/session-2.md" in result.stdout
    assert 'Did you mean "objective"?' in result.stdout
    assert stamps(project / "site") | stamps(project / "dist") == before

"""`manualkit verify` as a person runs it, on the real manual."""

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from manualkit.cli import main
from manualkit.verify import Protection, verify, write_down

pytestmark = [pytest.mark.site, pytest.mark.pdf]


def run(root: Path, *options: str) -> Result:
    return CliRunner().invoke(main, ["verify", "--root", str(root), "--workers", "2", *options])


def test_an_honest_build_ends_with_0_and_says_what_was_looked_at(real_project: Path) -> None:
    result = run(real_project)
    protected = write_down(real_project).renditions
    # Each language but English also stands beside English.
    renditions = len(protected) + sum(not each.english for each in protected)
    words = f"protected blocks of {renditions} renditions, in"
    assert (result.exit_code, words in " ".join(result.output.split())) == (0, True)


def test_one_edition_alone(real_project: Path) -> None:
    result = run(real_project, "--edition", "core")
    assert (result.exit_code, "blocks of 3 renditions" in result.output) == (0, True)
    assert run(real_project, "--edition", "cores").exit_code == 2


def test_a_word_that_changed_since_the_manifest_was_kept_ends_with_1(
    real_project: Path, tmp_path: Path
) -> None:
    kept = tmp_path / "kept.json"
    assert run(real_project, "--write-manifest", str(kept)).exit_code == 0
    result = run(real_project, "--manifest", str(kept), "--format", "json")
    assert (result.exit_code, json.loads(result.output)) == (0, [])
    text = kept.read_text("utf-8")
    kept.write_text(text.replace("Ask question 2", "Ask question 3"), "utf-8")
    result = run(real_project, "--manifest", str(kept), "--format", "json")
    assert result.exit_code == 1
    files = {finding["location"]["file"] for finding in json.loads(result.output)}
    assert {
        "site/core/en/safety/safety/index.html",
        "dist/core/en/manual.pdf",
        "dist/prosper-liverpool/ar/safety.pdf",
    } <= files


def test_wrong_use_ends_with_2(real_project: Path, tmp_path: Path) -> None:
    assert run(real_project, str(tmp_path / "nowhere")).exit_code == 2
    assert run(tmp_path).exit_code == 2
    assert run(tmp_path, "--write-manifest", str(tmp_path / "new.json")).exit_code == 2
    broken = tmp_path / "broken.json"
    broken.write_text("{}", "utf-8")
    result = run(real_project, "--manifest", str(broken))
    assert (result.exit_code, "no manifest of protected text" in result.output) == (2, True)


@pytest.fixture
def one(real_project: Path, tmp_path: Path) -> tuple[Protection, Path, Path]:
    """The core in English alone, copied, so that it can be spoilt."""
    for name in ("site", "dist"):
        shutil.copytree(real_project / name / "core/en", tmp_path / name / "core/en")
    renditions = write_down(real_project).renditions
    protection = Protection(tuple(each for each in renditions if each.name == "core/en"))
    return protection, tmp_path / "site", tmp_path / "dist"


def codes(one: tuple[Protection, Path, Path]) -> set[str]:
    return {finding.code for finding in verify(*one).findings}


def test_what_is_not_there_is_found(one: tuple[Protection, Path, Path]) -> None:
    _, site, dist = one
    assert codes(one) == set()
    (dist / "core/en/session-group-2.pdf").unlink()
    assert codes(one) == {"verify-pdf-missing"}
    (site / "core/en/contacts/index.html").unlink()
    assert codes(one) == {"verify-pdf-missing", "verify-page-missing"}
    shutil.rmtree(site / "core/en")
    assert codes(one) == {"verify-rendition-missing"}


def test_pdfs_that_are_not_what_they_should_be_are_found(
    one: tuple[Protection, Path, Path],
) -> None:
    _, site, dist = one
    here, offered = dist / "core/en", site / "core/en/pdf"
    shutil.copy(here / "session-group-1.pdf", here / "safety.pdf")
    assert codes(one) == {"verify-pdf-differs", "verify-print"}
    shutil.copy(here / "safety.pdf", offered / "safety.pdf")
    assert codes(one) == {"verify-print"}
    for folder in (here, offered):
        (folder / "safety.pdf").write_bytes(b"no PDF")
    assert codes(one) == {"verify-pdf-broken"}


def test_a_rendition_that_the_project_does_not_know_is_found(
    one: tuple[Protection, Path, Path],
) -> None:
    _, site, _ = one
    shutil.copytree(site / "core/en", site / "elsewhere/en")
    assert codes(one) == {"verify-unknown-rendition"}


def test_a_bilingual_rendition_that_is_missing_is_found(real_project: Path, tmp_path: Path) -> None:
    names = ("prosper-liverpool/en", "prosper-liverpool/ar")
    for folder in ("site", "dist"):
        for name in names:
            shutil.copytree(real_project / folder / name, tmp_path / folder / name)
    renditions = write_down(real_project).renditions
    protection = Protection(tuple(each for each in renditions if each.name in names))
    found = verify(protection, tmp_path / "site", tmp_path / "dist").findings
    places = [(finding.code, finding.location.file) for finding in found]
    assert places == [("verify-rendition-missing", "site/prosper-liverpool/ar+en")]

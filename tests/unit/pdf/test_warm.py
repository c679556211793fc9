"""Warm workers: what is made again after a change, and what they may not keep."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from manualkit.model.manifest import Manifest
from manualkit.pdf import Outcome, PrintPlan, PrintReport, WarmWorkers, build_pdfs

pytestmark = pytest.mark.pdf
Project = tuple[Path, Manifest]
LANGUAGES = ["ar", "en", "fa", "fr", "th", "tr", "ur"]


@pytest.fixture
def warm() -> Iterator[WarmWorkers]:
    with WarmWorkers(2) as workers:
        yield workers


def again(project: Project, warm: WarmWorkers) -> PrintReport:
    root, manifest = project
    plan = PrintPlan(root, [manifest], LANGUAGES, kinds=["handout", "contacts"])
    return build_pdfs(plan, warm)


def made(report: PrintReport) -> list[str]:
    results = (result for result in report.results if result.outcome is Outcome.MADE)
    return sorted(result.job.file.removeprefix("dist/sample/") for result in results)


def test_an_edited_handout_is_made_again_in_each_language_and_nothing_else(
    project: Project, warm: WarmWorkers
) -> None:
    root, manifest = project
    first = again((root, manifest), warm)
    assert first.findings == ()
    assert first.count(Outcome.MADE) == 14
    page = root / "build/editions/sample/pages/handouts/worksheet.md"
    text = page.read_text("utf-8")
    page.write_text(text.replace("The one problem", "One problem"), "utf-8")
    report = again((root, manifest), warm)
    assert made(report) == [f"{language}/handout-worksheet.pdf" for language in LANGUAGES]
    assert report.count(Outcome.UNCHANGED) == 7
    assert made(again((root, manifest), warm)) == []

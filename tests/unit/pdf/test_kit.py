"""A kit: a cover with the contents, and each sheet as often as it is needed."""

import re
from pathlib import Path

import pypdf
import pytest

from manualkit.model.kits import Kit, KitSheet
from manualkit.model.manifest import Manifest
from manualkit.model.variant import Variant
from manualkit.pdf import PrintPlan, PrintReport, build_pdfs
from manualkit.pdf.jobs import jobs

Project = tuple[Path, Manifest]
KIT = Kit(
    id="session",
    title="Session 2 for three",
    about="For one helper and three people.",
    sheets=[
        KitSheet(page="safety/safety"),
        KitSheet(page="handouts/worksheet", copies=3),
        KitSheet(page="safety/safety"),
    ],
)


def printed(project: Project, languages: list[str], variant: Variant) -> tuple[Path, PrintReport]:
    root, manifest = project
    with_kit = manifest.model_copy(update={"kits": [KIT]})
    plan = PrintPlan(root, [with_kit], languages, kits=["session"], kinds=["kit"], variant=variant)
    return root, build_pdfs(plan)


def texts(path: Path) -> list[str]:
    return [" ".join(page.extract_text().split()) for page in pypdf.PdfReader(path).pages]


def test_it_holds_every_copy_in_order_with_page_numbers_through_all_of_it(
    project: Project,
) -> None:
    root, report = printed(project, ["en", "ur"], Variant())
    assert report.findings == ()
    pages = texts(root / "dist/sample/en/kit-session.pdf")
    assert [f"Page {n} of {len(pages)}" in page for n, page in enumerate(pages, 1)] == [True] * len(
        pages
    )
    worksheets = [n for n, page in enumerate(pages, 1) if "Problem worksheet" in page and n > 1]
    assert len(worksheets) == 3
    assert worksheets == list(range(worksheets[0], worksheets[0] + 3))
    contents = re.findall(r"(\w[\w ]*?(?: × 3)?)\s*\.{3,}\s*(\d+)", pages[0])
    assert [int(page) for _, page in contents] == [2, worksheets[0], worksheets[-1] + 1]
    assert contents[1][0].endswith("× 3")


def test_on_both_sides_no_sheet_has_another_one_on_its_back(project: Project) -> None:
    root, report = printed(project, ["en"], Variant(two_sided=True))
    assert report.findings == ()
    pages = texts(root / "dist/sample/en/kit-session.two-sided.pdf")
    worksheets = [n for n, page in enumerate(pages, 1) if "Problem worksheet" in page and n > 1]
    assert [number % 2 for number in worksheets] == [1, 1, 1]


@pytest.mark.parametrize("kits", [None, ["session"]])
def test_kits_are_made_with_everything_or_by_name(project: Project, kits: list[str] | None) -> None:
    root, manifest = project
    plan = PrintPlan(root, [manifest.model_copy(update={"kits": [KIT]})], ["en"], kits=kits)
    assert [job.kit for job in jobs(plan)].count("session") == 1

"""The real manual on paper: one sheet of each kind in every language passes every gate."""

from datetime import date
from pathlib import Path

import pikepdf
import pytest

from manualkit.model.manifest import Manifest
from manualkit.pdf import Outcome, PrintPlan, PrintReport, SheetKind, build_pdfs
from manualkit.pipeline import compose_all

pytestmark = pytest.mark.pdf

PAGES = [
    "group/session-2",
    "case-studies/group-story",
    "checklists/group-session-2",
    "handouts/problem-worksheet",
    "safety/safety",
    "contacts",
    "training/course-plan",
]
LANGUAGES = ["en", "fr", "tr", "ar", "fa", "ur", "th"]


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Manifest, PrintReport]:
    """Compose the repository's own editions beside it and print one of them."""
    root = tmp_path_factory.mktemp("real")
    repository = Path(__file__).parents[2]
    for name in ("docs", "adaptations", "locale", "templates"):
        (root / name).symlink_to(repository / name)
    prepared, _ = compose_all(root, date(2026, 3, 1))
    manifest = next(m for m in prepared.manifests if m.edition.id == "prosper-liverpool")
    report = build_pdfs(PrintPlan(root, [manifest], pages=PAGES, workers=2))
    return root, manifest, report


def test_nothing_is_found(printed: tuple[Path, Manifest, PrintReport]) -> None:
    _, _, report = printed
    assert report.findings == ()
    assert report.count(Outcome.MADE) == len(PAGES) * len(LANGUAGES)


def test_every_kind_of_sheet_is_made_in_every_language(
    printed: tuple[Path, Manifest, PrintReport],
) -> None:
    _, _, report = printed
    made = {(link.language, link.kind) for link in report.links}
    kinds = set(SheetKind) - {SheetKind.MANUAL}
    assert made == {(language, kind) for language in LANGUAGES for kind in kinds}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_worksheet_of_every_language_is_tagged_and_named(
    printed: tuple[Path, Manifest, PrintReport], language: str
) -> None:
    root, _, _ = printed
    path = root / f"dist/prosper-liverpool/{language}/handout-problem-worksheet.pdf"
    with pikepdf.open(path) as pdf:
        assert str(pdf.Root.Lang) == language
        assert bool(pdf.Root.MarkInfo.Marked)
        assert str(pdf.docinfo["/Title"])

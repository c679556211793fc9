"""Booklets: the pages of a sheet two by two on larger paper."""

import dataclasses as dc
import shutil
from pathlib import Path

import pikepdf
import pytest
from pypdf import PdfReader

from manualkit.model.manifest import Manifest
from manualkit.model.variant import Paper, Variant
from manualkit.pdf import Outcome, PrintPlan, build_pdfs
from manualkit.pdf.booklet import Fold
from manualkit.pdf.gates.access import access_faults
from manualkit.pdf.impose import impose
from manualkit.verify.tagged import read_sheet

pytestmark = pytest.mark.pdf
Project = tuple[Path, Manifest]
A4_LYING = [842, 595]
LETTER_LYING = [792, 612]


class Shop:
    """Makes sheets of a page, each once for all tests."""

    def __init__(self, root: Path, manifest: Manifest) -> None:
        self._plan = PrintPlan(root, [manifest], pages=["group/session-2"])
        self._made: dict[tuple[str, Variant], Path] = {}

    def __call__(self, language: str, variant: Variant) -> Path:
        if (language, variant) not in self._made:
            plan = dc.replace(self._plan, languages=[language], variant=variant)
            report = build_pdfs(plan)
            assert [r.outcome for r in report.results] == [Outcome.MADE], report.findings
            self._made[language, variant] = plan.root / report.results[0].job.file
        return self._made[language, variant]


@pytest.fixture(scope="module")
def made(shared_project: Project, tmp_path_factory: pytest.TempPathFactory) -> Shop:
    """Return what makes sheets in a project of these tests' own."""
    root = tmp_path_factory.mktemp("booklets")
    shutil.copytree(shared_project[0], root, symlinks=True, dirs_exist_ok=True)
    return Shop(root, shared_project[1])


def size(path: Path) -> list[int]:
    return [round(float(edge)) for edge in PdfReader(path).pages[0].mediabox[2:]]


@pytest.mark.parametrize("language", ["en", "ur"])
def test_a_booklet_reads_as_its_pages_do_and_stays_accessible(made: Shop, language: str) -> None:
    booklet = made(language, Variant(booklet=True))
    pages = made(language, Variant(Paper.A5, two_sided=True))
    assert size(booklet) == A4_LYING
    assert access_faults(booklet.read_bytes()) == []
    assert len(PdfReader(booklet).pages) % 2 == 0
    words = [piece.lines for piece in read_sheet(pages)]
    assert [piece.lines for piece in read_sheet(booklet)] == words
    assert len(words) > 20


def test_letter_is_folded_to_half_of_it(made: Shop) -> None:
    assert size(made("en", Variant(Paper.LETTER, booklet=True))) == LETTER_LYING


def test_the_printer_is_told_to_turn_the_sheets_over_their_short_edge(made: Shop) -> None:
    for language, direction in (("en", "/L2R"), ("ur", "/R2L")):
        with pikepdf.open(made(language, Variant(booklet=True))) as pdf:
            wishes = pdf.Root.ViewerPreferences
            assert wishes.Duplex == "/DuplexFlipShortEdge"
            assert wishes.Direction == direction
            assert wishes.DisplayDocTitle


def test_links_and_bookmarks_lead_to_the_half_on_which_their_page_stands(made: Shop) -> None:
    with pikepdf.open(made("en", Variant(booklet=True))) as pdf:
        sheet = pdf.pages[0].obj
        bookmark = pdf.Root.Outlines.First.Dest
        assert bookmark[0].objgen == sheet.objgen
        assert float(bookmark[2]) > A4_LYING[0] / 2
        assert all(float(link.Rect[0]) > A4_LYING[0] / 2 for link in sheet.Annots)


def test_the_same_pages_are_the_same_bytes(made: Shop) -> None:
    content = made("ur", Variant(Paper.A5, two_sided=True)).read_bytes()
    fold = Fold(297, 210, rtl=True)
    assert impose(content, fold) == impose(content, fold)

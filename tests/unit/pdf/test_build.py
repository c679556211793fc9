"""A whole small edition in seven languages."""

import hashlib
import os
import re
import subprocess
import sys
import unicodedata
from collections.abc import Callable, Iterator
from pathlib import Path

import pikepdf
import polib
import pypdf
import pytest

from manualkit.catalogue import Catalogue, load_strings
from manualkit.model.manifest import Manifest
from manualkit.pdf import Job, Outcome, PrintPlan, PrintReport, build_pdfs
from manualkit.pdf.document import Source, build_markup
from manualkit.pdf.jobs import jobs

pytestmark = pytest.mark.pdf
Project = tuple[Path, Manifest]

_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
_WORD = re.compile(r"\w[\w\u0610-\u061a\u064b-\u065f\u0e31-\u0e4e]*")


@pytest.fixture(scope="module")
def printed(project_to_print: Project) -> Iterator[tuple[Project, PrintReport]]:
    """Print everything once, with two workers."""
    root, manifest = project_to_print
    fonts = os.environ.pop("FONTCONFIG_FILE", None)
    yield project_to_print, build_pdfs(PrintPlan(root, [manifest], workers=2))
    if fonts is not None:
        os.environ["FONTCONFIG_FILE"] = fonts


def sheets(project: Project, language: str) -> list[Job]:
    root, manifest = project
    plan = PrintPlan(root, [manifest], languages=[language])
    return [job for job in jobs(plan) if job.kind != "manual"]


def expected_words(project: Project, job: Job) -> str:
    root, manifest = project
    translate = Catalogue.open(root / "locale", job.edition, job.language).translate
    return build_markup(
        job, Source(root, manifest, load_strings(root / "templates"), translate)
    ).words


def by_poppler(path: Path, *options: str) -> str:
    command = ["pdftotext", *options, str(path), "-"]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def by_pypdf(path: Path) -> str:
    return "\n".join(page.extract_text() for page in pypdf.PdfReader(path).pages)


def words(text: str) -> list[str]:
    return _WORD.findall(_UNSEEN.sub("", unicodedata.normalize("NFKC", text)))


def share_found(expected: str, text: str) -> float:
    wanted = [word for word in words(expected) if len(word) > 1]
    known = set(words(text))
    return sum(word in known for word in wanted) / len(wanted)


def test_everything_is_made(printed: tuple[Project, PrintReport]) -> None:
    (root, _), report = printed
    assert report.findings == ()
    assert report.count(Outcome.MADE) == len(report.results) == 54
    assert all((root / link.file).stat().st_size == link.bytes > 5000 for link in report.links)


@pytest.mark.parametrize(
    ("language", "options", "poppler", "others"),
    [
        ("en", ["-raw"], 0.99, 0.99),
        ("fr", ["-raw"], 0.99, 0.99),
        ("tr", ["-raw"], 0.99, 0.99),
        ("ar", ["-raw"], 0.86, 0.86),
        ("fa", ["-raw"], 0.86, 0.86),
        # With -raw poppler takes each raised letter of Nastaliq for a line of its own.
        ("ur", [], 0.73, 0.93),
        ("th", ["-raw"], 0.88, 0.88),
    ],
)
def test_the_text_reads_back(
    printed: tuple[Project, PrintReport],
    language: str,
    options: list[str],
    poppler: float,
    others: float,
) -> None:
    project, _ = printed
    found = sheets(project, language)
    expected = " ".join(expected_words(project, job) for job in found)
    paths = [project[0] / job.file for job in found]
    assert share_found(expected, " ".join(by_poppler(path, *options) for path in paths)) >= poppler
    assert share_found(expected, " ".join(by_pypdf(path) for path in paths)) >= others


@pytest.mark.parametrize("language", ["en", "fr", "tr", "ar", "fa", "ur", "th"])
def test_every_number_reads_back_in_its_order(
    printed: tuple[Project, PrintReport], language: str
) -> None:
    (root, manifest), _ = printed
    text = by_poppler(root / f"dist/sample/{language}/contacts.pdf")
    text += by_poppler(root / f"dist/sample/{language}/safety.pdf")
    plain = _UNSEEN.sub("", text)
    assert [fact.value for fact in manifest.facts.values() if fact.value not in plain] == []


@pytest.mark.parametrize("language", ["en", "ar", "fa"])
def test_the_pdf_says_what_it_is(printed: tuple[Project, PrintReport], language: str) -> None:
    (root, manifest), _ = printed
    with pikepdf.open(root / f"dist/sample/{language}/manual.pdf") as pdf:
        info = pdf.docinfo
        assert str(pdf.Root.Lang) == language
        assert str(info["/Author"]) == "Us"
        assert manifest.edition.digest in str(info["/Keywords"])
        with pdf.open_outline() as outline:
            sections = [entry.title for entry in outline.root]
            pages = [child.title for entry in outline.root for child in entry.children]
    assert len(sections) == 2  # the contents, and one section
    assert len(pages) == len(manifest.pages)


def test_each_page_tells_version_and_state(printed: tuple[Project, PrintReport]) -> None:
    (root, _), _ = printed
    for page in pypdf.PdfReader(root / "dist/sample/en/session-group-2.pdf").pages:
        text = page.extract_text()
        assert "Core manual 0.1.0" in _UNSEEN.sub("", text)
        assert "Draft" in text
        assert "Sample text to show the software." in text


def test_the_contents_give_the_pages(printed: tuple[Project, PrintReport]) -> None:
    (root, _), _ = printed
    pages = pypdf.PdfReader(root / "dist/sample/en/manual.pdf").pages
    contents = pages[1].extract_text()
    number = re.search(r"Contacts\s*\.*\s*(\d+)", contents)
    assert number is not None
    assert "Contacts" in pages[int(number[1]) - 1].extract_text()


def test_one_worker_makes_the_same_bytes(
    printed: tuple[Project, PrintReport], project: Project
) -> None:
    (other, _), _ = printed
    root, manifest = project
    for kinds in (["session", "safety"], ["checklist"]):
        build_pdfs(PrintPlan(root, [manifest], languages=["ur", "en"], kinds=kinds))
    for path in sorted((root / "dist").rglob("*.pdf")):
        twin = other / path.relative_to(root)
        assert (
            hashlib.sha256(path.read_bytes()).digest() == hashlib.sha256(twin.read_bytes()).digest()
        )


def test_a_second_run_renders_nothing_and_does_not_load_weasyprint(
    printed: tuple[Project, PrintReport],
) -> None:
    (root, _), _ = printed
    script = (
        "import sys; from pathlib import Path\n"
        "from manualkit.model.manifest import Manifest\n"
        "from manualkit.pdf import Outcome, PrintPlan, build_pdfs\n"
        "root = Path(sys.argv[1])\n"
        "text = (root / 'build/editions/sample/manifest.json').read_text()\n"
        "report = build_pdfs(PrintPlan(root, [Manifest.model_validate_json(text)], workers=2))\n"
        "print(report.count(Outcome.UNCHANGED), 'weasyprint' in sys.modules)\n"
    )
    run = subprocess.run(
        [sys.executable, "-c", script, str(root)], check=True, capture_output=True, text=True
    )
    assert run.stdout.split() == ["54", "False"]


def made(report: PrintReport) -> set[str]:
    files = [result.job.file for result in report.results if result.outcome is Outcome.MADE]
    return {file.removeprefix("dist/sample/") for file in files}


def test_one_edited_page_makes_its_pdfs_again(
    project: Project, fresh_manifest: Callable[[Path], Manifest]
) -> None:
    root, manifest = project
    build_pdfs(PrintPlan(root, [manifest], languages=["en"]))
    page = root / "build/editions/sample/pages/handouts/worksheet.md"
    page.write_text(page.read_text(encoding="utf-8") + "\nMore.\n", encoding="utf-8")
    report = build_pdfs(PrintPlan(root, [fresh_manifest(root)], languages=["en"]))
    assert made(report) == {"en/handout-worksheet.pdf", "en/manual.pdf"}


def test_one_new_translation_makes_its_pdfs_again(project: Project) -> None:
    root, manifest = project
    plan = PrintPlan(root, [manifest], languages=["fr"])
    build_pdfs(plan)
    path = root / "locale/fr/core.po"
    catalogue = polib.pofile(str(path))
    entry = catalogue.find("All my ideas")
    assert entry is not None
    entry.msgstr = "Mes idées"
    catalogue.append(polib.POEntry(msgid="Nobody asks for this", msgstr="Personne"))
    catalogue.save()
    assert made(build_pdfs(plan)) == {"fr/handout-worksheet.pdf", "fr/manual.pdf"}


def test_a_failed_pdf_leaves_no_file_and_names_its_fault(
    project: Project, fresh_manifest: Callable[[Path], Manifest]
) -> None:
    root, manifest = project
    plan = PrintPlan(root, [manifest], languages=["en"], pages=["safety/safety"])
    build_pdfs(plan)
    page = root / "build/editions/sample/pages/safety/safety.md"
    page.write_text(page.read_text(encoding="utf-8") + "\n\u65e5\n", encoding="utf-8")
    plan = PrintPlan(
        root, [fresh_manifest(root)], languages=["en"], pages=["safety/safety"], on_progress=check
    )
    report = build_pdfs(plan)
    assert [finding.code for finding in report.findings] == ["pdf-warning"]
    assert report.findings[0].location.file == "dist/sample/en/safety.pdf"
    assert not (root / "dist/sample/en/safety.pdf").exists()
    assert report.links == ()


def check(done: int, total: int, result: object) -> None:
    assert (done, total, bool(result)) == (1, 1, True)


def test_a_pdf_of_a_page_that_is_gone_is_taken_away(project: Project) -> None:
    root, manifest = project
    old = root / "dist/sample/en/handout-old.pdf"
    old.parent.mkdir(parents=True)
    old.write_bytes(b"%PDF")
    keep = [page for page in manifest.pages if page.path == "contacts"]
    small = manifest.model_copy(update={"pages": keep})
    report = build_pdfs(PrintPlan(root, [small], languages=["en"]))
    assert (report.removed, old.exists()) == (1, False)


def test_pdfs_of_gone_languages_and_editions_are_taken_away(project: Project) -> None:
    root, manifest = project
    gone = [root / "dist" / name / "manual.pdf" for name in ("sample/xx", "old/en")]
    for path in gone:
        path.parent.mkdir(parents=True)
        path.write_bytes(b"%PDF")
    small = manifest.model_copy(
        update={
            "pages": [page for page in manifest.pages if page.path == "contacts"],
            "edition": manifest.edition.model_copy(update={"languages": ["en"]}),
        }
    )
    assert build_pdfs(PrintPlan(root, [small], languages=["xx"])).removed == 1
    assert build_pdfs(PrintPlan(root, [small])).removed == 1
    assert not (root / "dist" / "old").exists()
    assert sorted(path.name for path in (root / "dist" / "sample").iterdir()) == ["en"]

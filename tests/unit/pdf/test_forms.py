"""Sheets in the wording that a reader asks for."""

import dataclasses as dc
from collections import Counter
from pathlib import Path

import polib
import pytest
from pypdf import PdfReader

from manualkit.model.forms import Forms
from manualkit.model.manifest import Manifest
from manualkit.pdf import Outcome, PrintPlan, build_pdfs

Project = tuple[Path, Manifest]
SAID = "What happened last week?"
FORM = "Que s'est-il passé la semaine dernière, chère amie ?"
LINE = "Where the words depend on it, the client is a woman."


def add_form(root: Path, translation: str) -> None:
    path = root / "locale/fr/core.po"
    catalogue = polib.pofile(str(path))
    entry = catalogue.find(SAID, msgctxt="client=f")
    if entry is None:
        entry = polib.POEntry(msgid=SAID, msgctxt="client=f")
        catalogue.append(entry)
    entry.msgstr = translation
    catalogue.save(str(path))


def words(path: Path) -> Counter[str]:
    text = " ".join(page.extract_text() for page in PdfReader(path).pages)
    return Counter(text.split())


@pytest.fixture
def plan(project: Project) -> PrintPlan:
    """A plan of two French sheets; one of them says what has a form."""
    root, manifest = project
    add_form(root, FORM)
    return PrintPlan(root, [manifest], ["fr"], pages=["group/session-2", "contacts"])


def test_sheets_differ_only_where_there_are_forms(plan: PrintPlan) -> None:
    build_pdfs(plan)
    report = build_pdfs(dc.replace(plan, forms=Forms(client="f")))
    assert not report.findings
    folder = plan.root / "dist/sample/fr"
    line = Counter(LINE.split())
    session, contacts = words(folder / "session-group-2.pdf"), words(folder / "contacts.pdf")
    formed = words(folder / "session-group-2.client-f.pdf")
    pages = len(PdfReader(folder / "session-group-2.client-f.pdf").pages)
    more = formed - session - Counter({word: count * pages for word, count in line.items()})
    assert more == Counter(["dernière,", "chère", "amie"])
    assert session - formed == Counter(["dernière"])
    assert words(folder / "contacts.client-f.pdf") - contacts == line


def test_a_changed_form_makes_its_own_sheet_anew_and_no_other(plan: PrintPlan) -> None:
    asked = dc.replace(plan, forms=Forms(client="f"))
    build_pdfs(plan)
    build_pdfs(asked)
    add_form(plan.root, "Que s'est-il passé, chère amie ?")
    assert build_pdfs(plan).count(Outcome.UNCHANGED) == 2
    made = [r.job.pages for r in build_pdfs(asked).results if r.outcome is Outcome.MADE]
    assert made == [("group/session-2",)]


def test_a_whole_build_leaves_a_readers_sheets_and_a_readers_whole_build_the_usual_ones(
    plan: PrintPlan,
) -> None:
    keep = [page for page in plan.editions[0].pages if page.path == "contacts"]
    small = plan.editions[0].model_copy(update={"pages": keep})
    usual = dc.replace(plan, editions=[small], pages=None)
    assert build_pdfs(dc.replace(usual, forms=Forms("f", "m"))).removed == 0
    assert build_pdfs(usual).removed == 0
    assert build_pdfs(dc.replace(usual, forms=Forms("f", "m"))).removed == 0
    names = sorted(path.name for path in (plan.root / "dist/sample/fr").iterdir())
    assert names == [
        "contacts.helper-f.client-m.pdf",
        "contacts.pdf",
        "manual.helper-f.client-m.pdf",
        "manual.pdf",
    ]


def test_a_readers_sheet_of_a_page_that_is_gone_is_taken_away(plan: PrintPlan) -> None:
    keep = [page for page in plan.editions[0].pages if page.path == "contacts"]
    small = plan.editions[0].model_copy(update={"pages": keep})
    old = plan.root / "dist/sample/fr/session-group-2.helper-f.pdf"
    old.parent.mkdir(parents=True)
    old.write_bytes(b"%PDF")
    assert build_pdfs(dc.replace(plan, editions=[small], pages=None)).removed == 1
    assert not old.exists()


def test_a_readers_sheet_never_keeps_a_number_that_has_changed(plan: PrintPlan) -> None:
    keep = [page for page in plan.editions[0].pages if page.path == "contacts"]
    small = plan.editions[0].model_copy(update={"pages": keep})
    usual = dc.replace(plan, editions=[small], pages=None)
    build_pdfs(dc.replace(usual, forms=Forms(helper="f"), pages=["contacts"]))
    (name, fact), *_ = ((n, f) for n, f in small.facts.items() if f.kind == "phone")
    fact = fact.model_copy(update={"value": "0999 888 777"})
    changed = small.model_copy(update={"facts": {**small.facts, name: fact}})
    report = build_pdfs(dc.replace(usual, editions=[changed]))
    sheet = plan.root / "dist/sample/fr/contacts.helper-f.pdf"
    assert "0999" in words(sheet)
    assert all(link.file != "dist/sample/fr/contacts.helper-f.pdf" for link in report.links)

"""A text that is written directly in Urdu: record, catalogues, site pages and PDFs."""

import dataclasses as dc
from collections.abc import Callable
from datetime import date
from pathlib import Path

import polib
import pytest
from click.testing import CliRunner

from manualkit.catalogue import load_strings
from manualkit.cli.app import main
from manualkit.compose import write_composition
from manualkit.extract import all_messages, asked_in
from manualkit.model.manifest import Manifest
from manualkit.pdf import PrintPlan, SheetKind
from manualkit.pdf.document import Source, build_markup
from manualkit.pdf.jobs import jobs
from manualkit.pdf.keys import Keys
from manualkit.pipeline import Prepared, prepare
from manualkit.site.sources import lay_out

PAGE = "group/session-1"
URDU = "پیدل چلنا مفت ہے۔"
ENGLISH = "A trip by bus costs {fare}."
Project = Callable[[str], Path]


@pytest.fixture
def composed(project: Project, today: date) -> tuple[Path, Prepared]:
    """Return the project with its editions written, and the editions."""
    root = project("good-local-text")
    prepared = prepare(root, today)
    for composition in prepared.compositions:
        write_composition(root, composition)
    return root, prepared


def demo(prepared: Prepared) -> Manifest:
    return next(m for m in prepared.manifests if m.edition.id == "demo")


def test_composed_markdown_knows_no_language(composed: tuple[Path, Prepared]) -> None:
    root, prepared = composed
    text = (root / f"build/editions/demo/pages/{PAGE}.md").read_text("utf-8")
    assert "dem-051" not in text
    assert ENGLISH in text
    assert [(t.block, t.action, t.id) for t in demo(prepared).local_texts] == [
        ("g1-question", "add-after", "dem-051"),
        ("g1-plan-tip", "replace", "g1-plan-tip"),
        ("g1-end", "replace", "g1-end"),
    ]


def test_record_holds_english_urdu_and_the_back_translation(
    composed: tuple[Path, Prepared],
) -> None:
    line = next(line for line in demo(composed[1]).changes if line.id == "DEM-050")
    assert line.before == ENGLISH
    assert URDU in line.after
    assert line.head["back_translation"] == "The bus costs little. A walk costs nothing."
    assert line.pages == [PAGE]


def test_only_the_urdu_pages_have_it(composed: tuple[Path, Prepared]) -> None:
    root, prepared = composed
    pages = {}
    for code in ("en", "fr", "ur"):
        target = root / "build" / "docs" / code
        lay_out(root / "build/editions/demo", target, demo(prepared).local_texts)
        pages[code] = (target / f"{PAGE}.md").read_text("utf-8")
    assert (
        pages["en"]
        == pages["fr"]
        == (root / f"build/editions/demo/pages/{PAGE}.md").read_text("utf-8")
    )
    assert URDU in pages["ur"]
    assert ENGLISH not in pages["ur"]


def test_translators_are_not_asked_for_what_is_replaced(composed: tuple[Path, Prepared]) -> None:
    root, prepared = composed
    composition = next(c for c in prepared.compositions if c.manifest.edition.id == "demo")
    manifest, strings = composition.manifest, load_strings(root / "templates")
    found = all_messages(manifest, composition.pages, strings)
    texts = {
        code: [m.text for m in asked_in(found, manifest.local_texts, code)] for code in ("fr", "ur")
    }
    assert set(texts["fr"]) - set(texts["ur"]) == {ENGLISH, "Thank everybody."}
    assert "The end" in texts["ur"]
    assert not any(URDU in text for text in texts["ur"])


def test_catalogues_hold_what_each_language_needs(project: Project) -> None:
    root = project("good-local-text")
    command = ["translate", "update", "--root", str(root), "--today", "2026-03-01", "--quiet"]
    assert CliRunner().invoke(main, command).exit_code == 0
    ids = {
        code: {e.msgid for e in polib.pofile(str(root / f"locale/{code}/demo.po"))}
        for code in ("fr", "ur")
    }
    assert ENGLISH in ids["fr"]
    assert ENGLISH not in ids["ur"]


def test_sheet_shows_it_and_its_key_follows_it(composed: tuple[Path, Prepared]) -> None:
    root, prepared = composed
    manifest = demo(prepared)
    plan = PrintPlan(root, [manifest], kinds=[SheetKind.SESSION])
    found = {job.language: job for job in jobs(plan)}
    strings = load_strings(root / "templates")
    source = Source(root, manifest, strings, lambda _: None)
    assert URDU in build_markup(found["ur"], source).html
    assert URDU not in build_markup(found["fr"], source).html
    first = manifest.local_texts[1].model_copy(update={"text": "پیدل چلیں۔"})
    texts = [manifest.local_texts[0], first, *manifest.local_texts[2:]]
    other = manifest.model_copy(update={"local_texts": texts})
    keys = Keys(root, strings, faithful_text=True)
    same = {code: keys.key(job, manifest) == keys.key(job, other) for code, job in found.items()}
    assert same == {"en": True, "fr": True, "ur": False}
    markups = [build_markup(found["ur"], dc.replace(source, manifest=m)) for m in (manifest, other)]
    assert markups[0].html != markups[1].html

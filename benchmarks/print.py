"""Print: beside mkdocs-to-pdf and mkdocs-with-pdf; cold, warm, after an edit; 1 to 8 variants.

The matrix is every sheet of every edition in every language, an hour's work on two processors;
`--quick` prints the handouts of the core in its place.
"""

import argparse
import dataclasses as dc
import json
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pikepdf
from measure import OUT
from print_measure import Run, run
from print_rivals import RIVALS, print_with
from rich.console import Console
from rich.table import Table

from manualkit.cli.pdf_watch import compose_chosen
from manualkit.pdf import Outcome, PrintPlan, WarmWorkers, build_pdfs

ROOT = Path(__file__).parents[1]
TODAY = date(2026, 3, 1)
CORE = frozenset({"core"})
EDITED = "handouts/breathing-card"
VARIANTS = (1, 2, 4, 8)


@dc.dataclass(frozen=True, slots=True)
class Row:
    """One line of the table."""

    name: str
    seconds: float
    sheets: int = 0
    pages: int = 0
    together: int = 0
    largest: int = 0
    target: str = ""
    note: str = ""


def main() -> None:
    """Measure, print a table and write the figures down."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="a matrix of handouts alone")
    quick: bool = parser.parse_args().quick
    OUT.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=OUT) as folder:
        project = _copied(Path(folder) / "project")
        rows = [*_beside(project), *_matrix(project, quick=quick)]
        rows += [*_edited(project), *_grown(project)]
    data = {"quick": quick, "processors": os.cpu_count(), "rows": [dc.asdict(row) for row in rows]}
    (OUT / "print.json").write_text(json.dumps(data, indent=1) + "\n", "utf-8")
    _tell(rows)


def _copied(project: Path) -> Path:
    for name in ("docs", "adaptations", "locale", "templates"):
        shutil.copytree(ROOT / name, project / name)
    shutil.copy(ROOT / "mkdocs.yml", project)
    return project


def _ours(project: Path, *options: str) -> Run:
    command = [sys.executable, "-m", "manualkit", "pdf", "--quiet", "--root", str(project)]
    return run([*command, *options], project, os.environ)


def _beside(project: Path) -> Iterator[Row]:
    """Yield ours and theirs: one process from the Markdown to one PDF, nothing kept from before."""
    took = _ours(project, "--edition", "core", "--lang", "en", "--kind", "manual", "--workers", "1")
    yield _row("ours: the manual, cold, every gate", took, project)
    pages = project / "build" / "editions" / "core" / "pages"
    for rival in RIVALS:
        took, count = print_with(rival, pages, OUT / "print-environments")
        note = took.failed.replace("\n", " ")[-200:]
        made = (took.seconds, 1 if count else 0, count, took.together, took.largest)
        yield Row(rival.name, *made, note=note)


def _matrix(project: Path, *, quick: bool) -> Iterator[Row]:
    some = ("--edition", "core", "--kind", "handout") if quick else ()
    for name in ("dist", "build/keys"):
        shutil.rmtree(project / name, ignore_errors=True)
    yield _row("matrix, cold", _ours(project, *some), project, "a worker at most 300 MB")
    again = _row("matrix, nothing changed", _ours(project, *some), project, "at most 1 s")
    yield dc.replace(again, sheets=0, pages=0)


def _row(name: str, took: Run, project: Path, target: str = "") -> Row:
    counts = []
    for path in (project / "dist").rglob("*.pdf"):
        with pikepdf.open(path) as pdf:
            counts.append(len(pdf.pages))
    made = (len(counts), sum(counts), took.together, took.largest)
    return Row(name, took.seconds, *made, target, took.failed.replace("\n", " ")[-200:])


def _edited(project: Path) -> Iterator[Row]:
    """Yield a handout in all languages with warm workers: made anew, after an edit, unchanged."""
    page = project / "docs" / f"{EDITED}.md"
    text = page.read_text("utf-8")
    with WarmWorkers(2) as warm:
        _warm_row("", project, warm)
        for number in range(3):
            page.write_text(text.replace("Try again later", f"Try again later {number}"), "utf-8")
            note = "languages after an edit, warm workers"
            yield _warm_row(f"a handout, 7 {note}", project, warm)
        yield _warm_row("the same, nothing changed", project, warm)


def _warm_row(name: str, project: Path, warm: WarmWorkers) -> Row:
    start = time.perf_counter()
    manifests = compose_chosen(project, TODAY, CORE).manifests
    composed = time.perf_counter() - start
    codes = manifests[0].edition.languages
    report = build_pdfs(PrintPlan(project, manifests, codes, pages=[EDITED]), warm)
    made = [result for result in report.results if result.outcome is Outcome.MADE]
    seconds, note = time.perf_counter() - start, f"composing {composed:.2f} s"
    pages = sum(result.pages for result in made)
    return Row(name, seconds, len(made), pages, target="at most 1 s", note=note)


def _grown(project: Path) -> Iterator[Row]:
    """Yield the handouts of 1, 2, 4 and 8 renditions, cold."""
    manifests = compose_chosen(project, TODAY, frozenset()).manifests[:2]
    pairs = [(m, code) for m in manifests for code in m.edition.languages][: VARIANTS[-1]]
    for count in VARIANTS:
        shutil.rmtree(project / "build" / "keys", ignore_errors=True)
        start, sheets, pages = time.perf_counter(), 0, 0
        with WarmWorkers(2) as warm:
            for manifest in manifests:
                codes = [code for of, code in pairs[:count] if of is manifest]
                plan = PrintPlan(project, [manifest], codes, kinds=["handout"])
                results = build_pdfs(plan, warm).results if codes else ()
                sheets += len(results)
                pages += sum(result.pages for result in results)
        seconds = time.perf_counter() - start
        yield Row(f"handouts of {count} renditions, cold", seconds, sheets, pages)


def _tell(rows: list[Row]) -> None:
    table = Table(title="Print")
    heads = ("", "seconds", "sheets", "pages", "pages/s", "MB all", "MB largest", "target", "note")
    for number, head in enumerate(heads):
        table.add_column(head, justify="right" if 0 < number < len(heads) - 2 else "left")
    for row in rows:
        speed = f"{row.pages / row.seconds:.1f}" if row.pages and row.seconds else ""
        figures = (row.sheets, row.pages, speed, row.together or "", row.largest or "")
        table.add_row(row.name, f"{row.seconds:.2f}", *map(str, figures), row.target, row.note)
    Console(width=150).print(table)


if __name__ == "__main__":
    main()

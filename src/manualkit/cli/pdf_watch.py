"""`manualkit pdf --watch`: after every change of a source, the sheets that it concerns."""

import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import date
from pathlib import Path

import click

from manualkit.cli.options import show
from manualkit.cli.watch import watched
from manualkit.compose import write_composition
from manualkit.model.finding import Finding, InvalidProject
from manualkit.pdf import Outcome, PrintPlan, PrintReport, WarmWorkers, build_pdfs
from manualkit.pipeline import Options, Prepared, prepare_sound, with_page_texts

Planned = tuple[PrintPlan, Sequence[Finding]]
_MOST_NAMES = 3
"""So many sheets are named in a line; of more it is enough to know how many there are."""


def keep_printed(root: Path, output: str, planned: Callable[[], Planned], workers: int) -> None:
    """Print what `planned` tells, and again after every change, until Ctrl+C."""
    with suppress(KeyboardInterrupt), watched(root) as changes, WarmWorkers(workers) as warm:
        told = _once(root, output, planned, warm, ())
        click.echo("Watching docs, adaptations, locale and templates. End with Ctrl+C.")
        while True:
            changed = changes.next()
            if any(path.is_relative_to(root / "templates") for path in changed):
                warm.dismiss()  # they have read fonts and styles
            told = _once(root, output, planned, warm, told)


def compose_chosen(root: Path, today: date, editions: frozenset[str]) -> Prepared:
    """Compose some editions for somebody who writes; the folders of the others stay.

    Raises:
        InvalidProject: a finding is an error; nothing is written.
    """
    prepared = with_page_texts(prepare_sound(root, today, Options(editions=editions)))
    for composition in prepared.compositions:
        write_composition(root, composition)
    return prepared


def _once(
    root: Path,
    output: str,
    planned: Callable[[], Planned],
    warm: WarmWorkers,
    told: Sequence[Finding],
) -> Sequence[Finding]:
    """Print once; tell the findings that were not told the last time, and return all."""
    start = time.perf_counter()
    try:
        plan, findings = planned()
    except InvalidProject as error:
        line, found = "Nothing was printed: the last good sheets stay", tuple(error.findings)
    else:
        report = build_pdfs(plan, warm)
        line, found = _line(report), (*findings, *report.findings)
    show([finding for finding in found if finding not in told], output, root)
    click.echo(f"{time.strftime('%H:%M:%S')}  {line} ({time.perf_counter() - start:.1f} s).")
    return found


def _line(report: PrintReport) -> str:
    made = [result.job.file for result in report.results if result.outcome is Outcome.MADE]
    failed, unchanged = report.count(Outcome.FAILED), report.count(Outcome.UNCHANGED)
    names = ", ".join(file.removeprefix("dist/") for file in made[:_MOST_NAMES])
    more = " …" if len(made) > _MOST_NAMES else ""
    said = f"{len(made)} made{f': {names}{more}' if made else ''}; {unchanged} unchanged"
    return f"{said}; {failed} failed, their last good sheets stay" if failed else said

"""Tables that tell what was made."""

from collections import Counter, defaultdict
from collections.abc import Sequence

from rich.console import Console
from rich.table import Table

from manualkit.pdf import Outcome, PrintReport
from manualkit.site import SiteReport


def sheet_rows(report: PrintReport) -> list[tuple[str, ...]]:
    """Return a head and a row for each edition and language: what was made, pages and size."""
    made: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for result in report.results:
        counts = made[result.job.edition, result.job.rendition]
        counts[result.outcome] += 1
        counts["written"] += result.written
        counts["pages"] += result.pages
        counts["bytes"] += result.bytes
    head = ("edition", "language", "made", "unchanged", "failed", "written", "pages", "KB")
    rows = [
        (
            *pair,
            *(str(counts[name]) for name in (*Outcome,)),
            str(counts["written"]),
            str(counts["pages"]),
            str(counts["bytes"] // 1000),
        )
        for pair, counts in made.items()
    ]
    return [head, *rows]


def print_table(rows: Sequence[Sequence[str]], console: Console) -> None:
    """Print a table; figures stand at the right."""
    table = Table()
    for number, name in enumerate(rows[0]):
        table.add_column(name, justify="left" if number < 2 else "right")  # noqa: PLR2004
    for row in rows[1:]:
        table.add_row(*row)
    console.print(table)


def build_lines(sheets: PrintReport, site: SiteReport) -> list[str]:
    """Return the sentences that sum a build up."""
    made, failed = sheets.count(Outcome.MADE), sheets.count(Outcome.FAILED)
    written = sum(result.written for result in sheets.results)
    unchanged, files = sheets.count(Outcome.UNCHANGED), site.files
    of_all = f"{site.rendered} of {len(site.shards)} renditions rendered ({site.pages} pages)"
    done = f"{files.written} files written, {files.unchanged} unchanged, {files.removed} removed"
    lines = [
        f"PDFs: {made} made ({written} with new bytes), {unchanged} unchanged, {failed} failed.",
        f"Site: {of_all}; {done}.",
    ]
    if not made and not failed and not site.pages:
        lines.append("Nothing had changed, so nothing was rendered.")
    return lines

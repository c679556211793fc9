"""How many words of the real manual's sheets two programs read back: poppler and pypdf.

Sheets of four kinds in each language, made anew below a temporary folder. The text that is expected
is that of the pages' HTML; a word counts as found if it stands anywhere in what was read.
"""

import json
import re
import subprocess
import sys
import tempfile
import unicodedata
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

import pypdf
from measure import OUT

from manualkit.catalogue import Catalogue, load_strings
from manualkit.model.manifest import Manifest
from manualkit.pdf import Job, PrintPlan, build_pdfs
from manualkit.pdf.document import Source, build_markup
from manualkit.pipeline import compose_all

ROOT = Path(__file__).parents[1]
EDITION = "prosper-liverpool"
PAGES = ("group/session-2", "checklists/group-session-2", "handouts/problem-worksheet", "contacts")
TARGETS = {
    "en": (0.99, 0.99),
    "fr": (0.99, 0.99),
    "tr": (0.99, 0.99),
    "ar": (0.88, 0.88),
    "fa": (0.88, 0.88),
    "ur": (0.75, 0.95),
    "th": (0.90, 0.90),
}
"""Least share for `pdftotext -raw` and for pypdf."""
_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]")
_WORD = re.compile(r"\w[\w\u0610-\u061a\u064b-\u065f\u0e31-\u0e4e]*")


def words(text: str) -> list[str]:
    """Return the words of a text that are longer than one letter."""
    plain = _UNSEEN.sub("", unicodedata.normalize("NFKC", text))
    return [word for word in _WORD.findall(plain) if len(word) > 1]


def share(expected: Sequence[str], text: str) -> float:
    """Return how many of the expected words stand in a text, from 0 to 1."""
    known = set(words(text))
    return sum(word in known for word in expected) / len(expected)


def by_poppler(path: Path, *options: str) -> str:
    """Return the text of a PDF as poppler reads it."""
    command = ["pdftotext", *options, str(path), "-"]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout  # noqa: S603


def by_pypdf(path: Path) -> str:
    """Return the text of a PDF as pypdf reads it."""
    return "\n".join(page.extract_text() for page in pypdf.PdfReader(path).pages)


def expected(root: Path, manifest: Manifest, job: Job) -> list[str]:
    """Return the words of a sheet's pages."""
    catalogue = Catalogue.of(root, manifest.edition, job.language, job.forms)
    strings = load_strings(root / "templates")
    source = Source(root, manifest, strings, catalogue.translate, catalogue.translate_safety)
    return words(build_markup(job, source).words)


def figures(root: Path, languages: Sequence[str]) -> Iterator[dict[str, object]]:
    """Yield the shares of each language."""
    prepared, _ = compose_all(root, date(2026, 3, 1))
    manifest = next(each for each in prepared.manifests if each.edition.id == EDITION)
    for language in languages:
        report = build_pdfs(PrintPlan(root, [manifest], [language], pages=PAGES))
        wanted: list[str] = []
        texts: dict[str, list[str]] = {"raw": [], "plain": [], "pypdf": []}
        for result in report.results:
            path = root / result.job.file
            wanted += expected(root, manifest, result.job)
            texts["raw"].append(by_poppler(path, "-raw"))
            texts["plain"].append(by_poppler(path))
            texts["pypdf"].append(by_pypdf(path))
        found = {name: share(wanted, " ".join(text)) for name, text in texts.items()}
        yield {"language": language, "words": len(wanted), **found}


def main() -> None:
    """Print the figures, and write them to build/benchmarks/."""
    languages = sys.argv[1:] or list(TARGETS)
    rows = []
    print(f"{'':4}{'words':>8}{'-raw':>8}{'plain':>8}{'pypdf':>8}  targets (-raw, pypdf)")
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        for name in ("docs", "adaptations", "locale", "templates"):
            (root / name).symlink_to(ROOT / name)
        for row in figures(root, languages):
            rows.append(row)
            raw, own = TARGETS[str(row["language"])]
            reached = float(str(row["raw"])) >= raw and float(str(row["pypdf"])) >= own
            shares = "".join(f"{row[name]:8.1%}" for name in ("raw", "plain", "pypdf"))
            state = "reached" if reached else "NOT REACHED"
            print(f"{row['language']:4}{row['words']:8}{shares}  {raw:.0%}, {own:.0%} {state}")
    OUT.mkdir(parents=True, exist_ok=True)
    (OUT / "readback.json").write_text(json.dumps(rows, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()

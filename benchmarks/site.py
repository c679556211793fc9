"""The site of many pages, beside plain MkDocs with Material and static-i18n, in one run.

A project is the real manual with copies of Liverpool's adaptation, so that its pages are spread
over editions and languages as they would be; renditions in two languages are left out. The plain
stack gets the composed pages, in English in all languages (see `plain_site.py`), and is built
edition by edition, as one would do it today.

    python benchmarks/site.py            about 200, 500, 1,000 and 5,000 pages
    python benchmarks/site.py 200 1000   only these
"""

import dataclasses as dc
import json
import shutil
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from measure import OUT
from plain_site import lay_out_plain, plain_commands
from processes import Needs, needs

from manualkit.pipeline import compose_all
from manualkit.site import SitePlan, build_site

ROOT = Path(__file__).parents[1]
SHAPES = {200: (1, 3), 500: (1, 7), 1_000: (2, 7), 5_000: (9, 7)}
"""Editions and languages that make about so many pages."""
LANGUAGES = ("en", "ar", "fr", "ur", "th", "tr", "fa")
TODAY = date(2026, 3, 1)
MODEL = "prosper-liverpool"
_EDITED = "docs/strategies/managing-stress.md"


@dc.dataclass(frozen=True, slots=True)
class Row:
    """A case of a size."""

    pages: int
    stack: str
    case: str
    needs: Needs

    @property
    def page_cost(self) -> float:
        """Processor milliseconds for a page."""
        return self.needs.processor_seconds / self.pages * 1_000


def make_project(root: Path, editions: int, languages: int) -> None:
    """Copy the manual with the first languages, and as many editions as wanted."""
    for name in ("docs", "adaptations", "locale", "templates"):
        shutil.copytree(ROOT / name, root / name)
    shutil.copy2(ROOT / "mkdocs.yml", root / "mkdocs.yml")
    model = root / "adaptations" / MODEL
    for folder in (root / "adaptations").iterdir():
        if folder.is_dir() and folder.name not in ("_template", MODEL):
            shutil.rmtree(folder)
    files = [root / "docs" / "manual.yml"]
    for number in range(2, editions):
        _copy_edition(root, model, f"{MODEL}-{number}")
    if editions == 1:
        shutil.rmtree(model)
    files += (root / "adaptations").glob(f"{MODEL}*/adaptation.yml")
    for path in files:
        _set_languages(path, LANGUAGES[:languages])


def build_ours(root: Path) -> None:
    """Compose all editions and build what has changed, with two workers."""
    prepared, _ = compose_all(root, TODAY)
    report = build_site(SitePlan(root, prepared.manifests, workers=2))
    pages = sum(
        len(manifest.pages) * len(manifest.edition.languages) for manifest in prepared.manifests
    )
    (root / "pages.json").write_text(json.dumps({"pages": pages, "shards": len(report.shards)}))


def rows(size: int, work: Path) -> Iterator[Row]:
    """Yield the cases of a size: ours cold, unchanged and after an edit; the plain stack cold."""
    root = work / "ours"
    root.mkdir()
    make_project(root, *SHAPES[size])
    command = [sys.executable, __file__, "--build", str(root)]
    cold = needs(command)
    pages = json.loads((root / "pages.json").read_text())["pages"]
    yield Row(pages, "ours", "cold", cold)
    yield Row(pages, "ours", "nothing changed", needs(command))
    path = root / _EDITED
    path.write_text(path.read_text("utf-8").replace("body", "whole body", 1), "utf-8")
    yield Row(pages, "ours", "one page edited", needs(command))
    prepared, _ = compose_all(root, TODAY)
    lay_out_plain(SitePlan(root, prepared.manifests), work / "plain")
    yield Row(pages, "plain", "cold", _sum(map(needs, plain_commands(work / "plain"))))


def main() -> None:
    """Print a row for each case and write build/benchmarks/site.json."""
    if sys.argv[1:2] == ["--build"]:
        build_ours(Path(sys.argv[2]))
        return
    found: list[Row] = []
    print(f"{'pages':>6} {'stack':6} {'case':16}{'seconds':>9}{'CPU s':>8}{'ms/page':>9}", end="")
    print(f"{'MB, one':>9}{'MB, all':>9}")
    for size in map(int, sys.argv[1:] or SHAPES):
        with TemporaryDirectory() as folder:
            for row in rows(size, Path(folder)):
                found.append(row)
                _print(row)
    OUT.mkdir(parents=True, exist_ok=True)
    text = json.dumps([dc.asdict(row) for row in found], indent=1)
    (OUT / "site.json").write_text(text + "\n", "utf-8")


def _copy_edition(root: Path, model: Path, name: str) -> None:
    folder = root / "adaptations" / name
    shutil.copytree(model, folder)
    path = folder / "adaptation.yml"
    path.write_text(path.read_text("utf-8").replace(f"id: {MODEL}", f"id: {name}"), "utf-8")
    for catalogue in root.glob(f"locale/*/{MODEL}.po"):
        shutil.copy2(catalogue, catalogue.with_name(f"{name}.po"))


def _set_languages(path: Path, languages: tuple[str, ...]) -> None:
    lines = path.read_text("utf-8").splitlines()
    wanted = f"languages: [{', '.join(languages)}]"
    lines = [wanted if line.startswith("languages:") else line for line in lines]
    lines = [line for line in lines if not line.startswith(("prints:", "bilingual:"))]
    path.write_text("\n".join(lines) + "\n", "utf-8")


def _sum(parts: Iterator[Needs]) -> Needs:
    each = list(parts)
    return Needs(
        sum(part.seconds for part in each),
        sum(part.processor_seconds for part in each),
        max(part.peak_worker for part in each),
        max(part.peak_all for part in each),
    )


def _print(row: Row) -> None:
    need = row.needs
    print(f"{row.pages:6} {row.stack:6} {row.case:16}{need.seconds:9.1f}", end="")
    print(f"{need.processor_seconds:8.1f}{row.page_cost:9.1f}", end="")
    print(f"{need.peak_worker:9.0f}{need.peak_all:9.0f}", flush=True)


if __name__ == "__main__":
    main()

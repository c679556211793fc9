"""The same pages three times: our site, plain MkDocs with Material and i18n, and Pagefind."""

import dataclasses as dc
import html
import json
import re
import subprocess
import sys
import venv
from datetime import date
from pathlib import Path

from judged import LANGUAGES

from manualkit.markdown import render_page
from manualkit.model.language import language
from manualkit.pipeline import Options, compose_all
from manualkit.site import SitePlan, build_site
from manualkit.site.jobs import plan_jobs

ROOT = Path(__file__).parents[1]
EDITION = "prosper-liverpool"
_HEADING = re.compile(r'<h([1-6])[^>]*?\bid="([^"]*)"[^>]*>(.*?)</h\1>', re.DOTALL)
_TAG = re.compile(r"<[^>]+>")
_LOCALES = "\n".join(
    f"        - {{locale: {code}, name: {language(code).name}, build: true"
    f"{', default: true' if code == 'en' else ''}}}"
    for code in LANGUAGES
)
_PLAIN = f"""site_name: The same pages
theme: {{name: material, font: false}}
markdown_extensions: [attr_list, md_in_html, tables]
plugins:
  - search
  - i18n:
      docs_structure: folder
      languages:
{_LOCALES}
"""


@dc.dataclass(frozen=True, slots=True)
class Sites:
    """Where the built sites stand."""

    ours: Path
    plain: Path
    """Holds Pagefind's files as well, below `pagefind/`."""


def build_sites(work: Path) -> Sites:
    """Build all of them into a folder."""
    project = work / "project"
    project.mkdir(parents=True, exist_ok=True)
    for name in ("docs", "adaptations", "locale", "templates", "mkdocs.yml"):
        if not (project / name).exists():
            (project / name).symlink_to(ROOT / name)
    prepared, _ = compose_all(project, date(2026, 3, 1), Options(editions=frozenset({EDITION})))
    wanted = frozenset((EDITION, code) for code in LANGUAGES)
    plan = SitePlan(project, prepared.manifests, only=wanted, workers=2)
    build_site(plan)
    _lay_out_plain(plan, work / "plain" / "docs")
    (work / "plain" / "mkdocs.yml").write_text(_PLAIN, "utf-8")
    _run(sys.executable, "-m", "mkdocs", "build", "-q", "-f", str(work / "plain" / "mkdocs.yml"))
    plain = work / "plain" / "site"
    _run_pagefind(work / "pagefind", plain)
    return Sites(project / "site", plain)


def steps_of(site: Path, code: str) -> dict[str, str]:
    """Return the step that each block of our index stands in."""
    text = (site / EDITION / code / "search" / "index.js").read_text("utf-8")
    pages = json.loads(text.removeprefix("manualIndex(").removesuffix(");\n"))["pages"]
    rows = [(page["entries"], row) for page in pages for row in page["entries"]]
    return {row[0]: entries[row[4]][0] for entries, row in rows if row[4] is not None}


def _lay_out_plain(plan: SitePlan, docs: Path) -> None:
    """Write every page as our renderer makes it, with headings that Markdown sees."""
    for job in plan_jobs(plan):
        rendition = job.rendition
        for page in rendition.manifest.pages:
            source = rendition.folder / "pages" / f"{page.path}.md"
            body = render_page(source.read_text("utf-8"), rendition.render_context(page.path)).html
            title = html.unescape(str(rendition.title(page.path).plain)).replace('"', "'")
            target = docs / job.language / f"{page.path}.md"
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(
                f'---\ntitle: "{title}"\n---\n{_HEADING.sub(_heading, body)}', "utf-8"
            )


def _heading(found: re.Match[str]) -> str:
    text = _TAG.sub("", found[3]).replace("\n", " ")
    return f"\n\n{'#' * int(found[1])} {text} {{#{found[2]}}}\n\n"


def _run_pagefind(place: Path, site: Path) -> None:
    """Install Pagefind into a folder of its own, once, and let it read the plain site."""
    python = place / "bin" / "python"
    if not python.exists():
        venv.create(place, with_pip=True)
        pins = str(ROOT / "requirements" / "benchmark-search.txt")
        _run(str(python), "-m", "pip", "install", "-q", "--no-deps", "-r", pins)
    command = [str(python), "-m", "pagefind", "--site", str(site), "--quiet"]
    _run(*command, "--root-selector", "article.md-content__inner")


def _run(*command: str) -> None:
    subprocess.run(command, check=True)  # noqa: S603, commands of this file

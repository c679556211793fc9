"""mkdocs-to-pdf and mkdocs-with-pdf on the same Markdown, each in an environment of its own."""

import dataclasses as dc
import os
import subprocess
import venv
from pathlib import Path

import pikepdf
from print_measure import Run, run

# With `cover: false` mkdocs-with-pdf 0.9.3 stops: it asks for a title that it did not take.
_CONFIG = """site_name: The same pages
theme: {{name: material, font: false}}
markdown_extensions: [admonition, attr_list, def_list, footnotes, md_in_html, tables]
plugins:
  - {plugin}: {{output_path: pdf/document.pdf, cover: true}}
"""


@dc.dataclass(frozen=True, slots=True)
class Rival:
    """A plugin and what has to be installed for it."""

    name: str
    packages: tuple[str, ...]

    @property
    def plugin(self) -> str:
        """Its name in mkdocs.yml."""
        return self.name.removeprefix("mkdocs-")


RIVALS = (
    Rival("mkdocs-to-pdf", ("mkdocs-to-pdf==0.12.1", "weasyprint==70.0")),
    # Its last version is of 2021: newer WeasyPrints and pydyfs have lost what it calls.
    Rival("mkdocs-with-pdf", ("mkdocs-with-pdf==0.9.3", "weasyprint==61.2", "pydyf==0.10.0")),
)


def print_with(rival: Rival, pages: Path, work: Path) -> tuple[Run, int]:
    """Print the Markdown of a folder; return what it took and the number of pages."""
    home = work / rival.name
    python = home / "venv" / "bin" / "python"
    if not python.is_file():
        venv.create(home / "venv", with_pip=True)
    command = [str(python), "-m", "pip", "install", "--quiet", "mkdocs==1.6.1", "mkdocs-material"]
    got = subprocess.run(  # noqa: S603  (fixed names)
        [*command, *rival.packages], check=False, capture_output=True, text=True
    )
    if got.returncode:
        return Run(0, 0, 0, f"cannot be installed: {got.stderr[-300:]}"), 0
    (home / "mkdocs.yml").write_text(_CONFIG.format(plugin=rival.plugin), "utf-8")
    link = home / "docs"
    link.unlink(missing_ok=True)  # an earlier run's pages are gone
    link.symlink_to(pages, target_is_directory=True)
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": ""}
    took = run([str(python), "-m", "mkdocs", "build", "--clean"], home, environment)
    made = home / "site" / "pdf" / "document.pdf"
    if not made.is_file():
        return dc.replace(took, failed=took.failed or "it made no PDF"), 0
    with pikepdf.open(made) as pdf:
        return took, len(pdf.pages)

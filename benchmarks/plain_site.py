"""The same pages for plain MkDocs with Material and static-i18n.

The stack gets the composed Markdown in English in all its languages, as it cannot compose or
translate; what our kinds of blocks are becomes a `<div markdown>`, as one would write it for it.
"""

import re
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

from manualkit.model.language import language
from manualkit.site import SitePlan

_OPENED = re.compile(r"^:::+ *([\w-]+) *(?:\{(.*)\})? *$", re.MULTILINE)
_CLOSED = re.compile(r"^:::+ *$", re.MULTILINE)
_NAME = re.compile(r"#([\w-]+)")
_MINUTES = re.compile(r' (?:minutes|step|after|until)="[^"]*"')
_SETTINGS = """site_name: The same pages
theme: {{name: material, font: false}}
markdown_extensions: [attr_list, md_in_html, tables]
plugins:
  - search
  - i18n:
      docs_structure: folder
      languages:
{locales}
"""


def lay_out_plain(plan: SitePlan, place: Path) -> None:
    """Write every page of every edition in every language, and a `mkdocs.yml` for each edition."""
    for manifest in plan.editions:
        edition = manifest.edition
        composed = plan.root / "build" / "editions" / edition.id
        docs = place / edition.id / "docs"
        for code in edition.languages:
            shutil.copytree(composed / "images", docs / code / "images")
            for page in manifest.pages:
                text = (composed / "pages" / f"{page.path}.md").read_text("utf-8")
                target = docs / code / f"{page.path}.md"
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_text(_plain(text), "utf-8")
        settings = _SETTINGS.format(locales="\n".join(map(_locale, edition.languages)))
        (place / edition.id / "mkdocs.yml").write_text(settings, "utf-8")


def plain_commands(place: Path) -> Iterator[list[str]]:
    """Yield the command that builds each edition."""
    for settings in sorted(place.glob("*/mkdocs.yml")):
        yield [sys.executable, "-m", "mkdocs", "build", "-q", "-f", str(settings)]


def _plain(text: str) -> str:
    return _CLOSED.sub("\n</div>\n", _OPENED.sub(_opened, _MINUTES.sub("", text)))


def _opened(found: re.Match[str]) -> str:
    name = _NAME.search(found[2] or "")
    own = f' id="{name[1]}"' if name else ""
    return f'\n<div class="block {found[1]}"{own} markdown>\n'


def _locale(code: str) -> str:
    first = ", default: true" if code == "en" else ""
    return f"        - {{locale: {code}, name: {language(code).name}, build: true{first}}}"

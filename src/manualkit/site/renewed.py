"""What an old page is given anew: help at once as it is today, and no sheet that may be wrong."""

import re
from functools import cache
from pathlib import Path

import jinja2
from markupsafe import Markup

from manualkit.model.manifest import Manifest
from manualkit.site.care import Care, help_lines, leave_text
from manualkit.site.texts import NO_TEXT, Text, Texts
from manualkit.site.versions import NO_CARE

_SHEET = r'<a\b[^<>]*\bhref="[^"<>]*\.pdf"[^<>]*>(?:[^<]|</?(?:b|bdi|small|span)\b[^<>]*>)*</a>'
_TOOLS = re.compile(rf"(?:<li>\s*{_SHEET}\s*</li>\s*)+")
_SHEETS = re.compile(rf'<template class="old-sheets">.*?</template>|{_SHEET}', re.DOTALL)
_GONE = Markup('<template class="old-sheets">{}</template>')
"""The links as they were stay in the page, where no reader meets them: so they can be proved."""
_TOOL = Markup('<li><a class="tool" href="{}">{}</a></li>')
_LINK = Markup('<a href="{}">{}</a>')


def care_bar(root: Path, manifest: Manifest, texts: Texts, contacts: str) -> str:
    """Return the care bar of today; `contacts` is the way to the page of all contacts."""
    leave_to = manifest.edition.site.leave_to
    care = Care(
        policy="",
        noindex=True,
        tab_title=NO_TEXT,
        lines=tuple(help_lines(manifest, texts)),
        all_contacts=contacts,
        leave_to=leave_to,
        leave_opens=leave_text(texts, leave_to),
    )
    page = _partials(root).get_template("care.html").render(manual={"care": care, "text": texts})
    return "\n".join(line.strip() for line in page.splitlines() if line.strip())


@cache
def _partials(root: Path) -> jinja2.Environment:
    return jinja2.Environment(
        loader=jinja2.FileSystemLoader(root / "templates" / "site" / "theme" / "partials"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=jinja2.StrictUndefined,
    )


def with_care(text: str, care: str, name: str) -> str:
    """Return a kept page with a care bar.

    Raises:
        ValueError: it has no place for it.
    """
    if NO_CARE not in text:  # an old page without help would be worse than none
        raise ValueError(f"{name}: no place for help at once")
    return text.replace(NO_CARE, care, 1)


def without_sheets(text: str, newest: str, said: Text) -> str:
    """Return a page that offers no PDF: in the place of each stands the way to the newest page."""

    def led(found: re.Match[str], link: Markup) -> str:
        shown = Markup(found[0])  # noqa: S704  (what stood in a page of ours)
        return shown if shown.startswith("<template") else _GONE.format(shown) + link

    tool, link = _TOOL.format(newest, said), _LINK.format(newest, said)
    text = _TOOLS.sub(lambda found: led(found, tool), text)
    return _SHEETS.sub(lambda found: led(found, link), text)

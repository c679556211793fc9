"""The print templates: HTML and CSS by Jinja, from `templates/pdf/`."""

import base64
import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import jinja2
from jinja2.sandbox import SandboxedEnvironment

_COUNTER = re.compile(r"\{(page|pages)\}")
_SHEETS = (
    "base.css",
    "blocks.css",
    "forms.css",
    "checklist.css",
    "cards.css",
    "record.css",
    "pairs.css",
    "online.css",
    "variants.css",
)
"""The parts that are the same for every language; `page.css.j2` is made for each."""


@cache
def environment(folder: Path) -> SandboxedEnvironment:
    """Return the environment of the templates: trusted text of ours, in the normal sandbox."""
    made = SandboxedEnvironment(
        loader=jinja2.FileSystemLoader(folder),
        undefined=jinja2.StrictUndefined,
        autoescape=jinja2.select_autoescape(("html", "html.j2", "svg.j2")),
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters["data_svg"] = data_svg
    made.filters["page_number"] = page_number
    made.filters["css_string"] = css_string
    made.filters["target_page"] = target_page
    return made


def style_sheet(folder: Path, values: Mapping[str, object]) -> str:
    """Return the whole CSS of a document."""
    parts = [(folder / name).read_text(encoding="utf-8") for name in _SHEETS]
    page = environment(folder).get_template("page.css.j2").render(values)
    return "\n".join([*parts, page])


def data_svg(svg: str) -> str:
    """Return a picture as a data address."""
    return f"data:image/svg+xml;base64,{base64.b64encode(svg.encode()).decode()}"


def page_number(text: str, digits: str) -> str:
    """Return "Page {page} of {pages}" as a value of the CSS property `content`."""
    counters = {"page": f"counter(page, {digits})", "pages": f"counter(pages, {digits})"}
    pieces = _COUNTER.split(text)
    return " ".join(
        counters[piece] if place % 2 else css_string(piece) for place, piece in enumerate(pieces)
    )


def target_page(text: str, attribute: str, digits: str) -> str:
    """Return "page {page}" as a value of `content`, for the page that an attribute points at."""
    before, _, behind = text.partition("{page}")
    counter = f"target-counter(attr({attribute}), page, {digits})"
    return f"{css_string(before)} {counter} {css_string(behind)}"


def css_string(text: str) -> str:
    """Return `text` as a string of CSS."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", " ")
    return f'"{escaped}"'

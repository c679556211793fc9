"""Render one composed page outside MkDocs: for the PDFs, for extraction and for tests."""

import html
import re
from collections.abc import Iterator
from typing import Any, Final

import markdown

from manualkit.markdown.extension import ManualExtension
from manualkit.model.rendition import Heading, RenderContext, RenderedPage

EXTENSIONS: Final[list[str]] = [
    "abbr",
    "admonition",
    "attr_list",
    "def_list",
    "footnotes",
    "md_in_html",
    "sane_lists",
    "tables",
    "toc",
    "pymdownx.caret",
    "pymdownx.details",
    "pymdownx.keys",
    "pymdownx.mark",
    "pymdownx.superfences",
    "pymdownx.tabbed",
    "pymdownx.tasklist",
    "pymdownx.tilde",
]
"""What a page may use besides our own blocks; `mkdocs.yml` lists the same."""

EXTENSION_CONFIGS: Final[dict[str, dict[str, Any]]] = {
    "footnotes": {"BACKLINK_TITLE": "Back to the text"},
    "pymdownx.tabbed": {"alternate_style": True},
    "pymdownx.tasklist": {"custom_checkbox": True},
}
"""Their settings; `mkdocs.yml` has the same."""

_FRONT_MATTER = re.compile(r"\A---[ \t]*\n.*?\n---[ \t]*(?:\n|\Z)", re.DOTALL)


def render_page(text: str, context: RenderContext) -> RenderedPage:
    """Render a composed page, with or without its front matter, in the language of `context`."""
    extension = ManualExtension(lambda: context)
    converter = markdown.Markdown(
        extensions=[*EXTENSIONS, extension], extension_configs=EXTENSION_CONFIGS
    )
    body = converter.convert(_without_front_matter(text))
    headings = tuple(_headings(getattr(converter, "toc_tokens", [])))
    return RenderedPage(
        html=body,
        title=headings[0].text if headings else "",
        headings=headings,
        messages=extension.last.messages,
        untranslated=extension.last.untranslated,
    )


def _without_front_matter(text: str) -> str:
    """Blank the head of the page, so that line numbers stay those of the file."""
    head = _FRONT_MATTER.match(text)
    return text if head is None else "\n" * head[0].count("\n") + text[head.end() :]


def _headings(tokens: list[dict[str, Any]]) -> Iterator[Heading]:
    for token in tokens:
        yield Heading(token["id"], html.unescape(token["name"]), token["level"])
        yield from _headings(token["children"])

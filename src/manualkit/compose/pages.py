"""A page of the edition → its finished Markdown, through a template of `templates/pages/`."""

import dataclasses as dc
import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import jinja2
from jinja2.sandbox import SandboxedEnvironment

from manualkit.compose.blocks import BlockWriter
from manualkit.compose.contacts import emergency_contacts
from manualkit.compose.course import course_day
from manualkit.compose.observers import observer_card
from manualkit.compose.stories import scenes_of, story_blocks
from manualkit.compose.strategies import linked, ways_of
from manualkit.model.block import Block, Kind
from manualkit.model.finding import Finding, Location
from manualkit.model.links import Signposts, link_from
from manualkit.model.page import Page
from manualkit.model.sheet import Sheet

_NUMBERED = ("session", "poster")
"""Kinds of pages whose steps are numbered."""
_BLANK_LINES = re.compile(r"\n{3,}")
_MARKS = re.compile(r"[!-+\-/:<-@\[-`{-~]")
"""Everything that means something to Markdown, to HTML or to the facts."""


@dc.dataclass(frozen=True, slots=True)
class ComposedPage:
    """A page's Markdown and what the manifest says of it."""

    path: str
    kind: str
    title: str
    markdown: str
    blocks: tuple[Block, ...] = ()
    summary: str = ""
    page: Page | None = None
    steps: tuple[str, ...] = ()
    """Of a strategy: the steps that teach or review it."""
    sheet: Sheet | None = None
    """A fidelity checklist as data."""


@cache
def page_templates(folder: Path) -> SandboxedEnvironment:
    """Return the environment of the page templates: trusted text of ours, in the sandbox."""
    environment = SandboxedEnvironment(
        loader=jinja2.FileSystemLoader(folder),
        undefined=jinja2.StrictUndefined,
        autoescape=False,  # the output is Markdown; the HTML is sanitised behind it
        trim_blocks=True,
        lstrip_blocks=True,
        comment_start_string="{\x00#",
        comment_end_string="#\x00}",
    )
    environment.filters["cell"] = cell
    environment.filters["literal"] = literal
    return environment


def cell(value: object) -> str:
    """Return a value for a cell of a Markdown table."""
    return " ".join(str(value).split()).replace("|", "\\|")


def literal(text: str) -> str:
    """Return a text that is shown as it was typed, in Markdown and in HTML."""
    return _MARKS.sub(lambda found: f"&#{ord(found[0])};", text)


class PageComposer:
    """Composes the pages of one edition."""

    def __init__(self, writer: BlockWriter, templates: SandboxedEnvironment) -> None:
        self.writer = writer
        self._templates = templates
        self._signposts = Signposts(writer.edition)

    def compose(self, page: Page) -> ComposedPage:
        """Return a page that people wrote."""
        if page.head.picture:
            self._check_picture(page, page.head.picture)
        blocks = tuple(self._filled(block, page) for block in self._expanded(page))
        title = self.writer.text(page.title, page.location)
        summary = self.writer.text(page.head.summary, page.location)
        values = {
            "head": page.head.model_dump() | {"title": title, "summary": summary},
            "blocks": self._numbered(page, blocks),
            "picture": self.writer.edition.pictures.get(page.head.picture or ""),
            "minutes": page.minutes,
            "steps": sum(block.minutes is not None for block in blocks),
            "emergency": emergency_contacts(self.writer.edition),
            "alternatives": [self._alternative(page, path) for path in page.alternatives],
            "day": course_day(self.writer, page),
        }
        ways = ways_of(page, self.writer.edition)
        values["ways"] = [self._way(page, *way) for way in ways]
        markdown = self.render(page.head.kind, page.path, values)
        taught = tuple(step.id for _, steps in ways for step in steps)
        return ComposedPage(
            page.path, page.head.kind, title, markdown, blocks, summary, page, steps=taught
        )

    def _way(self, strategy: Page, page: Page, steps: tuple[Block, ...]) -> tuple[Any, ...]:
        """Return title and link of a session, and those of its steps that teach a strategy."""
        title = self.writer.text(page.title, page.location)
        named = [(self.writer.filled(step).title, linked(strategy, page, step)) for step in steps]
        return title, linked(strategy, page), named

    def _filled(self, block: Block, page: Page) -> Block:
        """Return a block with its words, and its links led to where they lead from this page."""
        filled = self.writer.filled(block)
        return dc.replace(filled, text=self._signposts.led(filled.text, block, page))

    def _alternative(self, page: Page, path: str) -> tuple[str, str]:
        """Return title and link of a page that one may choose instead of this one."""
        other = self.writer.edition.pages[path]
        return self.writer.text(other.title, other.location), link_from(page.path, path)

    def render(self, kind: str, path: str, values: Mapping[str, Any]) -> str:
        """Return the Markdown of a page of a kind."""
        slug = path.replace("/", "-")
        terms = self.writer.edition.terms.values()
        words = {placed.value.id: placed.value.forms["singular"] for placed in terms}
        template = self._templates.get_template(f"{kind}.md.j2")
        try:
            text = template.render(values, slug=slug, path=path, words=words)
        except jinja2.UndefinedError as error:
            message = f"The pages of the kind {kind} need something that is missing: {error}."
            hint = "Add the term to docs/terms.yml, or mend the template."
            where = Location(f"templates/pages/{kind}.md.j2")
            self.writer.findings.append(Finding("template-word", where, message, hint))
            return ""
        return _BLANK_LINES.sub("\n\n", text.strip("\n")) + "\n"

    def _check_picture(self, page: Page, name: str) -> None:
        if name not in self.writer.edition.pictures:
            message, hint = f'There is no picture "{name}".', "See docs/images/pictures.yml."
            finding = Finding("unknown-picture", Location(page.location.file), message, hint)
            self.writer.findings.append(finding)

    def _expanded(self, page: Page) -> list[Block]:
        source = scenes_of(page) if page.head.case_study else page.blocks
        blocks: list[Block] = []
        for block in source:
            if block.kind is Kind.STORY:
                blocks += story_blocks(block, self.writer)
            else:
                is_observer = block.kind is Kind.OBSERVER_CARD
                blocks.append(observer_card(block, self.writer) if is_observer else block)
        return blocks

    def _numbered(self, page: Page, blocks: tuple[Block, ...]) -> list[str]:
        """Return the blocks as Markdown; steps are numbered in a session and on a poster."""
        texts, number = [], 0
        for block in blocks:
            counts = (
                page.head.kind in _NUMBERED and block.kind is Kind.STEP and block.level == 2  # noqa: PLR2004
            )
            number += counts
            texts.append(self.writer.markdown(block, number if counts else None))
        return texts

"""One edition → pages and manifest."""

import dataclasses as dc
from collections.abc import Mapping
from pathlib import Path

from manualkit.compose.blocks import BlockWriter
from manualkit.compose.facts import facts_of, unknown_facts
from manualkit.compose.finding_ways import finding_pages
from manualkit.compose.generated import generated_pages
from manualkit.compose.kits import kits_of, kits_page
from manualkit.compose.manifest import write_manifest
from manualkit.compose.news_page import news_page, with_news_page
from manualkit.compose.pages import ComposedPage, PageComposer, page_templates
from manualkit.compose.record_page import record_page, with_record_page
from manualkit.compose.words import Words
from manualkit.model.edition import Edition
from manualkit.model.finding import Finding
from manualkit.model.manifest import Manifest
from manualkit.model.page import duplicate_ids


@dc.dataclass(frozen=True, slots=True)
class Composition:
    """What stands in `build/editions/<edition>/`."""

    manifest: Manifest
    pages: Mapping[str, str]
    """Markdown by page path."""
    images: Mapping[str, str]
    """File name to its path from the project's top folder."""


def compose(edition: Edition, templates: Path) -> tuple[Composition, list[Finding]]:
    """Compose an edition with the page templates of a folder (`templates/pages/`)."""
    edition = with_news_page(with_record_page(edition))
    words = Words(
        {name: placed.value for name, placed in edition.terms.items()},
        {"edition": {"id": edition.id}},
    )
    facts = facts_of(edition)
    writer = BlockWriter(edition, words, facts)
    composer = PageComposer(writer, page_templates(templates))
    composed = {page.path: composer.compose(page) for page in edition.pages.values()}
    composed |= {page.path: page for page in generated_pages(edition, composer)}
    composed |= {page.path: page for page in finding_pages(edition, composer)}
    composed |= {page.path: page for page in record_page(edition, composed, composer)}
    composed |= {page.path: page for page in news_page(edition, composed, composer)}
    kits = kits_of(edition, composed, composer)
    composed |= kits_page(kits, composed, composer)
    ordered = _reading_order(edition, composed)
    images = {placed.picture.file: placed.path for placed in edition.pictures.values()}
    composition = Composition(
        manifest=write_manifest(edition, ordered, facts, kits),
        pages={page.path: page.markdown for page in ordered},
        images=images,
    )
    for change in edition.local_texts:
        writer.findings += unknown_facts(change.text, facts, change.location)
    twice = duplicate_ids(block for page in ordered for block in page.blocks)
    return composition, [*words.findings, *writer.findings, *twice]


def _reading_order(edition: Edition, pages: Mapping[str, ComposedPage]) -> list[ComposedPage]:
    """Return the home page and then the pages in the order of the contents."""
    paths = ["index", *(path for section in edition.nav for path in section.pages)]
    return [pages[path] for path in paths if path in pages]

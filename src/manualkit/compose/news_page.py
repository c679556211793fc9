"""What changed and what was recalled, as a page of the manual: in words of a helper."""

import dataclasses as dc
from collections.abc import Iterator, Mapping

from manualkit.compose.pages import ComposedPage, PageComposer
from manualkit.model.edition import Edition
from manualkit.model.manual import NavSection

PATH = "news"
TITLE = "What changed"


def with_news_page(edition: Edition) -> Edition:
    """Return the edition with its news in the contents, behind what it says about itself."""
    if not (edition.releases or edition.recalls):
        return edition
    nav = [
        section.model_copy(update={"pages": [*section.pages, PATH]})
        if "about" in section.pages
        else section
        for section in edition.nav
    ]
    if not any(PATH in section.pages for section in nav):
        nav.append(NavSection(title=TITLE, pages=[PATH]))
    return dc.replace(edition, nav=tuple(nav))


def news_page(
    edition: Edition, pages: Mapping[str, ComposedPage], composer: PageComposer
) -> Iterator[ComposedPage]:
    """Yield the page, if there is anything to tell: recalls first, then the newest release."""
    if not (edition.releases or edition.recalls):
        return
    recalls = sorted((p.value for p in edition.recalls), key=lambda r: r.date, reverse=True)
    values = {
        "title": TITLE,
        "recalls": recalls,
        "releases": [placed.value for placed in reversed(edition.releases)],
        "titles": {path: page.title for path, page in pages.items()},
    }
    yield ComposedPage(PATH, "news", TITLE, composer.render("news", PATH, values))

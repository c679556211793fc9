"""The page of the kits: what is printed together for a day, a session, a person."""

from collections.abc import Mapping

from manualkit.compose.pages import ComposedPage, PageComposer
from manualkit.model.edition import Edition
from manualkit.model.kits import Kit
from manualkit.model.links import link_from

KITS = "kits"
"""Its path, which is its kind too."""


def kits_of(
    edition: Edition, pages: Mapping[str, ComposedPage], composer: PageComposer
) -> list[Kit]:
    """Return the kits in the words of the context.

    An edition that lacks one of a kit's pages lacks the kit: half would be taken for the whole.
    """
    return [
        Kit(
            id=placed.value.id,
            title=composer.writer.text(placed.value.title, placed.at("title")),
            about=composer.writer.text(placed.value.about, placed.at("about")),
            sheets=placed.value.sheets,
        )
        for placed in edition.kits
        if all(sheet.page in pages for sheet in placed.value.sheets)
    ]


def kits_page(
    kits: list[Kit], pages: Mapping[str, ComposedPage], composer: PageComposer
) -> dict[str, ComposedPage]:
    """Return the page by its path; nothing if there are no kits."""
    if not kits:
        return {}
    values = {
        "title": "Kits to print",
        "kits": [(kit, _rows(kit, pages)) for kit in kits],
    }
    made = ComposedPage(KITS, KITS, "Kits to print", composer.render(KITS, KITS, values))
    return {KITS: made}


def _rows(kit: Kit, pages: Mapping[str, ComposedPage]) -> list[tuple[str, str, int]]:
    """Return title, link and copies of each sheet."""
    return [
        (pages[sheet.page].title, link_from(KITS, sheet.page, ""), sheet.copies)
        for sheet in kit.sheets
    ]

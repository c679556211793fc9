"""The kits of an edition: the sheets that it has, with its numbers and words; and their page."""

from collections.abc import Iterable, Iterator, Mapping

from manualkit.compose.course import session_numbers, with_parts
from manualkit.compose.pages import ComposedPage, PageComposer
from manualkit.model.edition import Edition
from manualkit.model.kit import KITS, Kit
from manualkit.model.links import link_from
from manualkit.model.page import with_number
from manualkit.model.project import Placed

_TITLE = "Kits to print"


def kits_of(edition: Edition, composer: PageComposer) -> list[Kit]:
    """Return the kits that have a sheet in this edition."""
    found = (_kit(edition, placed, composer) for placed in edition.kits)
    return [kit for kit in found if kit is not None]


def _kit(edition: Edition, placed: Placed[Kit], composer: PageComposer) -> Kit | None:
    """Return a kit with an edition's pages; of a session that was spread, with all its parts."""
    kit, known, say = placed.value, edition.sheets(), composer.writer.text
    sheets = [
        sheet.model_copy(update={"page": path})
        for sheet in kit.sheets
        for path in with_parts(edition, sheet.page)
        if path in known
    ]
    if not sheets:
        return None
    of_checklists = {f"checklists/{c.value.id}": c.value.session for c in edition.checklists}
    pages = [of_checklists.get(sheet.page, sheet.page) for sheet in sheets]
    number = session_numbers(edition, pages)
    title = say(with_number(kit.title, number), placed.at("title"))
    summary = say(kit.summary, placed.at("summary"))
    return kit.model_copy(update={"title": title, "summary": summary, "sheets": sheets})


def kits_page(
    kits: Iterable[Kit], pages: Mapping[str, ComposedPage], composer: PageComposer
) -> Iterator[ComposedPage]:
    """Yield the page that offers the kits, if there are any."""
    rows = [
        (kit, [(pages[s.page].title, link_from(KITS, s.page), s.copies) for s in kit.sheets])
        for kit in kits
    ]
    if rows:
        values = {"title": _TITLE, "kits": rows}
        yield ComposedPage(KITS, KITS, _TITLE, composer.render(KITS, KITS, values))

"""Kits: their pages have sheets, and participants find the numbers to call first and last."""

from collections.abc import Iterator, Mapping

from manualkit.model.edition import Edition
from manualkit.model.finding import Finding, did_you_mean
from manualkit.model.kit import Kit
from manualkit.model.page import PageKind
from manualkit.model.project import Placed


def kit_findings(edition: Edition) -> Iterator[Finding]:
    """Yield a finding for each page without a sheet and each pack without its cards.

    What a context took out of the core drops out of the core's kits by itself.
    """
    sheets = edition.sheets()
    for placed in edition.kits:
        if _is_own(edition, placed):
            yield from _pages(placed, sheets)
        if placed.value.for_participants:
            yield from _cards(placed, sheets)


def _is_own(edition: Edition, placed: Placed[Kit]) -> bool:
    folder = f"adaptations/{edition.id}/" if edition.adaptation else "docs/"
    return placed.source.file.startswith(folder)


def _pages(placed: Placed[Kit], sheets: Mapping[str, PageKind]) -> Iterator[Finding]:
    for number, sheet in enumerate(placed.value.sheets):
        if sheet.page not in sheets:
            where = placed.at("sheets", number, "page")
            message = f'There is no page "{sheet.page}" that has a sheet.'
            hint = did_you_mean(sheet.page, sheets, "Write the path of a page that is printed.")
            yield Finding("kit-page", where, message, hint)


def _cards(placed: Placed[Kit], sheets: Mapping[str, PageKind]) -> Iterator[Finding]:
    kinds = [sheets[sheet.page] for sheet in placed.value.sheets if sheet.page in sheets]
    if not kinds or {kinds[0], kinds[-1]} != {PageKind.CRISIS_CARD} or len(kinds) == 1:
        message = f'The kit "{placed.value.id}" does not begin and end with the card with numbers.'
        hint = "Participants need the numbers first and last: name the crisis card in both places."
        yield Finding("kit-crisis-card", placed.at("sheets"), message, hint)

"""Kits hold sheets of pages that the core manual has."""

from collections.abc import Collection, Iterator, Sequence

from manualkit.model.finding import Finding, did_you_mean
from manualkit.model.kits import Kit
from manualkit.model.project import Placed

_ANY = "Write the path of a page that has a sheet, as it stands in the contents of manual.yml."
_CARD = "Write the page of the crisis card as the first sheet and as the last."
_WITHOUT_SHEETS = frozenset({"about", "find", "index", "kits", "words"})
"""Pages that are not printed by themselves."""


def kit_findings(
    kits: Sequence[Placed[Kit]], paths: Collection[str], cards: Collection[str]
) -> Iterator[Finding]:
    """Yield a finding for each sheet of a page that is not there or is not printed by itself.

    What people take home begins and ends with one of the crisis `cards`: found at once.
    """
    known = sorted(set(paths) - _WITHOUT_SHEETS)
    for placed in kits:
        sheets = placed.value.sheets
        if placed.value.taken_home and not {sheets[0].page, sheets[-1].page} <= {*cards}:
            message = (
                f'People take "{placed.value.id}" home, and no crisis card begins and ends it.'
            )
            yield Finding("kit-crisis-card", placed.at("sheets"), message, _CARD)
        for number, sheet in enumerate(placed.value.sheets):
            if sheet.page not in known:
                where = placed.at("sheets", number, "page")
                message = f'There is no sheet of the page "{sheet.page}".'
                hint = did_you_mean(sheet.page, known, _ANY)
                yield Finding("kit-page", where, message, hint)

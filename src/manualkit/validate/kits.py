"""Kits hold sheets of pages that the core manual has."""

from collections.abc import Collection, Iterator, Sequence

from manualkit.model.finding import Finding, did_you_mean
from manualkit.model.kits import Kit
from manualkit.model.project import Placed

_ANY = "Write the path of a page that has a sheet, as it stands in the contents of manual.yml."
_WITHOUT_SHEETS = frozenset({"about", "find", "index", "kits", "words"})
"""Pages that are not printed by themselves."""


def kit_findings(kits: Sequence[Placed[Kit]], paths: Collection[str]) -> Iterator[Finding]:
    """Yield a finding for each sheet of a page that is not there or is not printed by itself."""
    known = sorted(set(paths) - _WITHOUT_SHEETS)
    for placed in kits:
        for number, sheet in enumerate(placed.value.sheets):
            if sheet.page not in known:
                where = placed.at("sheets", number, "page")
                message = f'There is no sheet of the page "{sheet.page}".'
                hint = did_you_mean(sheet.page, known, _ANY)
                yield Finding("kit-page", where, message, hint)

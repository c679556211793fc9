"""Kits have ids of their own: the command line, the file and the site name them by it."""

from collections.abc import Iterable, Iterator

from manualkit.model.finding import Finding
from manualkit.model.kit import Kit
from manualkit.model.project import Placed


def kit_ids(kits: Iterable[Placed[Kit]]) -> Iterator[Finding]:
    """Yield a finding for each id that two kits of one file share."""
    seen: set[str] = set()
    for placed in kits:
        if placed.value.id in seen:
            message = f'The id "{placed.value.id}" is used twice.'
            hint = "Give one of the kits another id."
            yield Finding("id-twice", placed.at("id"), message, hint)
        seen.add(placed.value.id)

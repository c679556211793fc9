"""Difficult moments lead to blocks of the core."""

from collections.abc import Iterator, Sequence

from manualkit.model.finding import Finding, Location, did_you_mean
from manualkit.model.page import Page
from manualkit.model.project import Placed
from manualkit.model.wayfinding import Difficulty

_ANY = "Write the id of a block: it stands behind # in its fence or heading."


def difficulty_findings(
    difficulties: Sequence[Placed[Difficulty]], pages: Sequence[Page]
) -> Iterator[Finding]:
    """Yield a finding for each name that is no block's, or that stands twice in one moment."""
    known = [block.id for page in pages for block in page.blocks if block.id]
    for placed in difficulties:
        named: set[str] = set()
        for index, name in enumerate(placed.value.blocks):
            where = placed.at("blocks", index)
            if name not in known:
                yield _unknown(name, known, where)
            elif name in named:
                message = f'The block "{name}" stands here twice.'
                yield Finding("block-named-twice", where, message, "Keep one of them.")
            named.add(name)


def _unknown(name: str, known: Sequence[str], where: Location) -> Finding:
    message = f'The core manual has no block "{name}".'
    return Finding("unknown-block", where, message, did_you_mean(name, known, _ANY))

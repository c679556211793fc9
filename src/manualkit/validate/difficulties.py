"""Difficult moments lead to blocks of the core."""

from collections.abc import Iterator, Sequence

from manualkit.model.finding import Finding
from manualkit.model.page import Page
from manualkit.model.project import Placed
from manualkit.model.wayfinding import Difficulty
from manualkit.validate.names import Names

_ANY = "Write the id of a block: it stands behind # in its fence or heading."


def difficulty_findings(
    difficulties: Sequence[Placed[Difficulty]], pages: Sequence[Page]
) -> Iterator[Finding]:
    """Yield a finding for each name that is no block's, or that stands twice in one moment."""
    known = [block.id for page in pages for block in page.blocks if block.id]
    blocks = Names("block", known, "The core manual has no block", _ANY)
    for placed in difficulties:
        key = (*placed.key, "blocks")
        yield from blocks.findings(placed.value.blocks, placed.source, key)

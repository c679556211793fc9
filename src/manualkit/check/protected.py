"""Every locked block of the core stands in the edition, as typed; safety blocks stand alone."""

from collections.abc import Iterator
from itertools import pairwise

from manualkit.model.block import Lock
from manualkit.model.edition import Edition
from manualkit.model.finding import Finding


def protected_findings(edition: Edition) -> Iterator[Finding]:
    """Yield a finding for each locked block that is not there, or not as the core has it.

    `adapt` refuses such changes one by one; this looks at the result, whatever led to it.
    """
    blocks = edition.blocks()
    for core in edition.core_blocks.values():
        if not core.locked:
            continue
        here = blocks.get(core.id)
        hint = "Report this: the toolkit should have refused the change that did it."
        if here is None:
            message = f'The {core.lock} block "{core.id}" is missing in "{edition.id}".'
            yield Finding("protected-missing", core.location, message, hint)
        elif (here[1].digest, here[1].lock) != (core.digest, core.lock):
            message = f'The {core.lock} block "{core.id}" differs in "{edition.id}".'
            yield Finding("protected-changed", here[1].location, message, hint)
    yield from _beside_safety(edition)


def _beside_safety(edition: Edition) -> Iterator[Finding]:
    """Yield a finding for each block of the context that touches a safety block."""
    for page in edition.pages.values():
        for one, other in pairwise(page.blocks):
            for safe, beside in ((one, other), (other, one)):
                added = beside.change and beside.id not in edition.core_blocks
                if safe.lock is Lock.SAFETY and added:
                    message = f'The added block "{beside.id}" touches the safety block "{safe.id}".'
                    hint = "Add your text somewhere else."
                    yield Finding("safety-surroundings", beside.location, message, hint)

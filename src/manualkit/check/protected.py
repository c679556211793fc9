"""Every core and safety block of the core stands in the edition, as typed."""

from collections.abc import Iterator

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

"""Every locked block of the core stands in the edition, as typed; safety blocks stand alone.

`adapt` refuses changes that break this, one by one; here the result is looked at, whatever led to
it.
"""

from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import Final

from manualkit.model.block import Block, Lock
from manualkit.model.edition import Edition
from manualkit.model.finding import Finding

_REPORT: Final = "Report this: the toolkit should have refused the change that did it."


def protected_findings(edition: Edition) -> Iterator[Finding]:
    """Yield a finding for each locked block that is not there, or not as the core has it."""
    blocks = edition.blocks()
    for core in edition.core_blocks.values():
        if not core.locked:
            continue
        here = blocks.get(core.id)
        if here is None:
            message = f'The {core.lock} block "{core.id}" is missing in "{edition.id}".'
            yield Finding("protected-missing", core.location, message, _REPORT)
        elif (here[1].digest, here[1].lock) != (core.digest, core.lock):
            message = f'The {core.lock} block "{core.id}" differs in "{edition.id}".'
            yield Finding("protected-changed", here[1].location, message, _REPORT)
    yield from _locked_by_nobody(edition)
    yield from _copies(edition)
    yield from _safety_order(edition)
    yield from _beside_safety(edition)


def _locked_by_nobody(edition: Edition) -> Iterator[Finding]:
    """Yield a finding for each block that looks locked and is neither the core's nor a copy."""
    seen: set[str] = set()
    for page in edition.pages.values():
        for block in page.blocks:
            if block.locked and not block.copy_of:
                if block.id not in edition.core_blocks or block.id in seen:
                    message = (
                        f'The block "{block.id}" looks like a {block.lock} block, but is none.'
                    )
                    yield Finding("protected-false", block.location, message, _REPORT)
                seen.add(block.id)


def _copies(edition: Edition) -> Iterator[Finding]:
    """Yield a finding for each copy that says something else than what it is a copy of."""
    blocks = edition.blocks()
    for _, block in blocks.values():
        if not block.copy_of:
            continue
        _, original = blocks.get(block.copy_of, (None, None))
        if not block.locked and (original is None or original.location != block.location):
            continue  # an adaptable copy has got words of its own since
        if original is None or _words(original) != _words(block):
            message = f'"{block.id}" is no true copy of "{block.copy_of}".'
            yield Finding("copy-differs", block.location, message, _REPORT)
        elif block.lock is Lock.SAFETY:
            message = f'"{block.id}" is a copy of a safety block.'
            yield Finding("safety-copied", block.location, message, _REPORT)


def _words(block: Block) -> tuple[object, ...]:
    return (block.digest, block.lock, block.kind, dict(block.options))


def _safety_order(edition: Edition) -> Iterator[Finding]:
    """Yield a finding for each page whose safety blocks do not stand as in the core."""
    core: dict[str, list[Block]] = {}
    for block in edition.core_blocks.values():
        core.setdefault(block.location.file, []).append(block)
    standing = {
        block.id: (page.path, number)
        for page in edition.pages.values()
        for number, block in enumerate(page.blocks)
    }
    for blocks in core.values():
        safety = [block for block in blocks if block.lock is Lock.SAFETY and block.id in standing]
        places = [standing[block.id] for block in safety]
        if places != sorted(places) or len({path for path, _ in places}) > 1:
            message = f'The safety blocks of "{safety[0].location.file}" are in another order.'
            yield Finding("safety-moved", safety[0].location, message, _REPORT)
        for one, other in pairwise(blocks):
            if {one.lock, other.lock} == {Lock.SAFETY} and _apart(one, other, standing):
                message = f'"{one.id}" and "{other.id}" do not stand together any more.'
                yield Finding("safety-moved", one.location, message, _REPORT)


def _apart(one: Block, other: Block, standing: Mapping[str, tuple[str, int]]) -> bool:
    if one.id not in standing or other.id not in standing:
        return False  # one that is missing has its own finding
    (page, place), there = standing[one.id], standing[other.id]
    return (page, place + 1) != there


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

"""Copies of blocks: the same words once more, under an id of their own."""

import dataclasses as dc
from collections.abc import Iterable

from manualkit.model.block import Block


def copies(blocks: Iterable[Block], change: str, page: str, mark: str = "") -> tuple[Block, ...]:
    """Return copies of blocks that stand on `page`; a second set of a change has a `mark`."""
    prefix = f"{change.lower()}-{mark}" if mark else f"{change.lower()}"
    return tuple(
        dc.replace(
            block,
            id=f"{prefix}-{block.copy_of or block.id}",
            copy_of=block.copy_of or block.id,
            change=change,
            written_on=block.written_on or page,
        )
        for block in blocks
    )


def moved(blocks: Iterable[Block], page: str) -> tuple[Block, ...]:
    """Return blocks of `page` as they stand on another one: their links still start there."""
    return tuple(dc.replace(block, written_on=block.written_on or page) for block in blocks)

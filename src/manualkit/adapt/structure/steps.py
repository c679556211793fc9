"""The steps (##) of a page, each with all that stands in it."""

import dataclasses as dc
from collections.abc import Iterable

from manualkit.model.block import Block, Kind, Lock
from manualkit.model.edition import Edition
from manualkit.model.finding import Finding, Location, did_you_mean
from manualkit.model.page import Page


@dc.dataclass(frozen=True, slots=True)
class Steps:
    """A page as what stands before its first step, and its steps."""

    opening: tuple[Block, ...]
    by_id: dict[str, tuple[Block, ...]]
    """Each step with all its blocks, its head first, in the order of the page."""

    def blocks(self, order: Iterable[str]) -> tuple[Block, ...]:
        """Return the blocks of some steps, step by step."""
        return tuple(block for step in order for block in self.by_id[step])


def is_step(block: Block) -> bool:
    """Whether a block is the head of a step (##), not of a part of one (###)."""
    return block.kind is Kind.STEP and block.level == 2  # noqa: PLR2004  (## is a step)


def steps_of(page: Page) -> Steps:
    """Return the steps of a page."""
    opening: list[Block] = []
    steps: dict[str, list[Block]] = {}
    inside = opening
    for block in page.blocks:
        if is_step(block):
            inside = steps[block.id] = []
        inside.append(block)
    return Steps(tuple(opening), {name: tuple(blocks) for name, blocks in steps.items()})


def find_step(edition: Edition, name: str) -> Page | None:
    """Return the page on which a step (##) stands, or None."""
    for page in edition.pages.values():
        if any(block.id == name and is_step(block) for block in page.blocks):
            return page
    return None


def unknown_step(name: str, where: Location, names: Iterable[str]) -> Finding:
    """Return the finding for a step that is not there; `names` are those that are."""
    steps = list(names)
    hint = did_you_mean(name, steps, f"Steps here: {', '.join(steps) or 'none'}.")
    return Finding("unknown-step", where, f'There is no step "{name}" here.', hint)


def holds_safety(blocks: Iterable[Block]) -> bool:
    """Whether a safety block is among the blocks."""
    return any(block.lock is Lock.SAFETY for block in blocks)


def safety_stays(page: str, where: Location) -> Finding:
    """Return the finding for a change that would move or copy safety blocks of a page."""
    message = f'"{page}" holds safety blocks, which stay where they are.'
    return Finding("safety-moved", where, message, "Leave this page as it is.")

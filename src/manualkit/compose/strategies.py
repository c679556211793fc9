"""Where a strategy is taught and reviewed: the steps of an edition's sessions, in their order."""

from collections.abc import Iterator

from manualkit.model.block import Block, Kind
from manualkit.model.edition import Edition
from manualkit.model.links import link_from
from manualkit.model.page import Page

Way = tuple[Page, tuple[Block, ...]]
"""A session and its steps that belong to a strategy."""


def ways_of(strategy: Page, edition: Edition) -> list[Way]:
    """Return the sessions that teach or review a strategy, with their steps.

    A step that the edition left out is not there, and a copy of a step belongs where it does.
    """
    found = ((page, tuple(_steps(page, strategy))) for page in edition.pages.values())
    return [(page, steps) for page, steps in found if steps]


def _steps(page: Page, strategy: Page) -> Iterator[Block]:
    wanted = set(strategy.head.steps)
    for block in page.blocks if page.head.kind == "session" else ():
        if block.kind is Kind.STEP and {block.id, block.copy_of} & wanted:
            yield block


def linked(strategy: Page, page: Page, step: Block | None = None) -> str:
    """Return the target of a link on a strategy's page to a session, or to a step of it."""
    return link_from(strategy.path, page.path, step.id if step else "")

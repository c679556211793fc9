"""Scenes of a case study, in a session and on their own page."""

import dataclasses as dc

from manualkit.compose.blocks import BlockWriter
from manualkit.model.block import Block, Kind
from manualkit.model.finding import Finding, did_you_mean
from manualkit.model.page import Page


def story_blocks(block: Block, writer: BlockWriter) -> list[Block]:
    """Return the scenes that a story block takes in; with several tellings each has its heading."""
    name, part = block.options.get("case_study", ""), block.options.get("part", "")
    tellings = writer.edition.tellings(name)
    if not tellings:
        names = {page.head.case_study or "" for page in writer.edition.pages.values()} - {""}
        hint = did_you_mean(name, sorted(names), "See docs/case-studies/.")
        message = f'There is no case study "{name}".'
        writer.findings.append(Finding("unknown-case-study", block.location, message, hint))
    blocks: list[Block] = []
    for page in tellings:
        scenes = [scene for scene in scenes_of(page) if scene.options.get("part") == part]
        if not scenes:
            message = f'The case study "{name}" has no scene for part {part}.'
            hint = "Correct the part, or write the scene."
            writer.findings.append(Finding("story-part-missing", block.location, message, hint))
        blocks += _telling(block, page, scenes, _heading_change(tellings, page))
    return blocks


def _heading_change(tellings: list[Page], page: Page) -> str | None:
    """Return the change that a telling's heading is due to; None where it stands alone.

    A telling of the core has a heading only because a change put another one beside it.
    """
    if len(tellings) == 1:
        return None
    return page.change or next((other.change for other in tellings if other.change), "")


def scenes_of(page: Page) -> list[Block]:
    """Return the scenes of a telling, numbered, each with its teaching point below its text.

    The number is that of the picture: the same on the page of the story, on its cards and in the
    sessions, and in every telling, for all tell the same scenes in the same order.
    """
    scenes, number = [], 0
    for block in page.blocks:
        if block.kind is not Kind.SCENE:
            scenes.append(block)
            continue
        number += 1
        point = page.head.points.get(block.options.get("point", ""))
        text = f"{block.text}\n\n**Teaching point:** {point}" if point else block.text
        scenes.append(
            dc.replace(block, text=text, options={**block.options, "number": str(number)})
        )
    return scenes


def _telling(block: Block, page: Page, scenes: list[Block], change: str | None) -> list[Block]:
    """Return the scenes with ids of this place, so that a whole manual has each id once."""
    placed = [_placed(scene, block) for scene in scenes]
    if change is None:
        return placed
    heading = Block(
        id=f"{block.id}-{page.head.variant}",
        kind=Kind.STEP,
        text="",
        title=f"{page.head.label}: {page.head.person}",
        level=3,
        location=page.location,
        change=block.change if block.copy_of else change,
        copy_of=f"{block.copy_of}-{page.head.variant}" if block.copy_of else "",
    )
    return [heading, *placed]


def _placed(scene: Block, block: Block) -> Block:
    """Return a scene as it stands in a session; in a copied step it is a copy, too."""
    placed = dc.replace(scene, id=f"{block.id}-{scene.id}")
    if not block.copy_of:
        return placed
    return dc.replace(placed, change=block.change, copy_of=f"{block.copy_of}-{scene.id}")

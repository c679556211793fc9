"""The beginning of a change of a block's text."""

import dataclasses as dc
from collections.abc import Iterator, Mapping

from manualkit.adaptor.begin import Begun
from manualkit.adaptor.desk import UNTOLD, Desk, Refused, Wish, refused
from manualkit.model.block import Block, Lock
from manualkit.model.change import BlockChange
from manualkit.model.core_text import block_text
from manualkit.model.project import TextChange

_YOURS = "FIXME: your text."


def begin_block(desk: Desk, wish: Wish) -> Begun | Refused:
    """Return a change file for a block, or why there can be none."""
    languages = desk.context.adaptation.value.languages
    if wish.language and wish.language not in languages:
        why = f'"{wish.language}" is no language of this edition: {", ".join(languages)}.'
        return Refused((why,), ("Add it to `languages` in adaptation.yml first.",))
    wanted = {"block": wish.name, "action": wish.action, "language": wish.language}
    if taken := desk.taken(wanted):
        return taken
    block, earlier = desk.texts.blocks.get(wish.name), _extended(desk, wish)
    options = {
        "kind": wish.kind,
        "language": wish.language,
        "supersedes": earlier.record.id if earlier else "",
    }
    faults = desk.faults(
        dc.replace(desk.context, texts=(*desk.context.texts, _tried(desk, wish, options)))
    )
    if faults:
        return refused(faults, _instead(desk, wish, block))
    head = [f"block: {wish.name}", f"action: {wish.action}"]
    head += [f"{key}: {value}" for key, value in options.items() if value]
    if wish.language:
        head.append('back_translation: "FIXME: what your text says, in English"')
    core = None if block is None else block_text(block)
    return desk.start.file(head, core, _body(wish, block or desk.brought.get(wish.name), earlier))


def _body(wish: Wish, block: Block | None, earlier: TextChange | None) -> str:
    """Return what one begins to write from: for a new text, the one that stands there now."""
    if wish.action == "remove":
        return ""
    if wish.action != "replace":
        return _YOURS
    return (earlier.text if earlier else block.text if block else "") or _YOURS


def _tried(desk: Desk, wish: Wish, options: Mapping[str, str]) -> TextChange:
    said = {key: value for key, value in options.items() if value}
    record = {"id": desk.start.id, "block": wish.name, "action": wish.action, **UNTOLD, **said}
    text = "" if wish.action == "remove" else "Text."
    return TextChange(BlockChange.model_validate(record), text, desk.source, 1)


def _extended(desk: Desk, wish: Wish) -> TextChange | None:
    """Return the change of an extended adaptation that this one would take the place of."""
    whole = frozenset({"replace", "remove"})
    for parent in reversed(desk.context.parents):
        for change in parent.texts:
            record = change.record
            same = record.block == wish.name and (record.language or "") == wish.language
            if same and record.applied and {record.action, wish.action} <= whole:
                return change
    return None


def _instead(desk: Desk, wish: Wish, block: Block | None) -> Iterator[str]:
    """Yield what can be done where this cannot."""
    command = f"manualkit change {desk.edition}"
    if block is None:
        return
    if block.lock is Lock.CORE and not wish.action.startswith("add-"):
        yield f"To put a tip beside it:  {command} {block.id} --action add-after --kind tip"
    if block.lock is Lock.SAFETY:
        yield f"To put in your own help line:  {command} --contact crisis_line"
    if picture := block.options.get("picture"):
        yield f"To show another picture:  {command} --picture {picture}"
    if story := block.options.get("case_study"):
        yield f"To tell another story:  {command} --case-study {story} --variant <yours>"

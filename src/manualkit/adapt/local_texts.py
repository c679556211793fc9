"""Texts that are written directly in one language: the others keep what they have."""

import dataclasses as dc

from manualkit.adapt.record import Done, with_record
from manualkit.adapt.texts import refusals, second_change
from manualkit.model.block import Kind
from manualkit.model.edition import Edition
from manualkit.model.finding import Finding
from manualkit.model.project import Context, TextChange


def add_local_texts(edition: Edition, context: Context) -> tuple[Edition, list[Finding]]:
    """Note each text of one language that can be used; the English blocks stay as they are."""
    findings: list[Finding] = []
    done: dict[tuple[str, str], str] = {}
    for change in context.texts:
        if change.record.language is None or change.record.action == "remove":
            continue
        faults = [*refusals(edition, change), *second_change(change, done)]
        faults = faults or _unsound(edition, change)
        findings += faults
        if not faults:
            line = _done(edition, change)
            edition = dc.replace(edition, local_texts=(*edition.local_texts, change))
            edition = with_record(edition, change.record, line)
    return edition, findings


def _unsound(edition: Edition, change: TextChange) -> list[Finding]:
    _, block = edition.blocks()[change.record.block]
    where = change.source.at("block")
    if block.kind is Kind.SCENE and change.record.action == "replace":
        message = f'"{block.id}" is a scene; its teaching point must stand in every language.'
        hint = "Replace the scene in English and have it translated, or add a block beside it."
        return [Finding("local-scene", where, message, hint)]
    if block.kind is Kind.STORY:
        message = f'"{block.id}" takes in a story that may be several; no place beside it is sure.'
        hint = "Add yours to the block in front of it or behind it."
        return [Finding("local-beside-story", where, message, hint)]
    return []


def _done(edition: Edition, change: TextChange) -> Done:
    page, block = edition.blocks()[change.record.block]
    replaces = change.record.action == "replace"
    return Done(
        action=change.record.action,
        target=block.id,
        where=change.source.at(),
        before=block.text if replaces else "",
        after=change.text,
        pages=(page.path,),
    )

"""Texts of one language → what the manifest says of them, for each page that shows them."""

from collections.abc import Sequence

from manualkit.compose.pages import ComposedPage
from manualkit.model.block import Block, Kind
from manualkit.model.edition import Edition
from manualkit.model.links import Signposts
from manualkit.model.manifest import ManifestLocalText
from manualkit.model.project import TextChange


def local_texts(edition: Edition, pages: Sequence[ComposedPage]) -> list[ManifestLocalText]:
    """Return the texts in the order of the pages; a block's copies say what the block says."""
    signposts = Signposts(edition)
    return [
        _entry(change, block, page.path, signposts.led(change.text, block, page.page))
        for page in pages
        if page.page is not None
        for block in page.blocks
        for change in edition.local_texts
        if _concerns(change, block)
    ]


def _concerns(change: TextChange, block: Block) -> bool:
    copied = change.record.action == "replace" and block.copy_of == change.record.block
    return copied or block.id == change.record.block


def _entry(change: TextChange, block: Block, page: str, text: str) -> ManifestLocalText:
    record = change.record
    replaces = record.action == "replace"
    kind = block.kind if replaces else Kind(record.kind or Kind.NOTE)
    return ManifestLocalText(
        language=record.language or "",
        page=page,
        block=block.id,
        action="replace" if record.action == "remove" else record.action,
        kind=kind,
        id=block.id if replaces else record.id.lower(),
        text=text,
        change=record.id,
        back_translation=record.back_translation,
    )

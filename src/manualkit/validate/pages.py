"""Raw pages → pages."""

from collections.abc import Collection, Iterable

from manualkit.model.block import Block, Kind
from manualkit.model.finding import Finding
from manualkit.model.page import Page, PageHead
from manualkit.model.raw import RawPage
from manualkit.validate.blocks import BlockReader
from manualkit.validate.schema import check_model
from manualkit.validate.text import text_findings

_NEEDED = {
    "session": ("manual", "session", "minutes"),
    "strategy": ("steps",),
    "case-study": ("case_study", "variant", "person", "label", "points"),
    "course-day": ("day",),
    "catch-up": ("day",),
}


def validate_page(raw: RawPage, *, numbered: bool = True) -> tuple[Page | None, list[Finding]]:
    """Return the page, or None if its head or a block cannot be used, and all findings.

    A session of a context need not be `numbered`: its number follows from its place.
    """
    file = raw.head.source.file
    head, findings = check_model(raw.head, PageHead)
    reader = BlockReader(file)
    for piece in raw.pieces:
        reader.read(piece)
    findings += reader.findings
    for block in reader.blocks:
        findings += text_findings(block.text, file, block.text_location.line)
        findings += text_findings(block.title, file, block.location.line)
        findings += _conditions_in_locked(block)
    if head is None or not (raw.whole and reader.whole):
        return None, findings
    findings += _missing_keys(head, raw, () if numbered else ("session",))
    findings += _wrong_place(head, reader.blocks)
    return Page(raw.path, head, tuple(reader.blocks), raw.head.source.at()), findings


def _missing_keys(head: PageHead, raw: RawPage, spared: Collection[str]) -> list[Finding]:
    needed = [key for key in _NEEDED.get(head.kind, ()) if key not in spared]
    missing = [key for key in needed if not getattr(head, key)]
    where = raw.head.source.at()
    return [
        Finding("key-missing", where, f'A {head.kind} page needs "{key}".', f"Add `{key}: …`.")
        for key in missing
    ]


def _wrong_place(head: PageHead, blocks: Iterable[Block]) -> list[Finding]:
    """Scenes belong in case studies, stories in sessions."""
    homes = {Kind.SCENE: "case-study", Kind.STORY: "session"}
    return [
        Finding(
            "wrong-page",
            block.location,
            f"A {block.kind} belongs in a page of the kind {homes[block.kind]}.",
            "Move it there.",
        )
        for block in blocks
        if block.kind in homes and homes[block.kind] != head.kind
    ]


def _conditions_in_locked(block: Block) -> list[Finding]:
    if not block.locked or "{%" not in block.text + block.title:
        return []
    message = f'The locked block "{block.id}" holds a condition, so its text could be lost.'
    return [Finding("locked-condition", block.location, message, "Write the text out.")]

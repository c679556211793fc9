"""`# state: approved` typed into a catalogue, where no approval stands behind it."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from manualkit.approving.desk import Desk
from manualkit.catalogue import BrokenCatalogueError
from manualkit.catalogue.entries import Entry, read_entries, read_forms
from manualkit.model.approval import State
from manualkit.model.finding import Finding, Location, Severity
from manualkit.model.message_state import MessageState


def claimed_findings(root: Path, desks: Sequence[Desk]) -> Iterator[Finding]:
    """Yield a finding for each translation that says of itself that it is approved, and is not.

    It counts as reviewed: only rows of an `approvals.yml`, bound to the text, approve anything.
    """
    for folder in sorted((root / "locale").glob("*/")):
        claims = [entry for path in sorted(folder.glob("*.po")) for entry in _claims(path)]
        approved = set(_approved(desks, folder.name)) if claims else set()
        for entry in claims:
            if entry.english not in approved:
                yield _finding(entry)


def _claims(path: Path) -> list[Entry]:
    try:
        entries = (*read_entries(path), *read_forms(path))
    except BrokenCatalogueError:  # it has its finding
        return []
    return [entry for entry in entries if entry.said == MessageState.APPROVED]


def _approved(desks: Iterable[Desk], code: str) -> Iterator[str]:
    """Yield the texts that stand on a page whose translation is approved, in any edition."""
    for desk in desks:
        if code in desk.languages:
            pages = desk.translation(code).pages
            messages = desk.asked(code) if State.APPROVED in pages.values() else ()
            yield from (m.text for m in messages if pages.get(m.page) is State.APPROVED)


def _finding(entry: Entry) -> Finding:
    message = f'"{entry.english[:60]}" says that it is approved, and no approval stands behind it. '
    message += "It counts as reviewed."
    hint = "Write `# state: reviewed`. To approve pages, use: manualkit approve EDITION --lang LANG"
    where = Location(f"locale/{entry.file}", entry.line)
    return Finding("translation-approved-claimed", where, message, hint, Severity.WARNING)

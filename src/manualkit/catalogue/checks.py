"""Check translations, one by one or a whole file."""

from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

from manualkit.catalogue.contexts import context_findings
from manualkit.catalogue.entries import (
    DRAFTED,
    BrokenCatalogueError,
    Entry,
    read_entries,
    read_forms,
)
from manualkit.catalogue.faults import Fault
from manualkit.catalogue.marks import mark_faults
from manualkit.catalogue.numbers import number_faults
from manualkit.catalogue.said import state_findings
from manualkit.catalogue.wording import wording_faults
from manualkit.model.finding import Finding, Location, Severity

BROKEN = "catalogue-broken"
"""Code of the one finding of a file that cannot be read."""

_OF_ENGLISH = frozenset({"same-as-english", "untranslated"})
"""What a translator answers with `# same as english`: a name, a word, the title of a book."""

SAFETY_FILE = "safety"
"""Name of the catalogue of safety text, without its ending."""


def check_entry(english: str, translation: str, language: str) -> list[Fault]:
    """Return what is wrong with a translation; nothing for one that is not there yet."""
    if not translation:
        return []
    return [
        *_compared(english, translation),
        *wording_faults(english, translation, language),
    ]


@lru_cache(maxsize=1 << 16)
def _compared(english: str, translation: str) -> tuple[Fault, ...]:
    """Return what marks and numbers tell; the language does not matter to them."""
    return (*mark_faults(english, translation), *number_faults(english, translation))


def is_sound(english: str, translation: str) -> bool:
    """Whether a translation may be published: nothing in it is an error."""
    found = _compared(english, translation)
    return all(fault.severity is not Severity.ERROR for fault in found)


def check_catalogue(path: Path, language: str, *, root: Path | None = None) -> list[Finding]:
    """Return a finding for every fault of a file, at the line of its entry.

    Files are named as seen from `root`, the project's top folder.
    """
    file = (path.relative_to(root) if root else path).as_posix()
    try:
        entries, forms = read_entries(path), read_forms(path)
    except BrokenCatalogueError as error:
        message = "This is not a PO file in UTF-8, so its translations cannot be read."
        hint = "Look at this line, or open the file in a PO editor and save it again."
        return [Finding(BROKEN, Location(file, error.line), message, hint)]
    safety = path.stem == SAFETY_FILE
    found = [*_entry_findings([*entries, *forms], language, file)]
    found += context_findings(forms, file, safety=safety)
    found += state_findings([*entries, *forms], file)
    return [*found, *_drafted(entries, file)] if safety else found


def _entry_findings(entries: Iterable[Entry], language: str, file: str) -> list[Finding]:
    return [
        Finding(
            code=f"translation-{fault.code}",
            location=Location(file, entry.line),
            message=f'"{_shortened(entry.english)}": {fault.found}.',
            hint=fault.hint,
            severity=fault.severity,
        )
        for entry in entries
        if not entry.fuzzy
        for fault in check_entry(entry.english, entry.translation, language)
        if not (entry.same and fault.code in _OF_ENGLISH)
    ]


def _drafted(entries: Iterable[Entry], file: str) -> list[Finding]:
    """Return a finding for each safety text that a machine drafted: nobody ever sees it."""
    hint = "Delete the translation. Two people write safety text, one of them a clinician."
    return [
        Finding(
            code="translation-safety-by-machine",
            location=Location(file, entry.line),
            message=f'"{_shortened(entry.english)}": a machine drafted this safety text.',
            hint=hint,
        )
        for entry in entries
        if entry.translation and entry.state == DRAFTED
    ]


def _shortened(text: str, most: int = 60) -> str:
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"

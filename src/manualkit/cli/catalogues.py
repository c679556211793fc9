"""Bring texts into the catalogue of an edition in one language, and into that of safety text."""

from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import Path

from manualkit.catalogue import TermIndex, UpdateCounts, update, update_safety
from manualkit.extract import asked_in
from manualkit.model.language import is_english, language
from manualkit.model.manifest import Manifest
from manualkit.model.rendition import Message
from manualkit.pipeline import Prepared

Messages = Mapping[str, list[Message]]
"""All messages of each edition, by its id."""


def in_order(prepared: Prepared) -> list[Manifest]:
    """Return the editions; what the files of those before hold, the others need not."""
    return sorted(prepared.manifests, key=lambda each: len(each.edition.extends))


def update_edition(
    root: Path, manifest: Manifest, messages: Messages, code: str
) -> tuple[str, UpdateCounts]:
    """Update the catalogue of an edition in a language; return its name and what was done."""
    edition, words = manifest.edition, TermIndex(manifest.terms)
    folder = root / "locale" / code
    others = () if edition.id == "core" else ("core", *edition.extends)
    found = asked_in(messages[edition.id], manifest.local_texts, code)
    counts = update(
        folder / f"{edition.id}.po",
        [message for message in found if not message.safety],
        language(code),
        beside=[folder / f"{other}.po" for other in others],
        note=partial(words.note, code=code),
    )
    return f"{code}/{edition.id}.po", counts


def update_safety_text(root: Path, messages: list[Message], code: str) -> tuple[str, UpdateCounts]:
    """Update the catalogue of safety text in a language; return its name and what was done."""
    counts = update_safety(root / "locale" / code, messages, language(code))
    return f"{code}/safety.po", counts


def safety_by_language(
    prepared: Prepared, messages: Messages, added: Mapping[str, tuple[str, ...]] | None = None
) -> dict[str, list[Message]]:
    """Return the safety text of all editions that a language is read in, or is `added` to."""
    found: dict[str, list[Message]] = {}
    for manifest in prepared.manifests:
        edition = manifest.edition
        safety = [message for message in messages[edition.id] if message.safety]
        for code in (*edition.languages, *(added or {}).get(edition.id, ())):
            if not is_english(code) and safety:
                found.setdefault(code, []).extend(safety)
    return found


def translated(manifest: Manifest) -> Iterator[str]:
    """Yield the languages of an edition that are translated."""
    yield from (code for code in manifest.edition.languages if not is_english(code))

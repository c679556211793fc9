"""One person has compared one translation with its English: the entry says so."""

import dataclasses as dc
from collections.abc import Collection, Iterable
from datetime import date
from pathlib import Path

import polib

from manualkit.catalogue.checks import is_sound
from manualkit.catalogue.entries import parse, state_in, state_of
from manualkit.catalogue.exchange.remarks import STATE, with_remarks
from manualkit.catalogue.exchange.splice import write_changed
from manualkit.catalogue.exchange.units import Key, key_of
from manualkit.model.message_state import MessageState
from manualkit.model.record import Role


@dc.dataclass(frozen=True, slots=True)
class Candidate:
    """A message that somebody may say to have reviewed."""

    key: Key
    english: str
    translation: str
    state: MessageState
    said: str
    """All that stands behind `# state:`."""
    context: str = ""
    """Whom it is worded for; empty if it fits everybody."""


def candidates(
    locale: Path, files: Iterable[tuple[str, str]], texts: Collection[str]
) -> list[Candidate]:
    """Return the entries of some English texts, in the order of the texts.

    `files` are pairs of a language and a catalogue; the nearest catalogue of a text counts.
    """
    found: dict[str, list[Candidate]] = {}
    for code, name in files:
        here: dict[str, list[Candidate]] = {}
        for entry in _entries(locale / code / f"{name}.po"):
            if entry.msgid in texts:
                here.setdefault(entry.msgid, []).append(_candidate(entry, code, name))
        found = here | found
    return [each for text in texts for each in found.get(text, ())]


def mark_reviewed(locale: Path, key: Key, role: Role, day: date) -> bool:
    """Write into an entry who has reviewed it and when; return whether the file changed.

    One message at a time, on purpose: nobody has read what a loop marks.

    Raises:
        LookupError: the catalogue holds it no more.
    """
    path = locale / key.language / f"{key.catalogue}.po"
    whole = parse(path)
    used = (entry for entry in whole if not entry.obsolete)
    found = (entry for entry in used if key_of(entry, key.language, key.catalogue) == key)
    entry = next(found, None)
    if entry is None:
        raise LookupError(key)
    before = entry.tcomment
    words = f"{MessageState.REVIEWED}, {role}, {day.isoformat()}"
    entry.tcomment = with_remarks(entry.tcomment, {STATE: words})
    if entry.tcomment == before:
        return False
    write_changed(path, whole, [entry])
    return True


def _candidate(entry: polib.POEntry, code: str, name: str) -> Candidate:
    state = state_in(entry)
    if state.shown and not is_sound(entry.msgid, entry.msgstr):
        state = MessageState.FAULTY
    return Candidate(
        key=key_of(entry, code, name),
        english=entry.msgid,
        translation=entry.msgstr,
        state=state,
        said=state_of(entry.tcomment),
        context=entry.msgctxt or "",
    )


def _entries(path: Path) -> list[polib.POEntry]:
    return [e for e in parse(path) if not e.obsolete] if path.exists() else []

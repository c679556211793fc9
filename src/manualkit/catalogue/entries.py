"""Read a PO file into plain entries, once per process and version of the file."""

import dataclasses as dc
import re
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

import polib

from manualkit.model.forms import NEUTRAL_CONTEXT
from manualkit.model.message_state import MessageState, read_state, word_of

STATE = re.compile(r"^state:\s*(.+?)\s*$", re.MULTILINE)
"""The line of a translator comment that tells how far a translation has come."""

_SAME = re.compile(r"^same as english\b", re.MULTILINE | re.IGNORECASE)
# A translator says with this comment that the word is the same in the language (Minutes, Contact).

_NEGATION_CHECKED = re.compile(r"^negation checked\b", re.MULTILINE | re.IGNORECASE)
# A person says with this comment that the sentence rightly does without a word that says no.

_LINE = re.compile(r"\(line (\d+)\)")
"""Where polib's message of an error names the line."""

DRAFTED = MessageState.MACHINE_DRAFTED
"""State of a translation that no speaker of the language has read yet."""


@dc.dataclass(frozen=True, slots=True)
class Entry:
    """One message of a catalogue."""

    english: str
    translation: str
    state: MessageState
    """From `# state:`, and from the mark that PO tools set."""
    fuzzy: bool
    """Whether it was made for another English text, or somebody is unsure of it."""
    same: bool
    """Whether the translator says that English and translation are rightly the same."""
    line: int
    """Line of the entry in its file."""
    file: str = ""
    """Name of its file below `locale/`."""
    context: str = NEUTRAL_CONTEXT
    """What the translation is worded for, such as `helper=f`; empty if it fits everybody."""
    negation_checked: bool = False
    """Whether a person says that the sentence rightly does without a word that says no."""
    said: str = ""
    """The word behind `# state:`, as typed."""


def read_entries(path: Path) -> tuple[Entry, ...]:
    """Return the neutral entries in use (no obsolete ones); none if the file is missing."""
    return _read_both(path)[0]


def read_forms(path: Path) -> tuple[Entry, ...]:
    """Return the entries in use that have a context, of whatever kind; none without a file."""
    return _read_both(path)[1]


def _read_both(path: Path) -> tuple[tuple[Entry, ...], tuple[Entry, ...]]:
    try:
        stamp = path.stat()
    except FileNotFoundError:
        return (), ()
    return _read(path, stamp.st_mtime_ns, stamp.st_size)


class BrokenCatalogueError(Exception):
    """A file is no PO file in UTF-8, so that nothing in it can be relied on."""

    def __init__(self, path: Path, line: int) -> None:
        super().__init__(f"{path}:{line}: this is not a PO file in UTF-8")
        self.line = line


def parse(path: Path) -> polib.POFile:
    """Parse a file as polib does, lines unwrapped, so that they do not change by being written.

    Raises:
        BrokenCatalogueError: it cannot be read.
    """
    try:
        return polib.pofile(str(path), encoding="utf-8", wrapwidth=0)
    except UnicodeDecodeError as error:
        raise BrokenCatalogueError(path, _first_odd_line(path)) from error
    except OSError as error:
        found = _LINE.search(str(error))
        raise BrokenCatalogueError(path, int(found[1]) if found else 1) from error


def parsed(path: Path) -> Sequence[polib.POEntry]:
    """Return the entries of a file, to be read and not changed: others are given the same ones.

    Raises:
        BrokenCatalogueError: it cannot be read.
    """
    try:
        stamp = path.stat()
    except FileNotFoundError:
        return ()
    return _parsed(path, stamp.st_mtime_ns, stamp.st_size)


@lru_cache(maxsize=8)
def _parsed(path: Path, _modified: int, _size: int) -> Sequence[polib.POEntry]:
    return tuple(parse(path))


def head_of(path: Path) -> polib.POFile:
    """Return the head of a file as polib has it, without its entries."""
    head = path.read_text("utf-8").lstrip().partition("\n\n")[0]
    return polib.pofile(f"{head}\n") if 'msgid ""' in head else parse(path)


def _first_odd_line(path: Path) -> int:
    """Return the line of the first byte that is not UTF-8."""
    for number, line in enumerate(path.read_bytes().split(b"\n"), 1):
        try:
            line.decode()
        except UnicodeDecodeError:
            return number
    return 1


@lru_cache(maxsize=64)
def _read(path: Path, _modified: int, _size: int) -> tuple[tuple[Entry, ...], tuple[Entry, ...]]:
    file = f"{path.parent.name}/{path.name}"
    entries = [_entry(entry, file) for entry in parse(path) if not entry.obsolete]
    neutral = tuple(entry for entry in entries if not entry.context)
    return neutral, tuple(entry for entry in entries if entry.context)


def _entry(entry: polib.POEntry, file: str) -> Entry:
    state = state_in(entry)
    return Entry(
        english=entry.msgid,
        translation=entry.msgstr,
        state=state,
        fuzzy=state is MessageState.STALE,
        same=_SAME.search(entry.tcomment or "") is not None,
        line=entry.linenum or 1,
        file=file,
        context=entry.msgctxt or NEUTRAL_CONTEXT,
        said=word_of(state_of(entry.tcomment)),
        negation_checked=_NEGATION_CHECKED.search(entry.tcomment or "") is not None,
    )


def state_in(entry: polib.POEntry) -> MessageState:
    """Return how far the translation of an entry has come, faults aside."""
    if not entry.msgstr:
        return MessageState.MISSING
    return read_state(state_of(entry.tcomment), fuzzy=entry.fuzzy)


def state_of(comment: str) -> str:
    """Return the state that a translator comment tells."""
    found = STATE.search(comment or "")
    return found[1] if found else ""

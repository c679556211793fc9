"""Messages that leave the project for a person, and by what they are known when they come back."""

import dataclasses as dc
import re
from collections.abc import Iterable, Sequence
from hashlib import sha256
from pathlib import Path

import polib

from manualkit.catalogue.checks import is_sound
from manualkit.catalogue.entries import parse, state_in
from manualkit.catalogue.exchange.remarks import remarks_of
from manualkit.model.message_state import MessageState
from manualkit.model.rendition import Message

_KEY = re.compile(r"([A-Za-z]{2,3}(?:-[A-Za-z]{2,4})?)/([a-z0-9]+(?:-[a-z0-9]+)*)/([0-9a-f]{16})")


@dc.dataclass(frozen=True, slots=True)
class Key:
    """What a message is known by: its catalogue, and its English with its context."""

    language: str
    catalogue: str
    digest: str

    def __str__(self) -> str:
        return f"{self.language}/{self.catalogue}/{self.digest}"

    @classmethod
    def parse(cls, text: str) -> "Key | None":
        """Return the key that a file holds, or None where somebody changed it."""
        found = _KEY.fullmatch(text)
        return cls(*found.groups()) if found else None

    @property
    def file(self) -> str:
        """Path of its catalogue from the project's top folder."""
        return f"locale/{self.language}/{self.catalogue}.po"


@dc.dataclass(frozen=True, slots=True)
class Unit:
    """A message as a translator or a reviewer gets it."""

    key: Key
    english: str
    translation: str
    state: MessageState
    """How far its translation has come, faults and approvals aside."""
    context: str = ""
    note: str = ""
    """Where it stands and what its words are called, a line for each."""
    place: tuple[str, int] = ("", 0)
    """Page and line."""
    remarks: dict[str, str] = dc.field(default_factory=dict)
    """What reviewers have said, by the name of the remark."""

    @property
    def base(self) -> str:
        """What the translation is known by, so that a later change of it is seen."""
        return digest(self.translation)


def digest(*texts: str) -> str:
    """Return a short hash of texts."""
    return sha256("\x04".join(texts).encode("utf-8", "surrogatepass")).hexdigest()[:16]


def key_of(entry: polib.POEntry, language: str, catalogue: str) -> Key:
    """Return what an entry of a catalogue is known by."""
    return Key(language, catalogue, digest(entry.msgctxt or "", entry.msgid))


def units(
    folder: Path, catalogues: Sequence[str], messages: Iterable[Message]
) -> tuple[list[Unit], list[str]]:
    """Return each message once, in order, and the texts that no catalogue holds yet.

    `folder` is that of the language; `catalogues` are read in their order, nearest first.
    """
    files = [(name, _by_text(folder / f"{name}.po")) for name in catalogues]
    found: list[Unit] = []
    absent: list[str] = []
    for text in dict.fromkeys(message.text for message in messages):
        holding = [(name, entry) for name, entries in files for entry in entries.get(text, ())]
        neutral = [(name, entry) for name, entry in holding if not entry.msgctxt]
        if neutral:
            name, entry = next((pair for pair in neutral if _published(pair[1])), neutral[0])
            found.append(_unit(entry, folder.name, name))
        else:
            absent.append(text)
        found += [_unit(entry, folder.name, name) for name, entry in _forms(holding)]
    return found, absent


def _forms(holding: Iterable[tuple[str, polib.POEntry]]) -> Iterable[tuple[str, polib.POEntry]]:
    """Return the gendered forms of a message, each from the nearest catalogue that has it."""
    nearest: dict[str, tuple[str, polib.POEntry]] = {}
    for name, entry in holding:
        if entry.msgctxt:
            nearest.setdefault(entry.msgctxt, (name, entry))
    return nearest.values()


def _by_text(path: Path) -> dict[str, list[polib.POEntry]]:
    groups: dict[str, list[polib.POEntry]] = {}
    for entry in parse(path) if path.exists() else ():
        if not entry.obsolete and not entry.msgid_plural:
            groups.setdefault(entry.msgid, []).append(entry)
    return groups


def _published(entry: polib.POEntry) -> bool:
    return bool(entry.msgstr) and not entry.fuzzy and is_sound(entry.msgid, entry.msgstr)


def _unit(entry: polib.POEntry, language: str, catalogue: str) -> Unit:
    page, line = entry.occurrences[0] if entry.occurrences else ("", "")
    return Unit(
        key=key_of(entry, language, catalogue),
        english=entry.msgid,
        translation=entry.msgstr,
        state=state_in(entry),
        context=entry.msgctxt or "",
        note=entry.comment,
        place=(page, int(line) if line.isdecimal() else 0),
        remarks=remarks_of(entry.tcomment),
    )

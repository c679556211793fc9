"""What the catalogues say of a message, and whether it can be used as it is."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import product
from pathlib import Path

import polib

from manualkit.verify.words import LINK, digits

_PLACEHOLDER = re.compile(r"\{[^{}]*\}")
_ADDRESS = re.compile(r"https?://[^\s<>()\"']+")
_ODD = re.compile(
    r"<|\[\^|⟨|[\x00-\x08\x0b-\x1f\u202a-\u202e\u2066-\u2069\ue000-\uf8ff\U000f0000-\U0010fffd]"
)
_DRAFT = "machine-drafted"
"""State of a translation that no person has read; safety text is never shown so."""
_STALE = re.compile(r"^state:\s*stale\b", re.MULTILINE)
"""A person's word that the English has changed since; nobody sees such a translation."""
_NUMBER = re.compile(r"\d+")


class Catalogue:
    """The catalogues of one language, the nearest first; in each, the most exact form first."""

    def __init__(self, files: Iterable[Path], contexts: Sequence[str] = ("",)) -> None:
        self._contexts = contexts
        self._files = [_read(path, path.stat().st_mtime_ns) for path in files if path.is_file()]

    def candidates(self, english: str) -> tuple[list[str], bool]:
        """Return the translations that may be published, and whether one of them must be.

        A translation with other placeholders is never published. One that differs in numbers or
        marks is of doubtful use: it may be published, or what stands behind it.
        """
        found: list[str] = []
        for messages, context in product(self._files, self._contexts):
            translation = messages.get((context, english), "")
            if not translation or _placeholders(english) != _placeholders(translation):
                continue
            found.append(translation)
            if not _doubtful(english, translation):
                return found, True
        return found, False

    def words(self, english: str) -> tuple[str, ...]:
        """Return what may stand for a text of the interface."""
        found, sure = self.candidates(english)
        return tuple(found if sure else [*found, english])


@lru_cache(maxsize=256)
def _read(path: Path, _modified: int) -> Mapping[tuple[str, str], str]:
    return {
        (entry.msgctxt or "", entry.msgid): entry.msgstr
        for entry in polib.pofile(str(path), encoding="utf-8")
        if not entry.obsolete and not entry.fuzzy and entry.msgstr.strip()
        if not _STALE.search(entry.tcomment or "")
        if path.stem != "safety" or _DRAFT not in (entry.tcomment or "")
    }


def _placeholders(text: str) -> Counter[str]:
    return Counter(_PLACEHOLDER.findall(text))


def _doubtful(english: str, translation: str) -> bool:
    return _marks(english) != _marks(translation)


def _marks(text: str) -> tuple[object, ...]:
    links = sorted([*(found[1] for found in LINK.findall(text)), *_ADDRESS.findall(text)])
    bare = _PLACEHOLDER.sub(" ", LINK.sub(r"\1", text))
    numbers = sorted(digits(number) for number in _NUMBER.findall(bare))
    return links, numbers, sorted(_ODD.findall(text))

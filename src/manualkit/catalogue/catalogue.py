"""Look messages up: the edition's file first, then those of what it stands on."""

import dataclasses as dc
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import Self

from manualkit.catalogue.checks import SAFETY_FILE, is_sound
from manualkit.catalogue.entries import DRAFTED, Entry, read_entries
from manualkit.model.digest import data_digest

MISSING, FUZZY, FAULTY, UNSTATED = "missing", "fuzzy", "faulty", "no state"
"""States that no translator writes."""

SAFETY = SAFETY_FILE
"""Name of the catalogue of safety text; every edition of a language shares it."""
_SAFETY_KEY = "safety\x04"
# As gettext puts a context before a message: a text may be safety text here and not there.


@dc.dataclass(frozen=True)
class Catalogue:
    """What one language says of one edition. Fuzzy and faulty translations are never published."""

    language: str
    entries: Mapping[str, Entry]
    """English → its entry: the edition's if it can be published, or else of what it stands on."""
    published: Mapping[str, str]
    """English → translation, of every message that a reader may see; safety text by its own key."""

    @classmethod
    def open(
        cls, locale_dir: Path, edition: str, language: str, extends: Sequence[str] = ()
    ) -> Self:
        """Read `<language>/<edition>.po` and `core.po`; a missing file is an empty one.

        Between both stand the files of the adaptations that the edition extends, nearest first.
        """
        entries: dict[str, Entry] = {}
        published: dict[str, str] = {}
        for name in dict.fromkeys(("core", *reversed(extends), edition)):
            for entry in read_entries(locale_dir / language / f"{name}.po"):
                sound = not entry.fuzzy and is_sound(entry.english, entry.translation)
                if entry.translation and sound:
                    entries[entry.english] = entry
                    published[entry.english] = entry.translation
                else:
                    entries.setdefault(entry.english, entry)
        published |= _safety(locale_dir / language / f"{SAFETY}.po")
        return cls(language, entries, published)

    def translate(self, english: str) -> str | None:
        """Return the published translation."""
        return self.published.get(english)

    def translate_safety(self, english: str) -> str | None:
        """Return the translation of a safety text; whether it is approved is told elsewhere."""
        return self.published.get(safety_key(english))

    def stands_up(self, english: str) -> bool:
        """Whether a person stands up for a translation: it is published and no machine's draft."""
        return english in self.published and self.state(english) != DRAFTED

    @cached_property
    def digest(self) -> str:
        """Hash of what is published; the order of the files does not matter."""
        return data_digest(self.published)

    def state(self, english: str) -> str:
        """Tell how far a message has come: missing, fuzzy, faulty, or what `# state:` says."""
        entry = self.entries.get(english)
        if entry is None or not entry.translation:
            return MISSING
        if entry.fuzzy:
            return FUZZY
        return (entry.state or UNSTATED) if english in self.published else FAULTY

    @cached_property
    def states(self) -> Mapping[str, int]:
        """How many messages of the files are in which state."""
        return Counter(self.state(english) for english in self.entries)


def safety_key(english: str) -> str:
    """Return the key under which a safety text is looked up."""
    return _SAFETY_KEY + english


def _safety(path: Path) -> dict[str, str]:
    """Return the safety text that people have translated. A machine's draft never counts."""
    return {
        safety_key(entry.english): entry.translation
        for entry in read_entries(path)
        if entry.translation
        and not entry.fuzzy
        and entry.state != DRAFTED
        and is_sound(entry.english, entry.translation)
    }

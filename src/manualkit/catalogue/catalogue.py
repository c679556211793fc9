"""Look messages up: the edition's file first, then those of what it stands on."""

import dataclasses as dc
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import Self

from manualkit.catalogue.checks import SAFETY_FILE
from manualkit.catalogue.entries import DRAFTED, Entry, read_entries
from manualkit.catalogue.forms import chosen, usable, usable_forms
from manualkit.model.digest import data_digest
from manualkit.model.forms import NEUTRAL, Forms
from manualkit.model.manifest import ManifestEdition
from manualkit.model.message_state import MessageState, worst_shown

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
    forms: Mapping[str, Mapping[str, Entry]] = dc.field(default_factory=dict)
    """English → its gendered forms that may be seen, by context, whichever of them is chosen."""

    @classmethod
    def of(
        cls, root: Path, edition: ManifestEdition, language: str, forms: Forms | None = None
    ) -> Self:
        """Read what a language says of an edition, in the forms that are asked for or its own."""
        worded = edition.forms.of(language) if forms is None else forms
        line = (edition.id, *edition.extends)
        return cls._read(root / "locale" / language, line, worded)

    @classmethod
    def open(
        cls, locale_dir: Path, edition: str, language: str, extends: Sequence[str] = ()
    ) -> Self:
        """Read the neutral texts of `<language>/<edition>.po` and of what the edition extends."""
        return cls._read(locale_dir / language, (edition, *extends), NEUTRAL)

    @classmethod
    def _read(cls, folder: Path, line: Sequence[str], worded: Forms) -> Self:
        """Read the files of a line of editions, nearest first, and the core's behind them.

        The nearest file that has anything for these persons decides, and in it the most exact form.
        Were a form of the core stronger than a neutral text of the edition, an adaptor's own words
        would be lost as soon as a reader asks for a form; a neutral text is right for everybody.
        """
        entries: dict[str, Entry] = {}
        published: dict[str, str] = {}
        forms: dict[str, dict[str, Entry]] = {}
        for path in (folder / f"{name}.po" for name in dict.fromkeys(("core", *reversed(line)))):
            for entry in chosen(path, worded):
                if usable(entry):
                    entries[entry.english] = entry
                    published[entry.english] = entry.translation
                else:
                    entries.setdefault(entry.english, entry)
            for entry in usable_forms(path):
                forms.setdefault(entry.english, {})[entry.context] = entry
        published |= _safety(folder / f"{SAFETY}.po")
        return cls(folder.name, entries, published, forms)

    def translate(self, english: str) -> str | None:
        """Return the published translation."""
        return self.published.get(english)

    def translate_safety(self, english: str) -> str | None:
        """Return the translation of a safety text; whether it is approved is told elsewhere."""
        return self.published.get(safety_key(english))

    def stands_up(self, english: str) -> bool:
        """Whether a person stands up for a translation: it is published and no machine's draft."""
        return english in self.published and self.state(english) != DRAFTED

    def wordings(self, english: str) -> list[tuple[str, str]]:
        """Return all forms of a text, context and translation: who approves it approves them."""
        forms = self.forms.get(english, {})
        return sorted((context, entry.translation) for context, entry in forms.items())

    @cached_property
    def digest(self) -> str:
        """Hash of what is published; the order of the files does not matter."""
        return data_digest(self.published)

    def state(self, english: str) -> MessageState:
        """Tell how far a message has come, as far as its own entries know: nothing is approved."""
        entry = self.entries.get(english)
        if entry is None:
            return MessageState.MISSING
        if not entry.state.shown:
            return entry.state
        if english not in self.published:
            return MessageState.FAULTY
        forms = self.forms.get(english, {}).values()
        return worst_shown([entry.state, *(form.state for form in forms)])

    @cached_property
    def states(self) -> Mapping[MessageState, int]:
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
        if usable(entry) and entry.state != DRAFTED
    }

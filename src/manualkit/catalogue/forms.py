"""Gendered forms: which entry of a file readers see."""

from collections.abc import Iterable
from pathlib import Path

from manualkit.catalogue.checks import is_sound
from manualkit.catalogue.entries import Entry, read_entries, read_forms
from manualkit.model.forms import FORMS, Forms


def usable(entry: Entry) -> bool:
    """Whether readers may see a translation: it is there, nobody doubts it, no error is in it."""
    if not entry.translation or entry.fuzzy:
        return False
    return is_sound(entry.english, entry.translation)


def usable_forms(path: Path) -> list[Entry]:
    """Return the forms of a file that readers may see."""
    return [entry for entry in read_forms(path) if entry.context in FORMS and usable(entry)]


def chosen(path: Path, forms: Forms) -> Iterable[Entry]:
    """Return one entry of a file for each English text: the most exact usable form, or neutral.

    A form that is worded for anybody else is never returned.
    """
    if not forms.context:
        return read_entries(path)
    found = {entry.english: entry for entry in read_entries(path)}
    present = usable_forms(path)
    # The least exact first: what follows takes its place.
    for context in reversed(forms.contexts):
        found |= {entry.english: entry for entry in present if entry.context == context}
    return found.values()

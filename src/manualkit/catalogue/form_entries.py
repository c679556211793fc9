"""The forms of a catalogue as they are written: each behind its neutral message."""

from collections.abc import Collection, Iterable
from pathlib import Path

import polib

from manualkit.catalogue.bare import bare_entry
from manualkit.catalogue.entries import parse, parsed
from manualkit.catalogue.pofile import write
from manualkit.model.forms import FORMS, Forms
from manualkit.model.language import Language
from manualkit.model.rendition import Message

_LINE = "form: "
# The line of a comment that tells a translator whom a form is worded for.
_PLACES = {context: place for place, context in enumerate(FORMS)}


class FormEntries:
    """The forms of a file, and of those that it stands on, by their English."""

    def __init__(self, path: Path, beside: Iterable[Path] = ()) -> None:
        self._own = _by_text(path)
        self._near: dict[str, list[polib.POEntry]] = {}
        for file in beside:
            self._near |= _by_text(file)
        self._near |= self._own

    def behind(self, neutral: polib.POEntry, *, fresh: bool) -> list[polib.POEntry]:
        """Return the forms of a message; a `fresh` one gets those of the text that it was before.

        They are to be looked at, as the neutral translation is.
        """
        own = self._own.get(neutral.msgid, [])
        if own or not (fresh and neutral.previous_msgid):
            return [_form(entry, neutral) for entry in own]
        old = self._near.get(neutral.previous_msgid, [])
        return [_form(entry, neutral) for entry in old if entry.msgstr]

    def without(self, texts: Collection[str]) -> dict[str, list[polib.POEntry]]:
        """Return the translated forms of all other texts, by their English."""
        return {
            text: found
            for text, entries in self._own.items()
            if text not in texts and (found := [entry for entry in entries if entry.msgstr])
        }


def add_forms(path: Path, language: Language, messages: Iterable[Message], forms: Forms) -> int:
    """Add an empty form behind each of some messages, and return how many.

    A form that is there already stays as it is. A message whose neutral entry stands in another
    file gets its form at the end; the next update puts it in order.
    """
    entries = list(parse(path)) if path.exists() else []
    there = {(entry.msgctxt, entry.msgid) for entry in entries if not entry.obsolete}
    new = {each.text: each for each in messages if (forms.context, each.text) not in there}
    own = {entry.msgid for entry in entries if not entry.msgctxt and not entry.obsolete}
    written: list[polib.POEntry] = []
    for entry in entries:
        written.append(entry)
        if not entry.msgctxt and not entry.obsolete and entry.msgid in new:
            written.append(_empty(entry, forms))
    written += [_empty(bare_entry([new[text]]), forms) for text in new if text not in own]
    # Obsolete entries stand last in a file.
    written.sort(key=lambda entry: bool(entry.obsolete))
    write(path, language, written)
    return len(new)


def _empty(neutral: polib.POEntry, forms: Forms) -> polib.POEntry:
    return _form(polib.POEntry(msgid=neutral.msgid, msgctxt=forms.context), neutral)


def _form(entry: polib.POEntry, neutral: polib.POEntry) -> polib.POEntry:
    """Return a form as it stands behind its message, with the message's comments."""
    words = FORMS[entry.msgctxt].words if entry.msgctxt in FORMS else ""
    lines = [line for line in neutral.comment.split("\n") if not line.startswith(_LINE)]
    form = polib.POEntry(
        msgid=neutral.msgid,
        msgctxt=entry.msgctxt,
        msgstr=entry.msgstr,
        tcomment=entry.tcomment,
        comment="\n".join(line for line in (*lines, words and f"{_LINE}{words}") if line),
        occurrences=list(neutral.occurrences),
        flags=[flag for flag in neutral.flags if flag != "fuzzy"],
    )
    changed = entry.msgid != neutral.msgid
    if changed or entry.fuzzy:
        form.flags.insert(0, "fuzzy")
        form.previous_msgid = entry.msgid if changed else entry.previous_msgid
        form.previous_msgctxt = entry.msgctxt if changed else entry.previous_msgctxt
    return form


def _by_text(path: Path) -> dict[str, list[polib.POEntry]]:
    """Return a file's forms in their fixed order; a mistyped one stays last until it is mended."""
    found: dict[str, list[polib.POEntry]] = {}
    for entry in parsed(path):
        if entry.msgctxt:
            found.setdefault(entry.msgid, []).append(entry)
    for entries in found.values():
        entries.sort(key=lambda entry: (_PLACES.get(entry.msgctxt, len(_PLACES)), entry.msgctxt))
    return found

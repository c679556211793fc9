"""Write a PO file: the same head, the same form, only if something changed."""

from collections.abc import Iterable
from pathlib import Path

import polib

from manualkit.catalogue.entries import head_of
from manualkit.model.language import Language
from manualkit.store import write_if_changed

_PLURALS = {
    "ar": "nplurals=6; plural=(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : "
    "n%100>=11 && n%100<=99 ? 4 : 5);",
    "fr": "nplurals=2; plural=(n > 1);",
    "fa": "nplurals=2; plural=(n > 1);",
    "th": "nplurals=1; plural=0;",
}
_USUAL_PLURALS = "nplurals=2; plural=(n != 1);"


def write(
    path: Path, language: Language, entries: Iterable[polib.POEntry], header: str = ""
) -> bool:
    """Write the file as a whole; return whether it changed. `header` opens a new file."""
    old = head_of(path) if path.exists() else None
    catalogue = polib.POFile(wrapwidth=78)
    catalogue.header = old.header if old is not None else header
    catalogue.metadata = _head(old, language)
    catalogue.extend(entries)
    text = f"{catalogue}".rstrip("\n") + "\n"
    return write_if_changed(path, text.encode())


def _head(old: polib.POFile | None, language: Language) -> dict[str, str]:
    """Return the head of a catalogue: what translators wrote into it stays."""
    fixed = {
        "Language": language.code.replace("-", "_"),
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
    }
    # gettext's `msgfmt -c` asks for all of them; a date would make every update a change.
    blank = {
        "Project-Id-Version": "adapted-manuals",
        "Report-Msgid-Bugs-To": "",
        "PO-Revision-Date": "",
        "Last-Translator": "",
        "Language-Team": language.english_name,
        "Plural-Forms": _PLURALS.get(language.code.partition("-")[0], _USUAL_PLURALS),
    }
    typed = dict(old.metadata) if old is not None else {}
    return {**blank, **typed, **fixed}

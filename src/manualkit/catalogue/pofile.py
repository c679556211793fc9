"""Write a PO file: the same head, the same form, only if something changed."""

import re
from collections.abc import Iterable
from pathlib import Path

import polib
from babel import Locale
from babel.messages.plurals import PLURALS, get_plural
from babel.plural import to_gettext

from manualkit.catalogue.entries import head_of
from manualkit.model.language import Language
from manualkit.store import write_if_changed

_ENOUGH, _TWO = 1000, 2
_POWER = re.compile(r"\be\b")
# What Babel has for Arabic takes 100, 101 and 102 for 11.
_LONG = {
    "ar": "nplurals=6; plural=(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : "
    "n%100>=11 && n%100<=99 ? 4 : 5);",
}
_SHORT = {
    (): "nplurals=1; plural=0;",
    (1,): "nplurals=2; plural=(n != 1);",
    (0, 1): "nplurals=2; plural=(n > 1);",
}
"""By the numbers that are not as all others."""


def plural_forms(language: Language) -> str:
    """Return the rule of CLDR as gettext writes it, in the usual words where there are some."""
    rule = Locale.parse(language.code, sep="-").plural_form
    names = [rule(number) for number in range(_ENOUGH)]
    alone = tuple(number for number, name in enumerate(names) if name != names[-1])
    if alone in _SHORT and len(set(names)) <= _TWO:
        return _SHORT[alone]
    base = language.code.partition("-")[0]
    if base in PLURALS:
        return _LONG.get(base) or f"{get_plural(base).plural_forms}"
    long = f"{to_gettext(rule)}"
    # gettext has no powers of ten, as CLDR has them ("e").
    return _SHORT[(1,)] if _POWER.search(long) else long


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
        "Plural-Forms": plural_forms(language),
    }
    typed = dict(old.metadata) if old is not None else {}
    return {**blank, **typed, **fixed}

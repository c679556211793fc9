"""The letters of a language, from the names that CLDR has in it.

CLDR's own list of letters does not come with Babel, but the names of hundreds of languages in each
language do, and they hold nearly all of its letters. (Names of months would help, but Babel 2.18
mixes those of one language into another's once both are read.)
"""

import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache

from babel import Locale

_OFTEN = 3
"""A letter of one or two names may be a foreign one, as in the name of another language."""


@cache
def letters_of(code: str) -> frozenset[str]:
    """Return the letters of a language; none where CLDR has no names in it."""
    locale = Locale.parse(code, sep="-")
    names = set(locale.languages.values())
    found = Counter(letter for name in names for letter in set(letters_in(name)))
    often = {letter for letter, count in found.items() if count >= _OFTEN}
    alphabets = Counter(map(_alphabet, often))
    if not alphabets:
        return frozenset()
    main, _ = alphabets.most_common(1)[0]
    return frozenset(letter for letter in often if _alphabet(letter) == main)


def letters_in(text: str) -> Iterator[str]:
    """Yield the letters of a text and the marks on them."""
    return (each for each in text if unicodedata.category(each)[0] in "LM")


def in_order(letters: Iterable[str], most: int = 12) -> str:
    """Return some letters in a sentence: each once, in the order of their numbers."""
    ranked = sorted(set(letters))
    return " ".join(ranked[:most]) + (" …" if len(ranked) > most else "")


def _alphabet(letter: str) -> str:
    """Return the first word of a letter's name: LATIN, ARABIC, ETHIOPIC."""
    return unicodedata.name(letter, "").partition(" ")[0]

"""Find English phrases in a text, and their renderings in a translation.

Letters are compared as readers compare them: without capitals, vowel marks, and with one form for
letters that Arabic, Farsi and Urdu write in several ways.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache

from manualkit.catalogue.marks import FOOTNOTE, LINK, PLACEHOLDER
from manualkit.model.language import language

# The dot that a small I keeps of a Turkish capital one; Arabic vowel marks, stretching, joiners.
_UNHEARD = dict.fromkeys((0x307, *range(0x64B, 0x656), 0x670, 0x640, 0x200C, 0x200D))
_ALIKE = str.maketrans("أإآٱؤىيئېۍكګةۀہۃے’ı", "ااااویییییکگههههی'i")
_FOLDED = _UNHEARD | _ALIKE
_UNSPACED = frozenset({"Thai", "Laoo", "Khmr", "Mymr"})
_JOINED = "Arab"
"""The script whose languages write the article and small words together with the next word."""
_TITLE = 3
"""So many English words that stand in a translation as they are, are a title or a name."""
_STOPS = re.compile(r"[.,:;()\[\]*\"“”«»۔،؛]+")
_DOUBLED = re.compile(r"(?<!\S)([^\W\d_][^\s.,;:!?،؛۔]+)\s+\1(?![^\W_])")
_LETTER = r"[^\W\d_]"


@lru_cache(maxsize=1 << 16)
def plain(text: str) -> str:
    """Return a text by which two spellings of a word are compared."""
    return unicodedata.normalize("NFC", text.casefold()).translate(_FOLDED)


@lru_cache(maxsize=1 << 15)
def words_only(text: str) -> str:
    """Return a text without placeholders, footnotes and the targets of links."""
    for rule in (PLACEHOLDER, FOOTNOTE, LINK):
        text = rule.sub(" ", text)
    return text


def doubled_words(text: str) -> Iterator[str]:
    """Yield the words of a `plain` text that stand twice in a row."""
    return (found[1] for found in _DOUBLED.finditer(text))


def without_titles(english: str, translation: str) -> str:
    """Return the English without what stands in the translation as it is: titles of books."""
    kept = [
        part
        for part in _STOPS.split(words_only(english))
        if len(part.split()) < _TITLE or part.strip() not in translation
    ]
    return " . ".join(kept)


def english_finder(phrases: Iterable[str], ending: str = "") -> re.Pattern[str]:
    """Return what finds English phrases, the longest first: "lay therapist" is no "therapist"."""
    ranked = sorted(phrases, key=len, reverse=True)
    either = "|".join(map(re.escape, ranked)) or r"(?!)"
    return re.compile(rf"(?<!\w)({either}){ending}(?!\w)", re.IGNORECASE)


def rendering_finder(forms: Iterable[str], code: str) -> re.Pattern[str]:
    """Return what finds one of the forms in a `plain` text; endings may follow each word."""
    return _rendering_finder(tuple(forms), code)


@lru_cache(maxsize=1 << 12)
def _rendering_finder(forms: tuple[str, ...], code: str) -> re.Pattern[str]:
    return re.compile("|".join(_lenient(plain(form), code) for form in forms) or r"(?!)")


def exact_finder(words: Iterable[str], code: str) -> re.Pattern[str]:
    """Return what finds one of the words in a `plain` text, as they are; a star is any letters."""
    parts = [re.escape(plain(word)).replace(r"\*", rf"{_LETTER}*") for word in words]
    either = "|".join(parts) or r"(?!)"
    return re.compile(
        either if language(code).script in _UNSPACED else rf"(?<![\w-])(?:{either})(?![\w-])"
    )


def _lenient(form: str, code: str) -> str:
    words = map(re.escape, form.split())
    if language(code).script in _UNSPACED:
        return r"\s*".join(words)
    joined = r"\w*" if language(code).script == _JOINED else ""
    first = joined or r"(?<!\w)"
    return first + rf"\s+{joined}".join(rf"{word}\w*" for word in words)

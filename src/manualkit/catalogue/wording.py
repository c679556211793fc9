"""What often goes wrong in the words of a translation. A person should look; nothing is blocked."""

import re
from collections.abc import Iterator

from manualkit.catalogue.faults import Fault, warning
from manualkit.model.language import language

_ENGLISH_WORD = re.compile(r"(?<![\w{.])[a-z]{3,}(?![\w}])")
_ENGLISH_WORDS = re.compile(r"(?<![\w.])[a-z]{2,}(?: [a-z]{2,}){2,}")
"""Three words of small letters; names and titles mostly have capital ones."""
_THREE_WORDS = re.compile(r"(?<![\w.])(?=([a-z]{2,} [a-z]{2,} [a-z]{2,})(?!\w))")
"""Each three of them in a row; two languages of one script hardly ever have three in common."""
_NOT_WORDS = re.compile(r"\{[^{}]*\}|\]\([^)]*\)|<[^>]*>|https?://\S+")
_DOUBLED = re.compile(r"\b([^\W\d_]{2,})\s+\1\b", re.IGNORECASE)
_DOUBLE_SPACE = re.compile(r"\S[ \u00a0]{2,}(?=\S)")
_HIDDEN_DIRECTION = re.compile("[\u200e\u200f\u061c]")
_CLOSING = " \t\n\"'*_»”’)]"
_END_MARKS = {"?": "?؟;፧", ".": ".۔。…।։።", "!": "!", ":": ":፡፦"}

_SENTENCE_ENDS = ".?!"

_NO_END_MARKS = frozenset({"Thai", "Laoo", "Khmr", "Mymr"})
_NEVER_DOUBLES = frozenset({"ar", "de", "es", "fr", "it", "nl", "pl", "pt", "ru", "uk"})
"""Languages in which a doubled word is a slip; of those that we do not know we say nothing."""
_MAY_DOUBLE = frozenset({"nous", "vous"})


def doubles_words(code: str) -> bool:
    """Whether a doubled word may be good style in a language; its glossary says of which words."""
    return code.partition("-")[0] not in _NEVER_DOUBLES


def wording_faults(english: str, translation: str, code: str) -> Iterator[Fault]:
    """Find what looks untranslated, unfinished or doubled."""
    base = code.partition("-")[0]
    if english.strip() == translation.strip() and _has_words(english):
        yield warning("same-as-english", "the same as the English", "Translate it.")
    if language(code).script not in _NO_END_MARKS:
        yield from _end_mark(english, translation)
    if not doubles_words(code):
        yield from _doubled(english, translation)
    if _DOUBLE_SPACE.search(translation) and not _DOUBLE_SPACE.search(english):
        yield warning("double-space", "two spaces stand side by side", "Delete one of the two.")
    if translation.strip().count("\n") != english.strip().count("\n"):
        hint = "Break the lines where the English does; they are set to the page by themselves."
        yield warning("line-break", "other line breaks than the English", hint)
    if left := _english_left(english, translation, base):
        what = f'these words are still in English: "{left}"'
        yield warning("untranslated", what, "Translate them.")
    if found := _HIDDEN_DIRECTION.search(translation):
        what = f"a hidden direction mark, U+{ord(found[0]):04X}"
        yield warning(
            "hidden-direction", what, "Delete it; numbers and names are set right for you."
        )


def _english_left(english: str, translation: str, base: str) -> str:
    """Return some words of the English that stand in a translation of another script."""
    if english.strip() == translation.strip():
        return ""
    rest = _NOT_WORDS.sub(" . ", translation)
    if language(base).script == "Latn":
        return _sentence_left(_NOT_WORDS.sub(" . ", english), rest)
    return next((found[0] for found in _ENGLISH_WORDS.finditer(rest) if found[0] in english), "")


def _sentence_left(english: str, translation: str) -> str:
    """Return three English words that are left in a language that is written in Latin letters."""
    ours = set(_THREE_WORDS.findall(english))
    for three in (found for found in _THREE_WORDS.findall(translation) if found in ours):
        before = _alike(*(t[: t.index(three)][::-1] for t in (english, translation)))[::-1]
        behind = _alike(*(t[t.index(three) :] for t in (english, translation)))
        # The title of a book is cited as it is; it has capitals inside.
        if f"{before}{behind}".strip()[1:].islower():
            return str(three)
    return ""


def _alike(first: str, second: str) -> str:
    """Return what both begin with, up to the end of a sentence."""
    pairs = enumerate(zip(first, second, strict=False))
    end = next((at for at, (a, b) in pairs if a != b or a in _SENTENCE_ENDS), None)
    return first[:end] if end is not None else min(first, second, key=len)


def _has_words(text: str) -> bool:
    """Whether there is more than names, abbreviations and numbers."""
    return _ENGLISH_WORD.search(_NOT_WORDS.sub(" ", text)) is not None


def _end_mark(english: str, translation: str) -> Iterator[Fault]:
    if " " not in english.strip():
        return  # A lone word with a full stop is an abbreviation: "No."
    ours, theirs = english.rstrip(_CLOSING)[-1:], translation.rstrip(_CLOSING)[-1:]
    if ours in _END_MARKS and theirs not in _END_MARKS[ours]:
        yield warning("end-mark", f'the English ends with "{ours}"', "End it in the same way.")


def _doubled(english: str, translation: str) -> Iterator[Fault]:
    found = _DOUBLED.search(translation)
    if found and found[1].lower() not in _MAY_DOUBLE and not _DOUBLED.search(english):
        yield warning("doubled-word", f'"{found[1]}" stands twice', "Delete one of the two.")

"""Two texts, word by word. White space does not count, except an empty line between paragraphs."""

import dataclasses as dc
import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import Literal

from manualkit.model.digest import normalised

Change = Literal["same", "gone", "new"]
# Braces hold together; Thai has no spaces between words, so its pieces are about a syllable.
_BRACES = r"\{\{[^{}]*\}\}|\{%[^{}]*%\}"
_THAI = r"[\u0e40-\u0e44]?[\u0e01-\u0e2e][\u0e30-\u0e3a\u0e45\u0e47-\u0e4e]*|[\u0e00-\u0e7f]"
_GAP = re.compile(r"\s+")
_WORD = re.compile(rf"(?:{_BRACES}|\S)+")
_PIECE = re.compile(rf"{_THAI}|(?:{_BRACES}|[^\s\u0e00-\u0e7f])+")
PARAGRAPH = "\N{PILCROW SIGN}"
"""Stands for the empty line between two paragraphs."""


@dc.dataclass(frozen=True, slots=True)
class Word:
    """A word, or the end of a paragraph."""

    key: str
    """What is compared: the word without the space around it."""
    gap: str
    """The white space that stood before it."""

    @property
    def text(self) -> str:
        """The word as it stood."""
        return self.gap if self.key == PARAGRAPH else self.gap + self.key


@dc.dataclass(frozen=True, slots=True)
class Piece:
    """A run of words that both texts have, or only one of them."""

    change: Change
    text: str


def words_of(text: str, *, small: bool = False) -> list[Word]:
    """Return the words of a text; `small` cuts Thai into pieces, which show a change better."""
    text, end, found = text.strip(), 0, []
    for match in (_PIECE if small else _WORD).finditer(text):
        gap = text[end : match.start()]
        if _ends_paragraph(gap):
            found.append(Word(PARAGRAPH, gap))
            gap = ""
        found.append(Word(match[0], gap))
        end = match.end()
    return found


def _ends_paragraph(gap: str) -> bool:
    return gap.count("\n") > 1


def joined(words: Sequence[Word]) -> str:
    """Return the words as a text."""
    return "".join(word.text for word in words)


def runs(before: Sequence[Word], after: Sequence[Word]) -> list[tuple[int, int, int]]:
    """Return the runs of words that both have: where they begin in each, and how long they are."""
    keys = ([word.key for word in before], [word.key for word in after])
    matcher = SequenceMatcher(None, *keys, autojunk=False)
    return [(a, b, size) for a, b, size in matcher.get_matching_blocks() if size]


def likeness(before: str, after: str) -> float:
    """Return how many of the words two texts share, from 0 to 1."""
    one, other = words_of(before, small=True), words_of(after, small=True)
    total = len(one) + len(other)
    return 2 * sum(size for _, _, size in runs(one, other)) / total if total else 1.0


def differences(before: str, after: str) -> tuple[Piece, ...]:
    """Return what is the same, what is gone and what is new, in reading order."""
    one, other = words_of(before, small=True), words_of(after, small=True)
    pieces: list[Piece] = []
    at = to = 0
    for start, begin, size in (*runs(one, other), (len(one), len(other), 0)):
        pieces += _pieces("gone", one[at:start])
        pieces += _pieces("new", other[to:begin])
        pieces += _pieces("same", other[begin : begin + size])
        at, to = start + size, begin + size
    return tuple(pieces)


def _pieces(change: Change, words: Sequence[Word]) -> Iterator[Piece]:
    if words:
        yield Piece(change, joined(words))


def same_words(before: str, after: str) -> bool:
    """Whether two texts differ in nothing but where their lines break."""
    return normalised(before) == normalised(after)

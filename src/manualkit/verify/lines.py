"""The lines of a PDF as they are read, and whether they read as a text."""

import dataclasses as dc
import re
import unicodedata
from collections.abc import Iterable

from manualkit.model.language import language
from manualkit.verify.tagged import Line, PrintedPiece
from manualkit.verify.words import even

_RTL = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_WITH_NUMBERS = "%٪‰$£€¥°#"
_LTR_RUN = re.compile(
    rf"[{_WITH_NUMBERS}]*[\dA-Za-z\u00c0-\u024f]+(?:[.,:/+٫٬-][\dA-Za-z\u00c0-\u024f]+)*[{_WITH_NUMBERS}]*"
)
"""Letters and numbers that read from the left inside a line that reads from the right."""
_UNSEEN = re.compile("[\u00ad\u061c\u0640\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]")
_HYPHENS = "-\N{HYPHEN}"
_EXACT = "Latn"
"""The script that a PDF gives back to the letter."""


@dc.dataclass(frozen=True, slots=True)
class Readable:
    """A piece that can be compared: its lines, each as it may be read."""

    role: str
    group: int
    lines: tuple[tuple[str, ...], ...]


@dc.dataclass(frozen=True, slots=True)
class Script:
    """How the texts of a language are read and compared."""

    language: str
    rtl: bool

    def read(self, piece: PrintedPiece) -> Readable:
        """Return a piece of a PDF as it may be read."""
        lines = tuple(self._readings(line) for line in piece.lines)
        return Readable(piece.role, piece.group, lines)

    def reads(self, words: str, parts: Iterable[Readable]) -> bool:
        """Whether the lines of some pieces, one behind the other, read as `words`."""
        rest: str | None = self.even(words)
        for part in parts:
            for line in part.lines:
                rest = None if rest is None else _behind_any(rest, line)
        return rest == ""

    def even(self, text: str) -> str:
        """Return a text as it is compared; blanks and fillers count in Latin script alone."""
        text = even(text, self.language)
        if language(self.language).script == _EXACT:
            return text
        return "".join(_UNSEEN.sub("", unicodedata.normalize("NFKC", text)).split())

    def _readings(self, line: Line) -> tuple[str, ...]:
        """Return a line as it may be read: from the left, from the right, or both."""
        forth = "".join(line)
        if not self.rtl:
            return (self.even(forth),)
        back = _LTR_RUN.sub(lambda found: found[0][::-1], "".join(reversed(line)))
        if _RTL.search(forth):
            return (self.even(back),)
        return tuple(dict.fromkeys((self.even(forth), self.even(back))))


def _behind_any(words: str, readings: Iterable[str]) -> str | None:
    """Return what follows a line in a text that begins with one of its readings."""
    ends = (_behind(words, reading) for reading in sorted(readings, key=len, reverse=True))
    return next((end for end in ends if end is not None), None)


def _behind(words: str, line: str) -> str | None:
    """Return what follows a line in a text that begins with it; a word may be split at its end."""
    if words.startswith(line):
        return words[len(line) :].lstrip()
    if line[-1:] in _HYPHENS and words.startswith(line[:-1]):
        return words[len(line) - 1 :]
    return None

"""What of a text is new, and what is gone: word by word, for people who compare two versions."""

import dataclasses as dc
import re
from difflib import SequenceMatcher
from typing import Literal

_WORDS = re.compile(r"\s+|\w+|[^\w\s]")
_MOST_WORDS = 1500
"""Beyond it a comparison would take seconds, and nobody reads it word by word."""
_LEAST_ALIKE = 0.35
"""Texts that share less are two texts, not two versions of one; marks would only confuse."""

Side = Literal["same", "gone", "new"]


@dc.dataclass(frozen=True, slots=True)
class Piece:
    """A part of a text."""

    side: Side
    text: str


def word_difference(before: str, after: str) -> tuple[list[Piece], list[Piece]]:
    """Return both texts in pieces: what both say, what only the first or only the second says.

    Texts that have little in common come back whole, as one piece each.
    """
    old, new = _WORDS.findall(before), _WORDS.findall(after)
    if not old or not new or len(old) + len(new) > _MOST_WORDS:
        return _whole(before, "same"), _whole(after, "same")
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    if _alike(matcher, old, new) < _LEAST_ALIKE:
        return _whole(before, "same"), _whole(after, "same")
    left: list[Piece] = []
    right: list[Piece] = []
    for tag, i, j, k, m in matcher.get_opcodes():
        same = tag == "equal"
        left += _whole("".join(old[i:j]), "same" if same else "gone")
        right += _whole("".join(new[k:m]), "same" if same else "new")
    return _joined(left), _joined(right)


def _joined(pieces: list[Piece]) -> list[Piece]:
    """Return the pieces with a space between two marked words marked too, as a reader marks."""
    found: list[Piece] = []
    for at, piece in enumerate(pieces):
        before = found[-1].side if found else "same"
        after = pieces[at + 1].side if at + 1 < len(pieces) else "same"
        between = piece.side == "same" and piece.text == " " and before == after != "same"
        side = before if between else piece.side
        if found and found[-1].side == side:
            found[-1] = Piece(side, found[-1].text + piece.text)
        else:
            found.append(Piece(side, piece.text))
    return found


def _alike(matcher: SequenceMatcher[str], old: list[str], new: list[str]) -> float:
    """Return the share of letters that both have, without the spaces, which all texts share."""
    kept = sum(
        len(word.strip())
        for match in matcher.get_matching_blocks()
        for word in old[match.a : match.a + match.size]
    )
    letters = sum(len(word.strip()) for word in (*old, *new))
    return 2 * kept / letters if letters else 1.0


def _whole(text: str, side: Side) -> list[Piece]:
    return [Piece(side, text)] if text else []

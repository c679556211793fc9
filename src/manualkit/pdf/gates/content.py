"""The content of a page: which letters are drawn, and where.

WeasyPrint 70.0 writes one operator to a line. So lines are matched, instead of having a PDF library
take every operator apart: that took as long as all other gates together. If it writes otherwise
one day, nothing is found, and the gates say that every text is lost.
"""

import dataclasses as dc
import re
from collections.abc import Iterator, Mapping

Matrix = tuple[float, float, float, float, float, float]
Texts = Mapping[bytes, str]
"""Code, as it is written in the content, to text."""
_IDENTITY: Matrix = (1, 0, 0, 1, 0, 0)
_LINE = re.compile(
    rb"^(?:(?P<state>[qQ])|(?P<end>ET)|(?P<matrix>[-\d. ]+) (?P<kind>cm|Tm)"
    rb"|/(?P<font>\S+) [-\d.]+ Tf|\[(?P<shown>[^\n]*)\] ?TJ)$",
    re.MULTILINE,
)
_CODES = re.compile(rb"<([0-9a-f]+)>")
_DIGITS = 4


@dc.dataclass(frozen=True, slots=True)
class Run:
    """Text that is drawn in one go, from left to right."""

    page: int
    x: float
    y: float
    text: str
    """Characters in the order in which they stand on the paper."""


def runs(page: int, content: bytes, fonts: Mapping[str, Texts]) -> Iterator[Run]:
    """Return the runs of a page, in the order of its content."""
    matrix, place, saved = _IDENTITY, _IDENTITY, [_IDENTITY]
    texts: Texts = {}
    pieces: list[str] = []
    for line in _LINE.finditer(content):
        kind = line.lastgroup
        if kind == "shown":
            pieces += _decoded(line["shown"], texts)
        elif kind == "font":
            texts = fonts.get(line["font"].decode(), {})
        elif kind == "end":
            if pieces:
                yield Run(page, place[4], place[5], "".join(pieces))
                pieces = []
        elif kind == "kind":
            moved = _product(_matrix(line["matrix"]), matrix)
            place, matrix = (moved, matrix) if line["kind"] == b"Tm" else (place, moved)
        elif line["state"] == b"q":
            saved.append(matrix)
        else:
            matrix = saved.pop() if saved else _IDENTITY


def _decoded(shown: bytes, texts: Texts) -> Iterator[str]:
    for piece in _CODES.findall(shown):
        for at in range(0, len(piece), _DIGITS):
            yield texts.get(piece[at : at + _DIGITS], "")


def _matrix(operands: bytes) -> Matrix:
    a, b, c, d, e, f = map(float, operands.split())
    return a, b, c, d, e, f


def _product(one: Matrix, other: Matrix) -> Matrix:
    a, b, c, d, e, f = one
    p, q, r, s, t, u = other
    return (
        a * p + b * r,
        a * q + b * s,
        c * p + d * r,
        c * q + d * s,
        e * p + f * r + t,
        (e * q + f * s + u),
    )

"""A PDF as a reader's program sees it: runs of text with their places, fonts with their tables."""

import dataclasses as dc
import re
from collections.abc import Collection, Iterator, Sequence

import pikepdf

from manualkit.pdf.foreign import PdfObject

Matrix = tuple[float, float, float, float, float, float]
_OPERATORS = "q Q cm Tm Tf TJ"
_IDENTITY: Matrix = (1, 0, 0, 1, 0, 0)
_BLOCK = re.compile(rb"beginbfchar(.*?)endbfchar", re.DOTALL)
_PAIR = re.compile(rb"<([0-9a-fA-F]+)>\s*<([0-9a-fA-F]*)>")


@dc.dataclass(frozen=True, slots=True)
class Run:
    """Text that is drawn in one go, from left to right."""

    page: int
    x: float
    y: float
    text: str
    """Characters in the order in which they stand on the paper."""


@dc.dataclass(frozen=True, slots=True)
class EmbeddedFont:
    """A font of the PDF."""

    name: str
    file: bytes
    """The embedded font program; empty if there is none."""
    glyphs: dict[int, int]
    """Code to glyph number, where they differ."""
    texts: dict[int, str]
    """Code to text."""


def fonts(pdf: pikepdf.Pdf) -> dict[str, EmbeddedFont]:
    """Return the fonts by the name that the pages use (WeasyPrint gives all pages the same)."""
    table: PdfObject = pdf.pages[0].Resources.get("/Font", {})
    return {str(name): _font(table[name]) for name in table}


def lines(pdf: pikepdf.Pdf, known: dict[str, EmbeddedFont], pages: Collection[int]) -> list[Run]:
    """Return the lines of some pages, each as it stands on the paper from left to right."""
    found: list[Run] = []
    for number in sorted(pages):
        page = pdf.pages[number - 1]
        rows: dict[int, list[Run]] = {}
        for run in _Reader(number, known).runs(page):
            rows.setdefault(round(run.y), []).append(run)
        for row in rows.values():
            row.sort(key=lambda run: run.x)
            found.append(dc.replace(row[0], text=" ".join(run.text for run in row)))
    return found


def _font(entry: PdfObject) -> EmbeddedFont:
    descendant = entry.DescendantFonts[0] if "/DescendantFonts" in entry else entry
    descriptor = descendant.get("/FontDescriptor", {})
    program = next(
        (descriptor[key] for key in ("/FontFile2", "/FontFile3") if key in descriptor), None
    )
    table = descendant.get("/CIDToGIDMap")
    return EmbeddedFont(
        name=str(entry.BaseFont),
        file=b"" if program is None else program.read_bytes(),
        glyphs=_glyphs(table.read_bytes()) if isinstance(table, pikepdf.Stream) else {},
        texts=_texts(entry.ToUnicode.read_bytes()) if "/ToUnicode" in entry else {},
    )


def _glyphs(table: bytes) -> dict[int, int]:
    pairs = ((code, table[2 * code] << 8 | table[2 * code + 1]) for code in range(len(table) // 2))
    return {code: glyph for code, glyph in pairs if glyph}


def _texts(table: bytes) -> dict[int, str]:
    return {
        int(code, 16): bytes.fromhex(text.decode()).decode("utf-16-be")
        for block in _BLOCK.findall(table)
        for code, text in _PAIR.findall(block)
    }


class _Reader:
    """Reads the content of one page."""

    def __init__(self, page: int, known: dict[str, EmbeddedFont]) -> None:
        self._page = page
        self._fonts = known
        self._matrix = _IDENTITY
        self._saved: list[Matrix] = []
        self._texts: dict[int, str] = {}

    def runs(self, page: pikepdf.Page) -> Iterator[Run]:
        """Return the runs of the page, in the order of its content."""
        place, text = (0.0, 0.0), ""
        for instruction in pikepdf.parse_content_stream(page, _OPERATORS):
            name, operands = str(instruction.operator), list(instruction.operands)
            if name == "TJ":
                text += self._shown(operands[0])
            elif name == "Tf":
                known = self._fonts.get(str(operands[0]))
                self._texts = known.texts if known else {}
            else:
                if text.strip():
                    yield Run(self._page, *place, text)
                text = ""
                place = self._moved(name, operands, place)
        if text.strip():
            yield Run(self._page, *place, text)

    def _moved(
        self, name: str, operands: Sequence[PdfObject], place: tuple[float, float]
    ) -> tuple[float, float]:
        if name == "q":
            self._saved.append(self._matrix)
        elif name == "Q":
            self._matrix = self._saved.pop() if self._saved else _IDENTITY
        elif name == "cm":
            self._matrix = _product(_matrix(operands), self._matrix)
        else:
            whole = _product(_matrix(operands), self._matrix)
            return whole[4], whole[5]
        return place

    def _shown(self, pieces: PdfObject) -> str:
        codes = (bytes(piece) for piece in pieces if isinstance(piece, pikepdf.String))
        return "".join(
            self._texts.get(data[at] << 8 | data[at + 1], "")
            for data in codes
            for at in range(0, len(data) - 1, 2)
        )


def _matrix(operands: Sequence[PdfObject]) -> Matrix:
    a, b, c, d, e, f = (float(operand) for operand in operands)
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

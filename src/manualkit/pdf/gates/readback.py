"""A PDF as a reader's program sees it, opened once for all gates."""

import dataclasses as dc
import io
import re
from collections.abc import Collection, Iterable
from typing import Self

import pikepdf

from manualkit.pdf.foreign import PdfObject
from manualkit.pdf.gates.content import Run, runs

_BLOCK = re.compile(rb"beginbfchar(.*?)endbfchar", re.DOTALL)
_PAIR = re.compile(rb"<([0-9a-fA-F]+)>\s*<([0-9a-fA-F]*)>")


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


@dc.dataclass(frozen=True, slots=True)
class ReadBack:
    """What stands in a PDF."""

    fonts: dict[str, EmbeddedFont]
    """By the name that the pages use; WeasyPrint gives all pages the same."""
    pages: tuple[tuple[Run, ...], ...]
    """The runs of each page, in the order of its content."""

    @classmethod
    def of(cls, content: bytes) -> Self:
        """Read a PDF."""
        with pikepdf.open(io.BytesIO(content)) as pdf:
            known = fonts(pdf)
            texts = {name.removeprefix("/"): _written(font) for name, font in known.items()}
            pages = (
                tuple(runs(number, page.Contents.read_bytes(), texts))
                for number, page in enumerate(pdf.pages, 1)
            )
            return cls(known, tuple(pages))

    def lines(self, numbers: Collection[int]) -> list[Run]:
        """Return the lines of some pages, each as it stands on the paper from left to right."""
        return [line for number in sorted(numbers) for line in _lines(self.pages[number - 1])]


def fonts(pdf: pikepdf.Pdf) -> dict[str, EmbeddedFont]:
    """Return the fonts by the name that the pages use."""
    table: PdfObject = pdf.pages[0].Resources.get("/Font", {})
    return {str(name): _font(table[name]) for name in table}


def _written(font: EmbeddedFont) -> dict[bytes, str]:
    return {b"%04x" % code: text for code, text in font.texts.items()}


def _lines(page: Iterable[Run]) -> list[Run]:
    rows: dict[int, list[Run]] = {}
    for run in page:
        rows.setdefault(round(run.y), []).append(run)
    sorted_rows = (sorted(row, key=lambda run: run.x) for row in rows.values())
    return [dc.replace(row[0], text=" ".join(run.text for run in row)) for row in sorted_rows]


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

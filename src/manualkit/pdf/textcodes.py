"""The codes that the text layer gives to glyphs, and the tables of a font dictionary for them."""

from collections.abc import Callable

import pydyf  # type: ignore[import-untyped]

from manualkit.pdf.foreign import Font, Pdf, PdfObject

CodeOf = Callable[[Font, int, str], int]
"""Says which code a glyph of a font has when it stands for a text."""
_LAST_CODE = 0xFFFF


class Codes:
    """The codes of one font file: one for each pair of glyph and text."""

    def __init__(self, first_free: int) -> None:
        self._next = first_free
        self._by_pair: dict[tuple[int, str], int] = {}
        self.glyphs: dict[int, int] = {}
        """Code to glyph."""
        self.texts: dict[int, str] = {}
        """Code to text."""

    def code(self, glyph: int, text: str) -> int:
        """Return the code for a glyph that stands for `text`; the first text keeps the number."""
        known = self._by_pair.get((glyph, text))
        if known is not None:
            return known
        code = glyph if glyph not in self.glyphs else self._next
        if code > _LAST_CODE:
            return glyph
        self._next += code == self._next
        self._by_pair[glyph, text] = code
        self.glyphs[code] = glyph
        self.texts[code] = text
        return code


def is_font(entry: object) -> bool:
    """Return whether an object of a PDF is a font dictionary with texts."""
    return isinstance(entry, dict) and entry.get("Type") == "/Font" and "ToUnicode" in entry


def _object(pdf: Pdf, reference: bytes) -> PdfObject:
    return pdf.objects[int(reference.split()[0])]


def rewrite(pdf: Pdf, font: PdfObject, codes: Codes, widths: dict[int, float]) -> None:
    """Give a font dictionary the texts, widths and glyphs of `codes`."""
    _object(pdf, font["ToUnicode"]).stream = _to_unicode(codes.texts)
    descendant = _object(pdf, font["DescendantFonts"][0])
    descendant["W"] = _widths({code: widths[glyph] for code, glyph in codes.glyphs.items()})
    table = bytearray(2 * (max(codes.glyphs) + 1))
    for code, glyph in codes.glyphs.items():
        table[2 * code : 2 * code + 2] = glyph.to_bytes(2, "big")
    stream = pydyf.Stream([bytes(table)], compress=True)
    pdf.add_object(stream)
    descendant["CIDToGIDMap"] = stream.reference


def _widths(widths: dict[int, float]) -> pydyf.Array:
    array = pydyf.Array()
    for code in sorted(widths):
        if code - 1 not in widths:
            array.extend([code, pydyf.Array()])
        array[-1].append(widths[code])
    return array


def _to_unicode(texts: dict[int, str]) -> list[bytes]:
    lines = [
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap",
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
        "/CMapName /Adobe-Identity-UCS def /CMapType 2 def",
        "1 begincodespacerange <0000> <ffff> endcodespacerange",
    ]
    pairs = sorted(texts.items())
    # The format allows a hundred entries in a block.
    for start in range(0, len(pairs), 100):
        block = pairs[start : start + 100]
        lines.append(f"{len(block)} beginbfchar")
        lines += [f"<{code:04x}> <{text.encode('utf-16-be').hex()}>" for code, text in block]
        lines.append("endbfchar")
    lines.append("endcmap CMapName currentdict /CMap defineresource pop end end")
    return [line.encode() for line in lines]

"""A PDF as a screen reader meets it: the pieces of its tag tree, line by line.

Running heads and decoration are artifacts and no part of it.
"""

import dataclasses as dc
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import pikepdf

_PIECES = re.compile(r"/(H\d?|P|Lbl|LBody|TH|TD|Caption|BlockQuote)")
_THROUGH = frozenset({"/Span", "/NonStruct", "/Link", "/Em", "/Strong", "/Quote"})
_REFERENCE = "/Reference"
_BOXES = frozenset({"/Art", "/Aside", "/Div", "/Document", "/Part", "/Sect"})
_TOKEN = re.compile(
    rb"/(?P<tag>\w+)\s*(?:<<(?P<inside>(?:(?!BDC).)*)>>|/\w+)\s*BDC\b|/(?P<plain>\w+)\s+BMC\b"
    rb"|(?P<close>EMC)\b|/(?P<font>[^\s/]+)\s+[\d.]+\s+Tf\b"
    rb"|\[(?P<show>[^\]]*)\]\s*TJ\b|(?P<one><[0-9A-Fa-f]*>)\s*Tj\b|(?P<mode>\d)\s+Tr\b",
    re.DOTALL,
)
_MCID = re.compile(rb"/MCID\s+(\d+)")
_HEX = re.compile(rb"<([0-9A-Fa-f\s]*)>")
_BLOCK = re.compile(rb"beginbf(char|range)(.*?)endbf", re.DOTALL)
_PAIR = re.compile(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]*)>")
_UNSEEN = b"3"
"""Mode of text that is not drawn."""

Node = Any  # pikepdf's objects have no types of their own
Line = tuple[str, ...]
"""The texts of its glyphs, in the order in which they are drawn, from left to right."""
Fonts = dict[bytes, dict[int, str]]


@dc.dataclass(frozen=True, slots=True)
class PrintedPiece:
    """A heading, a paragraph, an item, the mark of an item, a cell; or the part on one page."""

    role: str
    group: int
    """Number of the box that it stands in."""
    lines: tuple[Line, ...]


@dc.dataclass(frozen=True, slots=True)
class Half:
    """The languages of a sheet in two languages: the one that is read, and the other."""

    own: str
    other: str

    def leaves_out(self, node: Node, siblings: Sequence[Node]) -> bool:
        """Whether a tag is the other language's. English without its partner is read by all."""
        if _language(node) != self.other:
            return False
        sides = [each for each in siblings if _language(each)]
        tags = {str(each.get("/S")) for each in sides}
        languages = sorted(map(_language, sides))
        pair = languages == sorted((self.own, self.other)) and tags in ({"/Div"}, {"/Span"})
        return pair or self.other != "en"


def _language(node: Node) -> str:
    return str(node.get("/Lang", "")) if isinstance(node, pikepdf.Dictionary) else ""


def read_sheet(path: Path, half: Half | None = None) -> tuple[PrintedPiece, ...]:
    """Return the pieces of a PDF in reading order; of one in two languages, those of a half.

    Raises:
        ValueError: it cannot be read, or has no tags.
    """
    try:
        with pikepdf.open(path) as pdf:
            root = pdf.Root.get("/StructTreeRoot")
            if root is None:
                raise ValueError("it has no tags")
            tables: dict[Node, dict[int, str]] = {}
            texts = {page.objgen: _page_texts(page, tables) for page in pdf.pages}
            texts |= {form.objgen: _form_texts(form, tables) for form in _forms(pdf)}
            reader = _Reader(texts, half)
            reader.walk(root.get("/K"))
    except pikepdf.PdfError as error:
        raise ValueError(str(error)) from error
    pieces = (PrintedPiece(role, group, tuple(lines)) for role, group, lines in reader.found)
    return tuple(piece for piece in pieces if any("".join(line).strip() for line in piece.lines))


class _Reader:
    """Walks over the tag tree."""

    def __init__(
        self, texts: Mapping[Node, Mapping[int, list[str]]], half: Half | None = None
    ) -> None:
        self._texts = texts
        self._half = half
        self.found: list[tuple[str, int, list[Line]]] = []
        self._groups = 0

    def walk(
        self,
        node: Node,
        page: Node = None,
        role: str = "",
        group: int = 0,
        piece: list[Line] | None = None,
    ) -> None:
        if isinstance(node, pikepdf.Array):
            siblings = list(node)
            for child in siblings:
                if self._half is None or not self._half.leaves_out(child, siblings):
                    self.walk(child, page, role, group, piece)
        elif isinstance(node, pikepdf.Dictionary):
            page = node.get("/Stm", node.get("/Pg", page))
            if "/MCID" in node:
                self._add(page, int(node.MCID), role, group, piece)
            elif "/K" in node and "/S" in node:
                self._enter(node, page, role, group, piece)
        elif node is not None:
            self._add(page, int(node), role, group, piece)

    def _enter(
        self, node: Node, page: Node, role: str, group: int, piece: list[Line] | None
    ) -> None:
        tag = str(node.S)
        if tag == _REFERENCE:
            # The number of a page stands in the text, and is none of its words.
            piece = []
            self.found.append((tag[1:], group, piece))
        elif tag not in _THROUGH and tag != role:
            role = tag
            starts = _PIECES.fullmatch(tag) is not None
            piece = [] if starts else None
            if starts:
                self.found.append((tag[1:], group, piece or []))
                piece = self.found[-1][2]
            else:
                self._groups += tag in _BOXES
                group = self._groups if tag in _BOXES else group
        self.walk(node.K, page, role, group, piece)

    def _add(
        self, page: Node, number: int, role: str, group: int, piece: list[Line] | None
    ) -> None:
        texts = self._texts.get(page.objgen) if page is not None else None
        line = tuple((texts or {}).get(number, ()))
        if piece is None:
            self.found.append((role[1:], group, [line]))
        else:
            piece.append(line)


def _page_texts(page: pikepdf.Page, tables: dict[Node, dict[int, str]]) -> dict[int, list[str]]:
    """Return the texts of the marked pieces of a page, by their number."""
    page.contents_coalesce()
    contents = page.obj.get("/Contents")
    data = b"" if contents is None else contents.read_bytes()
    return _marked_texts(data, page.resources, tables)


def _forms(pdf: pikepdf.Pdf) -> Iterator[Node]:
    """Yield the pages of a booklet: on its sheets, each is a form."""
    for page in pdf.pages:
        for drawn in page.resources.get("/XObject", {}).values():
            if drawn.get("/Subtype") == "/Form" and "/StructParents" in drawn:
                yield drawn


def _form_texts(form: Node, tables: dict[Node, dict[int, str]]) -> dict[int, list[str]]:
    return _marked_texts(form.read_bytes(), form.get("/Resources", {}), tables)


def _marked_texts(
    data: bytes, resources: Node, tables: dict[Node, dict[int, str]]
) -> dict[int, list[str]]:
    fonts: Fonts = {}
    for name, font in resources.get("/Font", {}).items():
        if font.objgen not in tables:
            tables[font.objgen] = _table(font)
        fonts[name[1:].encode()] = tables[font.objgen]
    found: dict[int, list[str]] = {}
    for number, text in _shown(data, fonts):
        found.setdefault(number, []).extend(text)
    return found


def _shown(data: bytes, fonts: Fonts) -> Iterator[tuple[int, Sequence[str]]]:
    """Yield what is drawn, each with the number of the marked piece that it belongs to."""
    opened: list[int | None] = []  # None: not to be read
    table: dict[int, str] = {}
    unseen = False
    for token in _TOKEN.finditer(data):
        kind = token.lastgroup
        if kind == "close":
            del opened[-1:]
        elif kind == "font":
            table = fonts.get(token["font"], {})
        elif kind == "mode":
            unseen = token["mode"] == _UNSEEN
        elif kind in {"show", "one"}:
            if opened and opened[-1] is not None and not unseen:
                yield opened[-1], _decoded(token["show"] or token["one"], table)
        else:
            opened.append(_marked(token, opened[-1] if opened else None))


def _marked(token: re.Match[bytes], around: int | None) -> int | None:
    """Return the number of the piece that opens, or of the one around it."""
    inside = token["inside"] or b""
    number = _MCID.search(inside)
    if number:
        return int(number[1])
    aside = b"Artifact" in {token["tag"], token["plain"]} or b"/ActualText" in inside
    return None if aside else around


def _decoded(data: bytes, table: dict[int, str]) -> list[str]:
    codes = (bytes.fromhex(piece.decode()) for piece in _HEX.findall(data))
    return [
        table.get(code[at] << 8 | code[at + 1], "\N{REPLACEMENT CHARACTER}")
        for code in codes
        for at in range(0, len(code) - 1, 2)
    ]


def _table(font: Node) -> dict[int, str]:
    """Return the texts of a font's codes."""
    if "/ToUnicode" not in font:
        return {}
    return {
        int(code, 16): bytes.fromhex(text.decode()).decode("utf-16-be", "replace")
        for kind, block in _BLOCK.findall(font.ToUnicode.read_bytes())
        if kind == b"char"
        for code, text in _PAIR.findall(block)
    }

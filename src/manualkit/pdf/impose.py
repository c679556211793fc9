"""A PDF → a booklet: its pages two by two on sheets. Tags, links and bookmarks come along.

A page becomes a form that is drawn on a sheet. Its tags tell then in which form they stand, so that
a screen reader still reads the pages in their order, whatever the order on the sheets.
"""

import dataclasses as dc
import io
from collections.abc import Iterator, Mapping, Sequence

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf

from manualkit.pdf.booklet import Fold, Side, imposed
from manualkit.pdf.foreign import PdfObject

_POINTS = 72 / 25.4


@dc.dataclass(frozen=True, slots=True)
class _Placed:
    """Where a page has come to stand."""

    sheet: PdfObject
    form: PdfObject
    x: float
    y: float


_Places = Mapping[tuple[int, int], _Placed]
"""By the number of the page's object."""


def impose(content: bytes, fold: Fold) -> bytes:
    """Return the bytes of a booklet of the pages of a PDF."""
    with Pdf.open(io.BytesIO(content)) as pdf:
        pages = [page.obj for page in pdf.pages]
        places = dict(_laid(pdf, pages, fold))
        del pdf.pages[: len(pages)]
        for thing in list(pdf.objects):
            if isinstance(thing, Dictionary):
                _follow(thing, places)
        for target in _named_targets(pdf):
            _aim(target, places)
        _tell_printer(pdf, rtl=fold.rtl)
        written = io.BytesIO()
        pdf.save(written, deterministic_id=True)
    return written.getvalue()


def _laid(
    pdf: Pdf, pages: Sequence[PdfObject], fold: Fold
) -> Iterator[tuple[tuple[int, int], _Placed]]:
    """Draw the pages on sheets."""
    for side in imposed(len(pages), rtl=fold.rtl):
        size = (fold.width * _POINTS, fold.height * _POINTS)
        sheet = pdf.add_blank_page(page_size=size).obj
        for page, placed in _halves(pages, side, sheet, size):
            _move_links(page, placed)
            yield page.objgen, placed


def _halves(
    pages: Sequence[PdfObject], side: Side, sheet: PdfObject, size: tuple[float, float]
) -> Iterator[tuple[PdfObject, _Placed]]:
    """Yield the pages of one side, each in the middle of its half."""
    forms, drawn = Dictionary(), b""
    half = size[0] / 2
    for name, number, left in (("/Left", side.left, 0.0), ("/Right", side.right, half)):
        if number is None:
            continue
        page = pages[number]
        form = pikepdf.Page(page).as_form_xobject()
        form.StructParents = page.StructParents
        wide, high = (float(edge) for edge in list(page.MediaBox)[2:])
        x, y = left + (half - wide) / 2, (size[1] - high) / 2
        forms[name] = form
        drawn += f"q 1 0 0 1 {x:.3f} {y:.3f} cm {name} Do Q\n".encode()
        yield page, _Placed(sheet, form, x, y)
    sheet.Resources = Dictionary(XObject=forms)
    sheet.Contents.write(drawn)


def _move_links(page: PdfObject, placed: _Placed) -> None:
    links = page.get("/Annots")
    if links is None:
        return
    sheet = placed.sheet
    sheet.Tabs = Name.S
    if "/Annots" not in sheet:
        sheet.Annots = Array()
    for link in links:
        link.Rect = _moved(link.Rect, placed)
        sheet.Annots.append(link)


def _follow(thing: PdfObject, places: _Places) -> None:
    """Tell a tag or a bookmark where its page has gone."""
    if isinstance(thing.get("/Dest"), Array):
        _aim(thing.Dest, places)
    placed = places.get(thing.Pg.objgen) if "/Pg" in thing else None
    if placed is None:
        return
    thing.Pg = placed.sheet
    if "/BBox" in thing.get("/A", {}):
        thing.A.BBox = _moved(thing.A.BBox, placed)
    if "/K" in thing:
        kids = thing.K if isinstance(thing.K, Array) else [thing.K]
        thing.K = Array([_kid(kid, placed, places) for kid in kids])


def _kid(kid: PdfObject, placed: _Placed, places: _Places) -> PdfObject:
    """Return what a tag holds: content of a form, a link on the sheet, or another tag."""
    if isinstance(kid, int):
        return Dictionary(Type=Name.MCR, Pg=placed.sheet, Stm=placed.form, MCID=kid)
    if isinstance(kid, Dictionary) and kid.get("/Type") == Name.OBJR and not kid.is_indirect:
        kid.Pg = places[kid.Pg.objgen].sheet if "/Pg" in kid else placed.sheet
    return kid


def _named_targets(pdf: Pdf) -> Iterator[PdfObject]:
    names: PdfObject = pdf.Root.get("/Names", Dictionary()).get("/Dests", Dictionary())
    yield from (entry for entry in names.get("/Names", Array()) if isinstance(entry, Array))


def _aim(target: PdfObject, places: _Places) -> None:
    """Let a target `[page /XYZ x y zoom]` follow its page."""
    placed = places.get(target[0].objgen)
    if placed is not None:
        target[0] = placed.sheet
        target[2], target[3] = float(target[2]) + placed.x, float(target[3]) + placed.y


def _moved(rectangle: PdfObject, placed: _Placed) -> PdfObject:
    left, bottom, right, top = (float(edge) for edge in rectangle)
    x, y = placed.x, placed.y
    return Array([left + x, bottom + y, right + x, top + y])


def _tell_printer(pdf: Pdf, *, rtl: bool) -> None:
    """Turn the sheets over their short edge, without being asked to."""
    wishes = pdf.Root.get("/ViewerPreferences", Dictionary())
    wishes.Duplex = Name.DuplexFlipShortEdge
    wishes.PrintScaling = Name("/None")
    wishes.Direction = Name.R2L if rtl else Name.L2R
    pdf.Root.ViewerPreferences = wishes

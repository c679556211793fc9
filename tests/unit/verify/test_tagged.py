"""What a PDF draws → what is read of it."""

from manualkit.verify.tagged import _shown as shown

FONTS = {b"F1": {1: "a", 2: "b", 3: "fi"}, b"F2": {1: "x"}}


def read(content: bytes) -> list[tuple[int, str]]:
    return [(number, "".join(text)) for number, text in shown(content, FONTS)]


def test_text_with_its_mark_and_font() -> None:
    content = b"/Span <</MCID 4>> BDC /F1 12 Tf [<0001>0<0002>-7<00030001>] TJ EMC"
    assert read(content) == [(4, "abfia")]


def test_a_part_of_a_letter_adds_nothing() -> None:
    content = (
        b"/Span <</MCID 0>> BDC /F1 1.5 Tf [<0001>] TJ "
        b"/Span <</ActualText <feff>>> BDC [<0002>] TJ EMC [<0002>] TJ EMC"
    )
    assert read(content) == [(0, "a"), (0, "b")]


def test_decoration_and_unseen_text_are_not_read() -> None:
    content = (
        b"/F2 1 Tf /Artifact BMC [<0001>] TJ EMC /Artifact <</Type /Pagination>> BDC EMC "
        b"[<0001>] TJ /Span <</MCID 0>> BDC 3 Tr [<0001>] TJ 0 Tr "
        b"/Artifact <</Type /Layout>> BDC [<0001>] TJ EMC /Span /P1 BDC <0001> Tj EMC EMC"
    )
    assert read(content) == [(0, "x")]


def test_a_glyph_without_text_is_told() -> None:
    assert read(b"/Span <</MCID 0>> BDC /F2 1 Tf [<0009>] TJ EMC") == [(0, "\ufffd")]

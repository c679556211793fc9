"""Each gate has a planted fault that it catches, and lets a sound document through."""

import dataclasses as dc
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from manualkit.pdf.document import Markup
from manualkit.pdf.pagesetup import Least

pytestmark = pytest.mark.pdf
Codes = Callable[[Markup], set[str]]
MakeDocument = Callable[..., Markup]

PHONE = "0000 000 222"
ISLAND = f'<bdi class="fact" dir="ltr">{PHONE}</bdi>'
_CODE = re.compile(r'"(pdf-[a-z]+-?[a-z]*)"')
URL = "https://example.org/crisis-line"


_NASTALIQ = 'html { direction: rtl; font-family: "Noto Nastaliq Urdu"; line-height: 2.2 } '


def test_lines_of_nastaliq_with_room_pass(codes: Codes, document: MakeDocument) -> None:
    body = "<p>پوچھنا کہ کس بات کی فکر<br>کس بات کی فکر کچھ</p>"
    assert codes(document(body, _NASTALIQ)) == set()


def test_a_sound_document_passes(codes: Codes, document: MakeDocument) -> None:
    body = f"<h1>Call</h1><p>Call {ISLAND} (now). kişi ğ İ çöp ﬁ office</p>"
    assert codes(document(body)) == set()


@pytest.mark.parametrize(
    ("body", "css", "code"),
    [
        pytest.param("<p>\u2610 \u65e5</p>", "", "pdf-warning", id="missing-glyph"),
        pytest.param('<img src="images/circle.svg">', "", "pdf-warning", id="no-alt-text"),
        pytest.param("<p>x</p>", "p { colr: red }", "pdf-warning", id="unknown-css"),
        pytest.param('<p><a href="#no">x</a></p>', "", "pdf-warning", id="no-anchor"),
        pytest.param("<p id='a'>x</p><p id='a'>y</p>", "", "pdf-warning", id="anchor-twice"),
        pytest.param(f"<p>{'long' * 60}</p>", "", "pdf-overflow", id="word-that-does-not-break"),
        pytest.param(
            "<table><tr>" + "<td>wide word</td>" * 14 + "</tr></table>",
            "td { white-space: nowrap }",
            "pdf-overflow",
            id="wide-table",
        ),
        pytest.param(
            '<img src="images/circle.svg" alt="x">',
            "img { width: 300mm }",
            "pdf-overflow",
            id="wide-picture",
        ),
        pytest.param(
            "<p>x</p><p style='break-before: page'></p><p style='break-before: page'>y</p>",
            "",
            "pdf-blank-page",
            id="blank-page",
        ),
        pytest.param(
            "<table><tr><td>کچھ حصوں کی مشق</td></tr></table>",
            _NASTALIQ
            + "table { border-collapse: collapse } td { border: 1px solid; line-height: 1 }",
            "pdf-ink",
            id="letters-over-a-rule",
        ),
        pytest.param(
            "<p>پوچھنا کہ کس بات کی فکر<br>کس بات کی فکر کچھ</p>",
            _NASTALIQ + "p { line-height: 1 }",
            "pdf-ink",
            id="lines-that-strike",
        ),
        pytest.param(
            "<p>کچھ حصوں کی مشق</p>",
            _NASTALIQ + "p { height: 12px; line-height: 1; overflow: hidden }",
            "pdf-ink",
            id="letters-cut-off",
        ),
        pytest.param("<p>x</p>", "p { color: #999 }", "pdf-contrast", id="grey-text"),
        pytest.param("<p>x</p>", "p { color: rgba(0, 0, 0, .3) }", "pdf-contrast", id="pale-text"),
        pytest.param(
            "<p>x</p>", "p { background: #555; color: #000 }", "pdf-contrast", id="dark-ground"
        ),
        pytest.param("<p>x</p>", "p { font-size: 8pt }", "pdf-small-text", id="small-text"),
        pytest.param(
            "<p>x</p><h2>Next</h2><p>y</p>",
            "h2 { break-after: page }",
            "pdf-heading-last",
            id="heading-last",
        ),
        pytest.param(
            "<div class='block'><p class='block-label'>Say</p><p>y</p></div>",
            ".block-label { break-after: page }",
            "pdf-heading-last",
            id="label-last",
        ),
        pytest.param(
            f"<table><thead><tr><th>x</th></tr></thead>{'<tr><td>y</td></tr>' * 60}</table>",
            "thead { display: table-row-group }",
            "pdf-table-head",
            id="head-not-repeated",
        ),
        pytest.param(
            "<div class='block'><p>Call <b>now</b>.</p></div>",
            "b { display: none }",
            "pdf-text-lost",
            id="text-left-out",
        ),
    ],
)
def test_a_planted_fault_is_caught(
    codes: Codes, document: MakeDocument, body: str, css: str, code: str
) -> None:
    assert codes(document(body, css)) == {code}


@pytest.mark.parametrize(
    ("body", "css"),
    [
        pytest.param("<h1>Write</h1><table><tr><td></td></tr></table><p>y</p>", "p", id="cells"),
        pytest.param("<h1>x</h1><p>y</p>", "h1", id="title"),
        pytest.param("<p>x</p><h1>The last words of all</h1>", "none", id="on-the-last-page"),
    ],
)
def test_what_only_looks_like_a_heading_at_the_end_passes(
    codes: Codes, document: MakeDocument, body: str, css: str
) -> None:
    assert codes(document(body, f"{css} {{ break-before: page }}")) == set()


def test_a_sheet_beyond_its_budget_is_caught(codes: Codes, document: MakeDocument) -> None:
    assert codes(dc.replace(document("<p>x</p>"), budget=1000)) == {"pdf-too-large"}
    assert codes(dc.replace(document("<p>x</p>"), budget=100_000)) == set()


def test_every_fault_that_a_gate_can_find_is_planted_in_a_test(root: Path) -> None:
    sources = (root / "src/manualkit/pdf").rglob("*.py")
    known = {code for path in sources for code in _CODE.findall(path.read_text("utf-8"))}
    tests = [path.read_text("utf-8") for path in (root / "tests/unit/pdf").rglob("*.py")]
    assert len(known) >= 14
    assert {code for code in known if not any(code in test for test in tests)} == set()


def test_running_heads_may_be_smaller(codes: Codes, document: MakeDocument) -> None:
    head = '@page {{ @top-left {{ content: "head"; font-size: {} }} }}'
    assert codes(document("<p>x</p>", head.format("9pt"))) == set()
    assert codes(document("<p>x</p>", head.format("7pt"))) == {"pdf-small-text"}


def test_a_foot_may_not_grow_into_the_edge_that_printers_leave_white(
    codes: Codes, document: MakeDocument
) -> None:
    foot = '@page {{ @bottom-left {{ content: "foot"; vertical-align: bottom; {} }} }}'
    assert codes(document("<p>x</p>", foot.format("margin-bottom: 5mm"))) == set()
    assert codes(document("<p>x</p>", foot.format("margin-bottom: 1mm"))) == {"pdf-overflow"}


@pytest.mark.parametrize(
    ("points", "least", "faults"),
    [
        (10, Least(), {"pdf-small-text"}),
        (10, Least(text=10), set()),
        (12, Least(text=18), {"pdf-small-text"}),
        (8, Least(smaller={"purse": 8}), set()),
        (7, Least(smaller={"purse": 8}), {"pdf-small-text"}),
    ],
)
def test_the_smallest_print_is_that_of_the_sheet_or_of_a_card_on_it(
    codes: Codes, document: MakeDocument, points: int, least: Least, faults: set[str]
) -> None:
    css = f"div {{ font-size: {points}pt }}"
    made = document('<div class="card purse"><p>x</p></div>', css)
    assert codes(dc.replace(made, least=least)) == faults


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        pytest.param(f"<p>اتصل بالرقم {ISLAND} الآن</p>", set(), id="island"),
        pytest.param(f"<p>اتصل بالرقم {PHONE} الآن</p>", {"pdf-fact-order"}, id="no-island"),
        pytest.param(f"<p>اتصل {ISLAND} أو {PHONE} الآن</p>", {"pdf-fact-order"}, id="one-of-two"),
        pytest.param(
            f"<p>اتصل <bdi>{PHONE}</bdi> الآن</p>", {"pdf-fact-order"}, id="bdi-without-dir"
        ),
        pytest.param(
            f'<p style="width: 40mm; overflow-wrap: anywhere"><bdi dir="ltr">{URL}</bdi></p>',
            set(),
            id="broken-address",
        ),
        pytest.param(f"<p>انظر {URL}/ هنا</p>", set(), id="address-of-one-piece"),
    ],
)
def test_numbers_read_from_left_to_right_in_arabic(
    codes: Codes, document: MakeDocument, body: str, expected: set[str]
) -> None:
    assert codes(document(body, lang="ar", direction="rtl")) == expected


@pytest.mark.parametrize("zero", "٠۰")
def test_a_phone_number_in_other_digits_is_caught(
    codes: Codes, document: MakeDocument, zero: str
) -> None:
    other = PHONE.translate({ord("0") + n: ord(zero) + n for n in range(10)})
    found = codes(document(f"<p>{ISLAND} {other}</p>", lang="ar", direction="rtl"))
    assert "pdf-fact-digits" in found
    counted = codes(document(f"<p>{ISLAND} {other[:4]}</p>", lang="ar", direction="rtl"))
    assert counted == set()

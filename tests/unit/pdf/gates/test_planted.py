"""Each gate has a planted fault that it catches, and lets a sound document through."""

from collections.abc import Callable

import pytest

from manualkit.pdf.document import Markup

pytestmark = pytest.mark.pdf
Codes = Callable[[Markup], set[str]]
MakeDocument = Callable[..., Markup]

PHONE = "0000 000 222"
ISLAND = f'<bdi class="fact" dir="ltr">{PHONE}</bdi>'
URL = "https://example.org/crisis-line"


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
        pytest.param("<p>x</p>", "p { color: #999 }", "pdf-contrast", id="grey-text"),
        pytest.param("<p>x</p>", "p { color: rgba(0, 0, 0, .3) }", "pdf-contrast", id="pale-text"),
        pytest.param(
            "<p>x</p>", "p { background: #555; color: #000 }", "pdf-contrast", id="dark-ground"
        ),
        pytest.param("<p>x</p>", "p { font-size: 8pt }", "pdf-small-text", id="small-text"),
    ],
)
def test_a_planted_fault_is_caught(
    codes: Codes, document: MakeDocument, body: str, css: str, code: str
) -> None:
    assert codes(document(body, css)) == {code}


def test_running_heads_may_be_smaller(codes: Codes, document: MakeDocument) -> None:
    head = '@page {{ @top-left {{ content: "head"; font-size: {} }} }}'
    assert codes(document("<p>x</p>", head.format("9pt"))) == set()
    assert codes(document("<p>x</p>", head.format("7pt"))) == {"pdf-small-text"}


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

import pytest

from manualkit.markdown.islands import ltr_islands

ISLANDS = [
    "+962 6 123-4567", "0800 123 456", "00962 6 1234567", "80-120", "80–120", "10:30",
    "10:30–11:00", "2026-03-31", "3.5", "1/2", "+962", "PM+", "WHO-5", "PHQ-9", "COVID-19", "A/B",
    "v1.2.0", "help@help.example", "https://help.example/a?b=c", "Problem Management Plus",
    "Group PM+ (WHO): a guide, for all", "WHO (PM+)",
    "CC BY-NC-SA 3.0 IGO", "WHODAS 2.0", "Intervention 19(1)", "doi 10.1000/AB_C.12",
    "Community Centre, 1 Example Street, Liverpool",
    "Don’t worry", "Médecins Sans Frontières",
]  # fmt: skip


@pytest.mark.parametrize("island", ISLANDS)
@pytest.mark.parametrize("around", ["نص {} نص", "({})", "نص: {}.", "نص، {}؟", "{}"])
def test_island_is_marked_whole(island: str, around: str) -> None:
    marked = around.format(f'<bdi dir="ltr">{island}</bdi>')
    assert ltr_islands(f"<p>{around.format(island)}</p>") == f"<p>{marked}</p>"


@pytest.mark.parametrize(
    "text", ["نص 5 نص", "الخطوة 3 10 دقائق", "5، 10", "۸۰ تا ۱۲۰", "٨٠-١٢٠", "نص &amp; نص", "50%"]
)
def test_other_text_is_left_alone(text: str) -> None:
    assert ltr_islands(f"<p>{text}</p>") == f"<p>{text}</p>"


@pytest.mark.parametrize(
    "html",
    [
        "<code>PM+</code>",
        "<pre>PM+</pre>",
        '<bdi class="fact" dir="ltr">+962 6 123</bdi>',
        '<a href="a.md" dir="ltr">PM+</a>',
        '<p lang="en" dir="ltr">PM+ <b>and PM+</b></p>',
        '<svg viewBox="0 0 24 24"><path d="M0 0"></path></svg>',
        '<img alt="PM+" src="a-b.png">',
    ],
)
def test_what_has_its_direction_is_left_alone(html: str) -> None:
    assert ltr_islands(html) == html


def test_text_behind_a_settled_element_is_looked_at() -> None:
    html = ltr_islands('<p><bdi dir="ltr">x</bdi> PM+<br>WHO-5</p>')
    assert html.count("<bdi") == 3


def test_link_without_rtl_letters_gets_the_direction_itself() -> None:
    assert ltr_islands('<a href="x">PM+</a>') == '<a dir="ltr" href="x">PM+</a>'
    assert ltr_islands("<a>PM+</a>") == '<a dir="ltr">PM+</a>'


@pytest.mark.parametrize("html", ['<a href="x">نص</a>', '<a href="x">¶</a>', '<a href="x"></a>'])
def test_other_links_do_not(html: str) -> None:
    assert ltr_islands(html) == html


def test_abbreviation_element_is_no_link() -> None:
    assert ltr_islands("<abbr>نص</abbr>") == "<abbr>نص</abbr>"


def test_escaped_text_stays_escaped() -> None:
    html = ltr_islands("<p>A &lt;b&gt; &amp; R&amp;D</p>")
    assert "&lt;" in html
    assert "<b>" not in html

from collections.abc import Callable

import pytest

from manualkit.markdown import render_page
from manualkit.model.manifest import ManifestFact
from manualkit.model.rendition import RenderContext

Make = Callable[..., RenderContext]

PHONE = '<bdi class="fact" dir="ltr">0000 000 111</bdi>'
PLAIN = "0000 000 111"

PLACES = {
    "paragraph": ("Call {crisis_line} now.", f"<p>Call {PHONE} now.</p>"),
    "start of a paragraph": ("{crisis_line} is the number.", f"<p>{PHONE} is the number.</p>"),
    "alone": ("{crisis_line}", f"<p>{PHONE}</p>"),
    "alone on the last line": ("Call:\n{crisis_line}", f"<p>Call:\n{PHONE}</p>"),
    "heading": ("## Call {crisis_line}", f'<h2 id="call">Call {PHONE}</h2>'),
    "heading with an id": ("## Call {crisis_line} {#c}", f'<h2 id="c">Call {PHONE}</h2>'),
    "heading underlined": ("Call {crisis_line}\n---", f'<h2 id="call">Call {PHONE}</h2>'),
    "list item": ("- Call {crisis_line}", f"<li>Call {PHONE}</li>"),
    "nested list item": ("- a\n    - {crisis_line}", f"<li>{PHONE}</li>"),
    "task": ("- [ ] Call {crisis_line}", f"</label> Call {PHONE}</li>"),
    "table cell": ("|a|b|\n|-|-|\n|Call {crisis_line}|x|", f"<td>Call {PHONE}</td>"),
    "table head": ("|{crisis_line}|b|\n|-|-|\n|y|x|", f"<th>{PHONE}</th>"),
    "behind bold": ("**Call**{crisis_line}", f"<strong>Call</strong>{PHONE}"),
    "in bold": ("Call **{crisis_line}**", f"<strong>{PHONE}</strong>"),
    "link text": ("[{crisis_line}](a.md)", f'<a href="a.md">{PHONE}</a>'),
    "link to call": ("[Call](tel:{crisis_line})", '<a href="tel:0000000111">Call</a>'),
    "link to write": ("[Write](sms:{text_line})", '<a href="sms:+001234">Write</a>'),
    "link to a site": ("[Site]({help_site})", '<a href="https://help.example/">Site</a>'),
    "link to mail": ("[Mail](mailto:{mail})", '<a href="mailto:help@help.example">'),
    "link title": ('[x](a.md "Call {crisis_line}")', f'title="Call {PLAIN}"'),
    "fence": ("::: say {#s}\nCall {crisis_line}\n:::", f"<p>Call {PHONE}</p>"),
    "last in a fence": ("::: say {#s}\nCall\n{crisis_line}\n:::", f"<p>Call\n{PHONE}</p>"),
    "alt of a fence": (
        '::: picture {#s picture="a.svg" alt="Call {crisis_line}"}\n:::',
        f'alt="Call {PLAIN}"',
    ),
    "image alt": ("![Call {crisis_line}](a.png)", f'alt="Call {PLAIN}"'),
    "footnote": ("x[^1]\n\n[^1]: Call {crisis_line}", f"<p>Call {PHONE}"),
    "abbreviation": ("PHQ\n\n*[PHQ]: Call {crisis_line}", f'<abbr title="Call {PLAIN}">'),
    "definition": ("Term\n:   Call {crisis_line}", f"<dd>Call {PHONE}</dd>"),
    "term": ("Call {crisis_line}\n:   Text", f"<dt>Call {PHONE}</dt>"),
    "admonition title": ('!!! note "Call {crisis_line}"\n    x', f"Call {PHONE}</p>"),
    "details title": ('??? note "Call {crisis_line}"\n    x', f"<summary>Call {PHONE}</summary>"),
    "tab title": ('=== "Call {crisis_line}"\n    x', f"Call {PHONE}</label>"),
    "quotation": ("> Call {crisis_line}", f"<p>Call {PHONE}</p>"),
    "raw HTML": ("<p>Call {crisis_line}</p>", f"<p>Call {PHONE}</p>"),
    "raw HTML attribute": ('<p title="Call {crisis_line}">x</p>', f'title="Call {PLAIN}"'),
    "raw inline HTML": ("Call <mark>{crisis_line}</mark>", f"<mark>{PHONE}</mark>"),
    "raw link": ('<p><a href="tel:{crisis_line}">x</a></p>', '<a href="tel:0000000111">x</a>'),
    "Markdown in HTML": ("<div markdown>\nCall {crisis_line}\n</div>", f"<p>Call {PHONE}</p>"),
    "inline code": ("`{crisis_line}`", f"<code>{PLAIN}</code>"),
    "code block": ("```\n{crisis_line}\n```", f"<code>{PLAIN}\n</code>"),
    "indented code": ("    {crisis_line}", PLAIN),
    "step heading": ("## Call {crisis_line} {#c minutes=5}", f">Call {PHONE}</h2>"),
    "minute bar": (
        "::: minutes {#m}\n:::\n\n## Call {crisis_line} {#c minutes=5}",
        f'<a href="#c">Call {PHONE}</a>',
    ),
}


@pytest.mark.parametrize("place", PLACES)
def test_fact_reaches_the_page(place: str, make_context: Make) -> None:
    source, expected = PLACES[place]
    assert expected in render_page(source, make_context()).html


@pytest.mark.parametrize("place", PLACES)
def test_fact_reaches_a_translated_page(place: str, make_context: Make) -> None:
    source, expected = PLACES[place]
    context = make_context("tr", translate=lambda text: text)
    html = render_page(source, context).html.replace("\n", " ")
    assert expected.replace("\n", " ") in html


@pytest.mark.parametrize("place", PLACES)
def test_translators_see_the_name_of_the_fact(place: str, make_context: Make) -> None:
    source, _ = PLACES[place]
    for message in render_page(source, make_context()).messages:
        assert message.text.isprintable()
        assert PLAIN not in message.text


def test_fact_reaches_the_contents(make_context: Make) -> None:
    page = render_page("# Call {crisis_line}\n\n## Then **{code}**", make_context())
    assert page.title == "Call 0000 000 111"
    assert [heading.text for heading in page.headings] == ["Call 0000 000 111", "Then A-17"]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("crisis_line", '<bdi class="fact" dir="ltr">0000 000 111</bdi>'),
        ("text_line", '<bdi class="fact" dir="ltr">+00 1234</bdi>'),
        ("help_site", '<bdi class="fact" dir="ltr">https://help.example/</bdi>'),
        ("mail", '<bdi class="fact" dir="ltr">help@help.example</bdi>'),
        ("fare", '<bdi class="fact" dir="ltr">£2.50</bdi>'),
        ("code", '<bdi class="fact" dir="ltr">A-17</bdi>'),
        ("place", '<bdi class="fact">1 Market Street</bdi>'),
        ("hours", '<bdi class="fact">day &amp; night</bdi>'),
    ],
)
def test_opaque_values_have_their_direction(name: str, expected: str, make_context: Make) -> None:
    assert expected in render_page(f"x {{{name}}}", make_context()).html


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("en", "31 March 2026"),
        ("fr", "31 mars 2026"),
        ("tr", "31 Mart 2026"),
        ("ur", "31 مارچ، 2026"),
    ],
)
def test_date_is_written_as_the_language_writes_it(
    code: str, expected: str, make_context: Make
) -> None:
    html = render_page("From {first_day}", make_context(code, translate=lambda text: text)).html
    assert f'<bdi class="fact">{expected}</bdi>' in html


def test_date_in_a_text_that_stays_english_is_english(make_context: Make) -> None:
    assert ">31 March 2026</bdi>" in render_page("From {first_day}", make_context("fr")).html


def test_date_that_is_no_date_stays_as_typed(make_context: Make) -> None:
    facts = {"day": ManifestFact(kind="date", value="soon")}
    assert ">soon</bdi>" in render_page("x {day}", make_context(facts=facts)).html


def test_unknown_name_in_braces_is_left_alone(make_context: Make) -> None:
    assert "<p>Call {nobody} now</p>" in render_page("Call {nobody} now", make_context()).html


def test_value_cannot_bring_markup_in(make_context: Make) -> None:
    value = '<b onclick="x()">**bold**</b> "quoted" {code} [x](y)'
    facts = {"bad": ManifestFact(kind="text", value=value)}
    html = render_page(
        "A {bad} `{bad}` ![{bad}](a.png)\n\n<p>{bad}</p>", make_context(facts=facts)
    ).html
    assert "<b" not in html.replace("<bdi", "")
    assert "<strong>" not in html
    assert html.count("**bold**") == 4


def test_private_use_characters_are_removed(make_context: Make) -> None:
    context = make_context("tr", {"One": "Bir\U000f0000\ue000\x02"})
    html = render_page("One\n\nTwo\U000f0000\ue000", context).html
    assert "<p>Bir</p>" in html
    assert ">Two</p>" in html


def test_translation_may_move_a_fact(make_context: Make) -> None:
    context = make_context("tr", {"Call {crisis_line} now": "{crisis_line} hattını arayın"})
    html = render_page("## Call {crisis_line} now", context).html
    assert f'<h2 id="call-now">{PHONE} hattını arayın</h2>' in html

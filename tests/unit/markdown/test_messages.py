"""What translators see of a page."""

from collections.abc import Callable

import pytest

from manualkit.markdown import render_page
from manualkit.model.rendition import RenderContext

Make = Callable[..., RenderContext]


def found(source: str, context: RenderContext) -> list[tuple[str, str]]:
    return [(message.kind, message.text) for message in render_page(source, context).messages]


@pytest.mark.parametrize(
    ("source", "messages"),
    [
        ("One\ntwo", [("p", "One two")]),
        ("One  \ntwo", [("p", "One  \ntwo")]),
        ("- One\n\n    Two", [("p", "One"), ("p", "Two")]),
        ("- [x] One", [("li", "One")]),
        ("## One {#one .core}", [("h2", "One")]),
        ("|One|2|\n|-|-|\n|Three|{code}|", [("th", "One"), ("td", "Three")]),
        ("Term\n:   Meaning", [("dt", "Term"), ("dd", "Meaning")]),
        ('!!! note "Title"\n    Text', [("title", "Title"), ("p", "Text")]),
        ('??? note "Title"\n    Text', [("summary", "Title"), ("p", "Text")]),
        ("PHQ\n\n*[PHQ]: Questionnaire", [("p", "PHQ"), ("abbr", "Questionnaire")]),
        ("x[^1]\n\n[^1]: Note", [("p", "x[^1]"), ("p", "Note"), ("string", "Back to the text")]),
        ("<p>One <b>two</b></p>", [("p", "One <b>two</b>")]),
        ("One <b>two</b>", [("p", "One <b>two</b>")]),
        ("One\n{: .wide }", [("p", "One")]),
        ("12 – 15", []),
        ("{crisis_line}", []),
        ("[{crisis_line}](tel:{crisis_line})", []),
        ("&amp; &mdash;", []),
        ("```\nOne\n```", []),
        ("<!-- One -->", []),
        ("::: say {#s}\nOne\n:::", [("string", "Say"), ("p", "One")]),
        ("1. One\n    ```\n    code\n    ```\n    two", [("li", "One ⟨1⟩ two")]),
        ('<p translate="no">One</p>', [("p", "One")]),
        ('<div markdown translate="no">One</div>', []),
        ("<div><p>One</p>\n<p>2</p></div>", [("p", "One")]),
        ("<pre>One</pre>", []),
        ("<table><tr><td>One</td><td></td></tr></table>", [("td", "One")]),
        ("One [two](three.md) `four` {nobody}", [("p", "One [two](three.md) `four` {nobody}")]),
        ("<div markdown>\n<p>One</p>\ntwo\n</div>", [("p", "One"), ("p", "two")]),
        ("1. One\n\n    ```\n    code\n    ```", [("p", "One")]),
    ],
)
def test_messages(source: str, messages: list[tuple[str, str]], make_context: Make) -> None:
    assert found(source, make_context()) == messages


def test_message_knows_its_place(make_context: Make) -> None:
    source = "# Page\n\n## Step {#step}\n\nLoose\n\n::: say {#script .safety}\nStay\n:::"
    messages = {each.text: each for each in render_page(source, make_context()).messages}
    loose, stay = messages["Loose"], messages["Stay"]
    assert (loose.page, loose.block, loose.heading, loose.line, loose.safety) == (
        "group/session-2", "step", "Step", 5, False,
    )  # fmt: skip
    assert (stay.block, stay.heading, stay.line, stay.safety) == ("script", "Step", 8, True)


def test_text_of_the_interface_is_asked_for_once(make_context: Make) -> None:
    source = "::: say {#a}\nOne\n:::\n\n::: say {#b}\nTwo\n:::"
    assert [kind for kind, _ in found(source, make_context("fr"))] == ["string", "p", "p"]


def test_english_page_has_nothing_untranslated(make_context: Make) -> None:
    assert render_page("One", make_context("en")).untranslated == ()
    assert render_page("One", make_context("en-GB")).untranslated == ()


def test_safety_text_that_stays_english_by_rule_is_not_untranslated(make_context: Make) -> None:
    page = render_page("::: say {#s .safety}\nStay\n:::", make_context("fr"))
    assert {message.text for message in page.untranslated} == {
        "Say",
        "Not yet approved in {language}.",
    }


def test_safety_text_is_not_even_looked_up(make_context: Make) -> None:
    asked: list[str] = []
    context = make_context("fr", translate=asked.append)
    render_page("::: say {#s .safety}\nStay {crisis_line}\n:::", context)
    assert asked == ["Say", "Not yet approved in {language}."]


def test_block_of_the_kind_safety_is_safety_text_only_by_its_mark(make_context: Make) -> None:
    page = render_page("::: safety {#s .core}\nStay\n:::", make_context("fr", {"Stay": "Restez"}))
    assert "<p>Restez</p>" in page.html


def test_notice_is_never_lost(make_context: Make) -> None:
    html = render_page("::: say {#s .safety}\nStay\n:::", make_context("fr", strings={})).html
    assert "not yet approved in français" in html


def test_picture_in_a_safety_block_stays_english(make_context: Make) -> None:
    source = '::: scene {#s .safety picture="a.svg" alt="Two people"}\nStay\n:::'
    html = render_page(source, make_context("fr", {"Two people": "Deux personnes"})).html
    assert 'alt="Two people"' in html
    assert '<figure class="picture" dir="ltr" lang="en">' in html


def test_code_inside_a_message_moves_with_it(make_context: Make) -> None:
    context = make_context("fr", {"One ⟨1⟩ two": "Deux ⟨1⟩ un"})
    html = render_page("1. One\n    ```\n    code\n    ```\n    two", context).html
    assert html.index("Deux") < html.index("<code>code") < html.index("un</li>")


def test_part_of_raw_html_without_translation_is_marked(make_context: Make) -> None:
    context = make_context("fr", {"One <b>two</b>": "Un <b>deux</b>"})
    source = "<div><p>One <b>two</b></p><p>Three<br>four</p><p></p></div>"
    assert render_page(source, context).html == (
        '<div><p>Un <b>deux</b></p><p lang="en" dir="ltr" class="untranslated">Three<br>four</p>'
        "<p></p></div>"
    )


def test_html_inside_markdown_is_translated_as_html(make_context: Make) -> None:
    source = "<div markdown>\n<p>One *</p>\ntwo\n</div>"
    html = render_page(source, make_context("fr", {"One *": "Un *x* <b>"})).html
    assert "<p>Un *x* &lt;b&gt;</p>" in html
    assert '<p class="untranslated" dir="ltr" lang="en">two</p>' in html


def test_minute_bar_without_steps_is_empty(make_context: Make) -> None:
    html = render_page("::: minutes {#m}\n:::\n\n## One {minutes=soon}", make_context()).html
    assert '<ol class="minute-bar" id="m"></ol>' in html
    assert "step" not in html


def test_safety_text_is_looked_up_in_a_catalogue_of_its_own(make_context: Make) -> None:
    def context(*, approved: bool) -> RenderContext:
        return make_context(
            "fr",
            {"Stay.": "Attendez.", "Go.": "Partez."},
            translate_safety={"Stay.": "Restez."}.get,
            safety_approved=approved,
        )

    source = "::: say {#s .safety}\nStay.\n:::\n\n::: say {#t}\nStay. Go.\n\nStay.\n:::"
    shown = render_page(source, context(approved=True)).html
    assert ">Restez.<" in shown
    assert ">Attendez.<" in shown
    hidden = render_page(source, context(approved=False)).html
    assert "Restez" not in hidden
    assert '<p dir="ltr" lang="en">Stay.</p>' in hidden

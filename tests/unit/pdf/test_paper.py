"""HTML of a page → HTML for paper."""

import re

import pytest
from lxml import html

from manualkit.model.language import language
from manualkit.pdf.paper import for_paper, numbered_in

PAGE = "group/session-2"


def paper(body: str, pages: tuple[str, ...] = (PAGE,)) -> str:
    return for_paper(body, PAGE, pages)


def test_ids_carry_the_name_of_their_page() -> None:
    assert 'id="group-session-2--a"' in paper('<p id="a">x</p>')


def test_a_link_within_the_page_stays() -> None:
    assert 'href="#group-session-2--a"' in paper('<p id="a"><a href="#a">x</a></p>')


def test_a_link_to_a_page_of_the_document_becomes_an_anchor() -> None:
    body = '<p><a href="../safety/safety.md#red">x</a> <a href="../safety/safety.md">y</a></p>'
    made = paper(body, (PAGE, "safety/safety"))
    assert 'href="#safety-safety--red"' in made
    assert 'href="#safety-safety"' in made


def test_a_link_out_of_the_document_becomes_words() -> None:
    assert "<a " not in paper('<p>See <a href="../safety/safety.md#red">the page</a>.</p>')
    assert "See the page." in paper('<p>See <a href="../safety/safety.md">the page</a>.</p>')
    assert "<a " not in paper('<p><a href="#nowhere">x</a></p>')


def test_behind_a_link_to_another_page_stands_the_number_of_its_page() -> None:
    made = paper('<p><a href="../safety/safety.md#red">Red</a>.</p>', (PAGE, "safety/safety"))
    assert '</a> <span class="see-page" data-to="#safety-safety--red"></span>.' in made
    cell = '<table><tr><td><a href="../safety/safety.md">1</a></td></tr></table>'
    assert "see-page" not in paper(cell, (PAGE, "safety/safety"))
    assert "see-page" not in paper('<p id="a"><a href="#a">here</a></p>')


@pytest.mark.parametrize(
    ("body", "shown"),
    [
        ('<p>See <a href="../x.md">the numbers</a>.</p>', "See the numbers (Contacts)."),
        ('<p>See <a href="../x.md">the contacts page</a>.</p>', "See the contacts page."),
        ('<p class="block core">See <a href="../x.md">the numbers</a>.</p>', "See the numbers."),
        ('<p class="block safety">See <a href="../x.md">it</a>.</p>', "See it."),
    ],
)
def test_a_link_out_of_a_sheet_names_the_title_but_in_locked_text(body: str, shown: str) -> None:
    made = for_paper(body, PAGE, (PAGE,), title=lambda path, **_: {"x": "Contacts"}[path])
    assert re.sub("<[^>]+>", "", made) == shown


@pytest.mark.parametrize(
    ("body", "shown"),
    [
        ('<p lang="ur"><a href="../x.md">یہ دیکھیں</a></p>', "یہ دیکھیں (رابطے)"),
        ('<p lang="en"><a href="../x.md">Look here</a></p>', "Look here (Contacts)"),
    ],
)
def test_a_title_behind_a_link_is_in_the_language_of_its_words(body: str, shown: str) -> None:
    def title(path: str, *, english: bool) -> str:
        return {"x": "Contacts" if english else "رابطے"}[path]

    assert re.sub("<[^>]+>", "", for_paper(body, PAGE, (PAGE,), title=title)) == shown


def test_a_long_address_may_break_and_a_number_may_not() -> None:
    made = paper('<p><bdi class="fact">https://example.org</bdi> <bdi class="fact">0151</bdi></p>')
    assert made.count('class="fact address"') == 1


def test_no_line_ends_behind_the_slashes_of_an_address() -> None:
    made = paper('<p><bdi class="fact" dir="ltr">https://example.org</bdi></p>')
    assert '<span class="held">https://e</span>xample.org</bdi>' in made


@pytest.mark.parametrize(("code", "number"), [("fa", "۱"), ("ur", "1")])
def test_steps_are_numbered_in_the_digits_of_the_language(code: str, number: str) -> None:
    made = numbered_in(paper('<h2 data-minutes="5">A</h2>'), language(code))
    assert f'<span class="step-number" dir="ltr">{number}</span>' in made


def test_the_address_behind_words_is_printed() -> None:
    made = paper('<p><a href="https://example.org/a">More</a>.</p>')
    held = '<span class="held">(https://e</span>'
    assert f'>More</a> <bdi class="address" dir="ltr">{held}xample.org/a)</bdi>.' in made


def test_an_address_is_not_printed_twice() -> None:
    link = '<a href="https://example.org"><bdi class="fact" dir="ltr">https://example.org</bdi></a>'
    assert paper(f"<p>{link}</p>").count("<bdi") == 0


def test_a_direction_in_a_link_moves_to_the_link() -> None:
    made = paper('<p><a href="tel:000"><bdi class="fact" dir="ltr">0 00</bdi></a></p>')
    assert '<a href="tel:000" dir="ltr" class="fact">0 00</a>' in made


def test_cells_for_the_pen_are_marked_and_empty_heads_go() -> None:
    table = (
        "<table><thead><tr><th></th><th> </th></tr></thead><tr><td>A</td><td> </td></tr></table>"
    )
    made = paper(table)
    assert "<thead" not in made
    assert '<td class="empty"></td>' in made


def test_steps_get_numbers_and_a_plan() -> None:
    bar = '<ol class="minute-bar" id="m"><li class="min-6"><a href="#s">Sort</a></li></ol>'
    step = '<h2 class="step" data-minutes="6" data-minutes-label="6 min" id="s">Sort</h2>'
    tree = html.fromstring(paper(bar + step))
    assert tree.xpath("//div[@class='minute-bar']/span[@class='min-6']/text()") == ["1"]
    assert tree.xpath("//ol[@class='session-plan']/li/@data-minutes") == ["6 min"]
    assert tree.xpath("//h2/span[@class='step-number']/text()") == ["1"]


def test_a_step_with_a_latin_name_has_its_words_and_minutes_in_the_plan() -> None:
    name = 'یہ <bdi dir="ltr">PM+</bdi> ہے'
    bar = f'<ol class="minute-bar"><li class="min-6"><a href="#s">{name}</a></li></ol>'
    step = f'<h2 class="step" data-minutes="6" data-minutes-label="6 min" id="s">{name}</h2>'
    tree = html.fromstring(paper(bar + step))
    assert tree.xpath("string(//ol[@class='session-plan']/li)") == "یہ PM+ ہے"
    assert tree.xpath("//ol[@class='session-plan']/li/@data-minutes") == ["6 min"]


def test_the_running_head_keeps_the_sign_of_a_latin_name_on_its_side() -> None:
    heads = "<h1>1: <bdi dir='ltr'>PM+</bdi> 2 <bdi dir='ltr'>WHO</bdi> 3</h1>"
    assert "PM+</bdi>\u200e 2" in paper(heads)
    assert "WHO</bdi> 3" in paper(heads)


def test_a_safety_notice_stands_once() -> None:
    notice = '<p class="safety-notice">Not approved.</p>'
    body = (
        f'<h2>Red</h2>{notice}<div class="block safety"><p class="block-label">S</p>{notice}</div>'
    )
    assert paper(body).count("Not approved.") == 1
    assert paper(f"<h2>Red</h2>{notice}<p>x</p>").count("Not approved.") == 1


def test_pictures_are_found_in_the_folder_of_the_edition() -> None:
    assert 'src="images/a.svg"' in paper('<img alt="x" src="../images/a.svg">')


PAIR = (
    '<span class="pair"><span class="side" lang="en" dir="ltr">Rest</span> '
    '<span class="side" lang="ur" dir="rtl">آرام</span></span>'
)


def test_in_a_pair_the_readers_language_stands_first() -> None:
    spans = html.fromstring(paper(f"<h2>{PAIR}</h2>")).iter("span")
    assert [span.get("lang") for span in spans] == [None, "ur", "en"]


def test_a_plan_in_two_languages_is_linked_in_the_readers_language() -> None:
    body = f'<ol class="minute-bar"><li class="min-5"><a href="#a">{PAIR}</a></li></ol>'
    head = f'<h2 id="a" class="step" data-minutes="5" data-minutes-label="5 min">{PAIR}</h2>'
    (link,) = html.fromstring(paper(body + head)).iter("a")
    assert (link.text, link.get("lang"), link.get("dir"), len(link)) == ("آرام", "ur", "rtl", 0)


def test_another_link_around_a_pair_becomes_words() -> None:
    made = paper(f'<table><tr><td id="a"><a href="#a">{PAIR}</a></td></tr></table>')
    assert "<a " not in made
    assert "آرام" in made


CARD = (
    '<h1>Role-play: A walk</h1>\n<div class="block observer-card" id="a">'
    '<p class="block-label">Card 3</p><table><tbody><tr><td>A1</td><td>Plans.</td>'
    '<td data-field="seen.A1" data-input="tick"></td></tr>'
    "<tr><td></td><td>This must not happen</td><td></td></tr></tbody></table></div>\n<p>After</p>"
)


def test_a_card_that_is_cut_out_tells_its_role_play() -> None:
    made = paper(CARD)
    assert '<p class="card-name">Role-play: A walk</p><p class="block-label">Card 3</p>' in made
    assert "</div><p>After</p>" in made


def test_a_card_in_the_whole_manual_stands_below_its_title() -> None:
    assert "card-name" not in for_paper(CARD, PAGE, (PAGE, "other"))


def test_what_must_not_happen_spans_the_lines_of_the_card() -> None:
    assert '<tr><th colspan="3">This must not happen</th></tr>' in paper(CARD)


def test_another_block_has_no_name_behind_its_label() -> None:
    other = CARD.replace("observer-card", "pocket-card")
    assert "card-name" not in paper(other)


def test_a_place_below_the_name_of_its_page_does_not_say_it_again() -> None:
    places = '<ul><li><a href="../group/session-1.md#a">Breathe</a></li></ul>'
    named = f'<p><a href="../group/session-1.md">Group session 1</a></p>{places}'
    titles = {"group/session-1": "Group session 1"}
    alone = for_paper(named, "find/x", None, title=lambda path, **_: titles.get(path, ""))
    loose = for_paper(places, "find/x", None, title=lambda path, **_: titles.get(path, ""))
    assert "(Group session 1)" not in alone
    assert 'Breathe<span class="see-title"> (Group session 1)</span>' in loose


def test_a_title_with_the_narrow_blanks_of_french_is_not_said_twice() -> None:
    titles = {"group/session-1": "Séance 1 : Respirer"}
    link = '<p><a href="../group/session-1.md">Séance 1\u202f: Respirer</a></p>'
    places = f'{link}<ul><li><a href="../group/session-1.md#a">Ici</a></li></ul>'
    made = for_paper(places, "find/x", None, title=lambda path, **_: titles.get(path, ""))
    assert "see-title" not in made

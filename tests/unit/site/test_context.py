import dataclasses as dc
from collections.abc import Callable

import pytest

from manualkit.markdown.text_version import text_version
from manualkit.model.approval import RenditionState, State
from manualkit.model.kits import Kit, KitSheet
from manualkit.model.message_state import MessageState
from manualkit.site.context import EnglishWords, page_context, step_minutes
from manualkit.site.links import PdfLink
from manualkit.site.rendition import Rendition

Make = Callable[[str], Rendition]
SESSION = "group/session-2"
CONTENT = (
    '<h1 id="t">Session 2</h1>\n'
    '<h2 class="step" data-minutes-label="6 min" id="s">Go</h2><p>Text</p>'
)


def test_heading_and_body_are_taken_apart(rendition: Make) -> None:
    context = page_context(rendition("en"), SESSION, CONTENT)
    assert context.heading == '<h1 id="t">Session 2</h1>'
    assert "<h1" not in context.body
    assert "<p>Text</p>" in context.body


def test_page_without_a_heading_gets_its_title(rendition: Make) -> None:
    context = page_context(rendition("ar"), SESSION, "<p>Text</p>")
    assert context.heading == "<h1>الجلسة 2</h1>"


def test_minutes_of_steps_are_found_wherever_the_id_stands() -> None:
    other = '<h3 id="b" class="step" data-minutes-label="9 min">x</h3><h2 id="c">no step</h2>'
    assert step_minutes(CONTENT + other) == {"s": "6 min", "b": "9 min"}


@pytest.mark.parametrize(
    ("table", "opened"),
    [
        pytest.param("<table>", '<table class="sheet">', id="plain"),
        pytest.param('<table lang="en">', '<table lang="en" class="sheet">', id="in-english"),
        pytest.param('<table class="wide">', '<table class="sheet wide">', id="with-a-class"),
    ],
)
def test_every_table_scrolls_by_itself(rendition: Make, table: str, opened: str) -> None:
    context = page_context(rendition("en"), SESSION, f"{table}<tr></tr></table><p>x</p>")
    assert (
        context.body == '<div class="scroll" tabindex="0" role="group" aria-label="A table">'
        f"{opened}<tr></tr></table></div><p>x</p>"
    )


def test_notices_of_english_are_sample_and_draft(rendition: Make) -> None:
    context = page_context(rendition("en"), SESSION, "", EnglishWords(3, 20))
    assert [notice.href for notice in context.notices] == [
        "../../about/#about-sample",
        "../../about/#about-state",
    ]
    assert str(context.notices[0].texts[0]) == "A &lt;sample&gt;."


def test_notice_of_a_language_tells_who_translated_and_what_is_missing(rendition: Make) -> None:
    words = EnglishWords(3, 20)
    notice = page_context(rendition("ar"), SESSION, "", words).notices[-1]
    assert [text.plain for text in notice.texts] == [
        "Translated by a machine.",
        "3 of 20 words are English.",
    ]


@pytest.mark.parametrize(
    ("path", "told"), [(SESSION, "Translated by a machine."), ("about", "Reviewed translation.")]
)
def test_each_page_tells_its_own_state(rendition: Make, path: str, told: str) -> None:
    (text,) = page_context(rendition("ar"), path, "").notices[-1].texts
    assert text.plain == told


def test_a_page_that_nobody_has_translated_says_so_and_counts_no_words(rendition: Make) -> None:
    context = page_context(rendition("ar"), "index", "", EnglishWords(9, 9))
    assert [text.plain for text in context.notices[-1].texts] == ["Not translated yet"]
    assert context.untranslated
    assert context.untranslated_pages == {"ar/index.md"}


def test_a_card_of_a_page_that_nobody_has_translated_says_so(rendition: Make) -> None:
    made = rendition("ar")
    texts = {"index": MessageState.REVIEWED, SESSION: MessageState.MISSING}
    states = {"ar": made.manifest.states["ar"].model_copy(update={"texts": texts})}
    made = dc.replace(made, manifest=made.manifest.model_copy(update={"states": states}))
    (group,) = page_context(made, "index", "").cards
    assert [card.untranslated for card in group.cards] == [True]


def test_english_has_no_state_of_a_translation(rendition: Make) -> None:
    context = page_context(rendition("en"), "index", "")
    assert not context.untranslated
    assert context.untranslated_pages == frozenset()


def test_english_in_another_language_says_so(rendition: Make) -> None:
    context = page_context(rendition("ar"), SESSION, "")
    assert str(context.text["site.draft"]).startswith('<span lang="en" dir="ltr">')
    assert str(context.site_name) == "دليل"


def test_page_offers_its_own_pdf_first(rendition: Make) -> None:
    downloads = page_context(rendition("en"), SESSION, "").downloads
    assert [(str(link.name), link.href, link.size) for link in downloads] == [
        ("This session", "../../pdf/session-group-2.pdf", "87 KB"),
        ("Whole manual", "../../pdf/manual.pdf", "1.4 MB"),
    ]


def test_pdf_of_an_unknown_kind_is_offered_as_this_page(rendition: Make) -> None:
    downloads = page_context(rendition("en"), "about", "").downloads
    assert str(downloads[0].name) == "This page"


def test_a_plus_in_the_name_of_a_kit_stays_behind_its_word(rendition: Make) -> None:
    arabic = rendition("ar")
    kit = Kit(id="day", title="The day of PM+", about="All.", sheets=[KitSheet(page=SESSION)])
    with_kit = dc.replace(
        arabic,
        manifest=arabic.manifest.model_copy(update={"kits": [kit]}),
        pdfs=[PdfLink(SESSION, "kit", "kit-day.pdf", 87_400)],
        translate={kit.title: "يوم PM+"}.get,
    )
    assert [str(link.name) for link in page_context(with_kit, SESSION, "").downloads] == [
        "يوم PM+\u200e"
    ]


def test_home_page_has_cards_for_sessions(rendition: Make) -> None:
    context = page_context(rendition("en"), "index", "")
    (group,) = context.cards
    (card,) = group.cards
    assert (card.href, card.session, str(card.minutes)) == ("./group/session-2/", "2", "90 minutes")
    assert page_context(rendition("en"), SESSION, "").cards == []


def test_card_of_a_session_to_choose_says_so(rendition: Make) -> None:
    made = rendition("en")
    pages = [
        page.model_copy(update={"alternatives": ["group/session-2", "group/session-3"]})
        if page.path == "group/session-2"
        else page
        for page in made.manifest.pages
    ]
    made = dc.replace(made, manifest=made.manifest.model_copy(update={"pages": pages}))
    cards = page_context(made, "index", "").cards[0].cards
    assert [card.choice for card in cards] == [True]
    assert [c.choice for c in page_context(rendition("en"), "index", "").cards[0].cards] == [False]


def test_foot_names_edition_versions_licence_and_state(rendition: Make) -> None:
    made = rendition("en")
    lines = [str(line.plain) for line in page_context(made, SESSION, "").colophon]
    assert lines[0] == "Core manual"
    assert "1.2.0" in lines[1]
    assert text_version(made.manifest, [SESSION], "en") in lines[2]
    assert "CC-BY-4.0" in lines[3]
    assert lines[4] == "Draft"


def stated(rendition: Rendition, **pages: State) -> Rendition:
    """Return the rendition with states: `session` is a page, `whole` the whole."""
    whole = pages.get("whole", State.DRAFT)
    state = RenditionState(edition=whole, whole=whole, pages={SESSION: pages["session"]})
    manifest = rendition.manifest.model_copy(update={"states": {"en": state}})
    return dc.replace(rendition, manifest=manifest)


@pytest.mark.parametrize(
    ("state", "notice", "colophon"),
    [
        (State.DRAFT, ["Nobody has approved this."], "Draft"),
        (State.IN_REVIEW, ["Somebody is reading this."], "In review"),
        (State.CHANGED, ["This has changed."], "Changed"),
        (State.APPROVED, [], "Approved"),
    ],
)
def test_a_page_tells_its_own_state(
    rendition: Make, state: State, notice: list[str], colophon: str
) -> None:
    context = page_context(stated(rendition("en"), session=state), SESSION, "")
    assert [str(each.texts[0]) for each in context.notices[1:]] == notice
    assert str(context.colophon[-1]) == colophon


@pytest.mark.parametrize("path", ["index", "about"])
def test_the_home_page_and_the_about_page_tell_the_state_of_the_whole(
    rendition: Make, path: str
) -> None:
    told = stated(rendition("en"), session=State.APPROVED, whole=State.CHANGED)
    assert str(page_context(told, path, "").colophon[-1]) == "Changed"


def test_a_language_without_a_state_is_a_draft(rendition: Make) -> None:
    told = stated(rendition("ar"), session=State.APPROVED, whole=State.APPROVED)
    assert page_context(told, SESSION, "").colophon[-1].plain == "Draft"


def test_a_page_in_two_languages_leads_to_the_readers_own(rendition: Make) -> None:
    arabic = rendition("ar")
    assert page_context(arabic, SESSION, "").one_language == ""
    both = dc.replace(arabic, bilingual=True)
    assert page_context(both, SESSION, "").one_language == "../../../ar/group/session-2/"


def test_a_script_counts_in_the_readers_digits(rendition: Make) -> None:
    assert page_context(rendition("fa"), SESSION, "").digits == "۰۱۲۳۴۵۶۷۸۹"
    assert page_context(rendition("en"), SESSION, "").digits == "0123456789"

"""What keeps together on a page, and what is not cut off: numbers, names, labels, the bar below."""

import pytest
from playwright.sync_api import BrowserContext, Page

pytestmark = [pytest.mark.browser, pytest.mark.site]

IN_TWO_LINES = """() => [...document.querySelectorAll('article .fact[dir=ltr]')].filter(fact => {
    const digits = document.createRange();
    digits.selectNodeContents(fact);
    return new Set([...digits.getClientRects()].map(line => line.top)).size > 1;
}).map(fact => fact.textContent)"""
CUT = """() => [...document.querySelectorAll('.brand > *, .switch-name')].filter(name =>
    name.clientHeight && getComputedStyle(name).overflowY !== 'visible' &&
    name.scrollHeight > name.clientHeight).map(name => name.textContent)"""
GAP = """() => {
    const step = document.querySelector('#g1-what'), name = step.querySelector('bdi');
    const words = document.createRange();
    words.selectNodeContents(name.nextSibling);
    const [one, other] = [name.getBoundingClientRect(), words.getBoundingClientRect()];
    return (one.left - other.right) / parseFloat(getComputedStyle(step).fontSize);
}"""
LONG_TOOL = """() => {
    const tool = document.querySelector('a.tool[type="application/pdf"]');
    const text = tool.childNodes[1];
    text.data = 'Fidelity visit: Managing Problems in a group of eight people ';
    const words = document.createRange();
    words.selectNodeContents(text);
    const middle = box => (box.top + box.bottom) / 2;
    return Math.abs(middle(tool.querySelector('.icon').getBoundingClientRect())
        - middle(words.getBoundingClientRect()));
}"""
LONG_BAR = """() => {
    document.querySelector('.leave').firstChild.data = 'Quitter tout de suite cette page du manuel';
    return document.querySelector('.leave').getBoundingClientRect().right - innerWidth;
}"""

BRIGHT = """() => [...document.querySelectorAll('article *')].filter(element => {
    const [red, green, blue, there = 1] =
        getComputedStyle(element).backgroundColor.match(/[\\d.]+/g).map(Number);
    return there > 0 && Math.min(red, green, blue) > 200 && !element.matches('img, figure');
}).map(element => element.outerHTML.slice(0, 80))"""
UNSEEN = """async () => {
    const element = document.activeElement;
    const seen = () => element.checkVisibility({opacityProperty: true, visibilityProperty: true});
    // What opens needs a moment.
    for (let frame = 0; frame < 60 && !seen(); frame++) await new Promise(requestAnimationFrame);
    return seen() ? '' : element.outerHTML.slice(0, 80);
}"""

ABOVE_THE_BAR = """card => document.querySelector('.care').getBoundingClientRect().top
    - card.getBoundingClientRect().bottom"""
BEHIND_THE_BAR = """() => [...document.querySelectorAll('.contents summary')].filter(section => {
    section.focus();
    return section.getBoundingClientRect().bottom
        > document.querySelector('.care').getBoundingClientRect().top;
}).map(section => section.textContent)"""
WEIGHT = "part => getComputedStyle(part).fontWeight"


@pytest.fixture
def page(phone: BrowserContext) -> Page:
    return phone.new_page()


@pytest.mark.parametrize("language", ["en", "ar"])
def test_a_number_to_call_stands_on_one_line(page: Page, home: str, language: str) -> None:
    page.goto(f"{home}/{language}/safety/safety/")
    assert page.locator("article .fact[dir=ltr]").count() >= 4
    assert page.evaluate(IN_TWO_LINES) == []


def test_no_letter_of_the_header_is_cut(page: Page, home: str) -> None:
    page.set_viewport_size({"width": 1280, "height": 800})
    page.goto(f"{home}/ur/")
    page.reload()
    assert page.evaluate("document.fonts.check('16px Manual Nastaliq')")
    assert page.evaluate(CUT) == []


def test_a_latin_name_stands_among_the_words_of_a_step(page: Page, home: str) -> None:
    page.goto(f"{home}/ur/group/session-1/")
    assert 0 <= page.evaluate(GAP) < 0.6  # of an em


def test_a_long_label_keeps_its_picture_beside_it(page: Page, home: str) -> None:
    page.goto(f"{home}/en/group/session-2/")
    assert page.evaluate(LONG_TOOL) < 3


def test_a_long_way_out_stays_on_a_narrow_phone(page: Page, home: str) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(f"{home}/en/contacts/")
    assert page.evaluate(LONG_BAR) <= 0


def test_in_the_dark_nothing_dazzles_but_pictures(page: Page, home: str) -> None:
    page.emulate_media(color_scheme="dark")
    for path in ("checklists/group-session-2/", "handouts/problem-worksheet/", "record/"):
        page.goto(f"{home}/en/{path}")
        assert page.evaluate(BRIGHT) == [], path
    page.emulate_media(color_scheme="light")
    assert page.evaluate(BRIGHT)


@pytest.mark.parametrize("language", ["en", "ar"])
def test_the_keyboard_stops_nowhere_unseen(page: Page, home: str, language: str) -> None:
    page.goto(f"{home}/{language}/handouts/problem-worksheet/")
    page.locator(".md-header__button button").first.wait_for()
    stops = 0
    for _ in range(14):
        page.keyboard.press("Tab")
        stops += page.evaluate("document.activeElement !== document.body")
        assert page.evaluate(UNSEEN) == ""
    assert stops == 14


def test_a_word_in_plain_words_leaves_help_in_sight_and_is_not_bold(page: Page, home: str) -> None:
    page.goto(f"{home}/en/")
    word = page.locator("strong a.explained").first
    word.click()
    card = page.locator(".word-card")
    assert abs(card.evaluate(ABOVE_THE_BAR)) <= 2
    assert card.locator(".dd").evaluate(WEIGHT) == "400"
    assert card.locator(".dt").evaluate(WEIGHT) == "700"


def test_the_keyboard_finds_all_contents_above_the_bar(page: Page, home: str) -> None:
    page.set_viewport_size({"width": 1280, "height": 700})
    page.goto(f"{home}/en/handouts/crisis-card/")
    page.locator(".contents details[open] summary").first.wait_for()
    assert page.evaluate(BEHIND_THE_BAR) == []

"""What keeps together on a page, and what is not cut off: numbers, names, labels, the bar below."""

import pytest
from playwright.sync_api import BrowserContext, Page

pytestmark = [pytest.mark.browser, pytest.mark.site, pytest.mark.xdist_group("reading")]

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

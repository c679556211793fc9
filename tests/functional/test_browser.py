"""The site in a real browser: English and Arabic, a phone and a desk."""

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import Browser

if TYPE_CHECKING:
    from tests.functional.conftest import Tab

pytestmark = [pytest.mark.browser, pytest.mark.site]

PHONE, DESK = (360, 740), (1280, 900)
PAGES = (
    "",
    "group/session-2/",
    "case-studies/group-story/",
    "checklists/group-session-2/",
    "handouts/problem-worksheet/",
    "safety/safety/",
    "contacts/",
    "training/course-plan/",
    "about/",
)


@pytest.mark.parametrize("tab", [PHONE, DESK], ids=["360", "1280"], indirect=True)
@pytest.mark.parametrize("language", ["en", "ar"])
def test_every_kind_of_page_fits_and_asks_for_nothing_foreign(
    tab: "Tab", address: str, language: str
) -> None:
    for path in PAGES:
        tab.page.goto(f"{address}/prosper-liverpool/{language}/{path}", wait_until="load")
        html = tab.page.locator("html")
        assert html.get_attribute("lang") == language
        direction = tab.page.evaluate("getComputedStyle(document.body).direction")
        assert direction == ("rtl" if language == "ar" else "ltr")
        wider = tab.page.evaluate(
            "document.scrollingElement.scrollWidth - document.documentElement.clientWidth"
        )
        assert wider <= 0, f"{path} can be scrolled sideways by {wider}px"
        assert tab.page.locator("h1").count() == 1, path
    assert tab.faults == []
    assert [url for url in tab.requests if not url.startswith((address, "data:", "blob:"))] == []
    assert tab.page.context.cookies() == []


@pytest.mark.parametrize(
    ("language", "query", "page"),
    [
        ("en", "worksheet", "handouts/problem-worksheet"),
        ("en", "Yusuf", "case-studies/group-story-male"),
        ("ar", "", "handouts/problem-worksheet"),
    ],
    ids=["en-word", "en-name", "ar-from-title"],
)
def test_search_finds_pages_of_this_edition_and_language(
    tab: "Tab", address: str, language: str, query: str, page: str
) -> None:
    home = f"{address}/prosper-liverpool/{language}/"
    tab.page.goto(f"{home}handouts/problem-worksheet/")
    if not query:
        query = (tab.page.locator("h1").text_content() or "").split()[0]
    tab.page.locator("label[for=__search]").first.click()
    tab.page.locator("input.md-search__input").fill(query)
    results = tab.page.locator(".md-search-result__link")
    results.first.wait_for(timeout=20_000)
    found = [link.get_attribute("href") or "" for link in results.all()]
    assert any(page in href for href in found), found
    assert all(href.startswith(home) for href in found)
    assert tab.faults == []


def test_the_switches_stay_on_the_page_and_the_block(tab: "Tab", address: str) -> None:
    start = f"{address}/prosper-liverpool/en/group/session-2/#g2-choose"
    tab.page.goto(start)
    switch = tab.page.locator('a[hreflang="ar"]').first
    switch.evaluate("element => element.click()")
    tab.page.wait_for_url("**/prosper-liverpool/ar/group/session-2/#g2-choose")
    edition = tab.page.locator('a[href*="/core/ar/"], a[href*="../core/ar/"]').first
    edition.evaluate("element => element.click()")
    tab.page.wait_for_url("**/core/ar/group/session-2/#g2-choose")
    assert tab.faults == []


def test_a_page_of_one_edition_alone_leads_to_the_home_of_the_other(
    tab: "Tab", address: str
) -> None:
    tab.page.goto(f"{address}/prosper-liverpool/en/case-studies/group-story-male/")
    edition = tab.page.locator('a[href*="/core/en/"]').first
    edition.evaluate("element => element.click()")
    tab.page.wait_for_url("**/core/en/")
    assert tab.faults == []


def test_the_page_can_be_read_without_javascript(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 360, "height": 740})
    page = context.new_page()
    page.goto(f"{address}/prosper-liverpool/ar/group/session-2/")
    assert page.locator("#g2-choose-script").is_visible()
    assert page.locator('a[hreflang="en"]').count() > 0
    context.close()


@pytest.mark.parametrize("language", ["en", "ar"])
def test_phone_numbers_stand_from_left_to_right(tab: "Tab", address: str, language: str) -> None:
    tab.page.goto(f"{address}/prosper-liverpool/{language}/contacts/")
    order = tab.page.evaluate(
        """() => [...document.querySelectorAll('bdi.fact[dir=ltr]')].map(fact => {
            const text = document.createTreeWalker(fact, NodeFilter.SHOW_TEXT).nextNode();
            const left = [];
            for (let i = 0; i < text.length; i++) {
                const range = document.createRange();
                range.setStart(text, i); range.setEnd(text, i + 1);
                if (/[0-9]/.test(text.data[i])) left.push(range.getBoundingClientRect().left);
            }
            return left;
        })"""
    )
    assert len(order) >= 5
    assert all(left == sorted(left) for left in order)


def test_the_landing_page_lists_the_editions(tab: "Tab", address: str) -> None:
    tab.page.goto(f"{address}/")
    assert tab.page.locator(
        'a[href*="prosper-liverpool/ur/"], a[href*="prosper-liverpool/ar/"]'
    ).count()
    assert tab.page.locator('a[href*="core/en/"]').count()
    assert tab.faults == []

"""What protects a reader, in a real browser: no traces, nobody else asked, help, a way to leave."""

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import Browser, Page, Route

if TYPE_CHECKING:
    from tests.functional.conftest import Tab

pytestmark = [pytest.mark.browser, pytest.mark.site]

EVERYWHERE = (
    "/",
    "/404.html",
    "/status/",
    "/prosper-liverpool/en/",
    "/prosper-liverpool/ar/group/session-2/",
    "/prosper-liverpool/ar+en/safety/safety/",
    "/prosper-liverpool/en/record/",
    "/core/ar/checklists/group-session-2/",
)
LEAVE = "https://www.wikipedia.org/"
_STORED = """async () => [
    document.cookie, localStorage.length, sessionStorage.length,
    (await indexedDB.databases()).length, (await caches.keys()).length,
    (await navigator.serviceWorker.getRegistrations()).length].join()"""


def test_no_page_asks_anybody_else_keeps_anything_or_breaks_its_own_policy(
    tab: "Tab", address: str
) -> None:
    for path in EVERYWHERE:
        tab.page.goto(f"{address}{path}", wait_until="load")
        policy = tab.page.locator('meta[http-equiv="Content-Security-Policy"]')
        assert "unsafe" not in (policy.get_attribute("content") or "unsafe"), path
        assert tab.page.evaluate(_STORED) == ",0,0,0,0,0", path
        assert "health" not in tab.page.title().lower(), path
        assert "problem management plus" not in tab.page.title().lower(), path
        assert tab.page.locator('.help a[href^="tel:"]').count() >= 1, path
    # A violation of the policy is an error of the console, and so a fault.
    assert tab.faults == []
    foreign = [url for url in tab.requests if not url.startswith((address, "data:", "blob:"))]
    assert foreign == []
    assert tab.page.context.cookies() == []


def test_the_policy_stops_what_does_not_belong_here(tab: "Tab", address: str) -> None:
    tab.page.goto(f"{address}/core/en/")
    tab.page.evaluate(
        """() => {
            const script = document.createElement('script');
            script.textContent = 'window.ran = true';
            document.body.append(script);
            document.body.setAttribute('style', 'color: red');
        }"""
    )
    assert tab.page.evaluate("window.ran") is None
    assert [fault for fault in tab.faults if "Content Security Policy" in fault]


@pytest.mark.parametrize("script", [True, False], ids=["script", "no-script"])
def test_help_is_one_tap_away_on_a_phone(browser: Browser, address: str, *, script: bool) -> None:
    context = browser.new_context(
        viewport={"width": 360, "height": 740}, java_script_enabled=script
    )
    page = context.new_page()
    page.goto(f"{address}/prosper-liverpool/ar/individual/session-3/")
    call = page.locator('.help a[href="tel:999"]')
    assert not call.is_visible()
    page.locator(".help > summary").click()
    assert call.is_visible()
    assert call.locator("bdi").get_attribute("dir") == "ltr"
    assert page.locator('.help a[href="sms:85258"]').count() == 1
    assert "2027-01-31" in page.locator(".help li").first.inner_text()
    context.close()


def _elsewhere(page: Page) -> list[str]:
    """Answer in place of the neutral page, and return what is asked of it."""
    asked: list[str] = []

    def answer(route: Route) -> None:
        asked.append(route.request.url)
        route.fulfill(body="<title>Elsewhere</title>", content_type="text/html")

    page.route(f"{LEAVE}**", answer)
    return asked


@pytest.mark.parametrize("way", ["button", "keys", "no-script"])
def test_a_reader_leaves_at_once_and_back_does_not_lead_here(
    browser: Browser, address: str, way: str
) -> None:
    context = browser.new_context(java_script_enabled=way != "no-script")
    page = context.new_page()
    asked = _elsewhere(page)
    page.goto(f"{address}/status/")
    page.goto(f"{address}/core/en/safety/safety/")
    assert asked == []
    if way == "keys":
        page.keyboard.press("Escape")
        page.keyboard.press("Escape")
    else:
        page.locator("a.leave").click()
    page.wait_for_url(LEAVE)
    assert asked[0] == LEAVE
    if way != "no-script":
        page.go_back()
        assert page.url == f"{address}/status/", "the page itself is no longer in the history"
    context.close()


def test_a_number_whose_date_is_over_says_so(browser: Browser, address: str) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.clock.set_fixed_time("2026-12-01T12:00:00Z")
    page.goto(f"{address}/prosper-liverpool/en/")
    over = page.locator("[data-until]").first
    assert over.get_attribute("hidden") is not None, "the date is in the future"
    page.clock.set_fixed_time("2027-02-01T12:00:00Z")
    page.reload()
    assert over.get_attribute("hidden") is None
    context.close()

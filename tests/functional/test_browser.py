"""The site in a real browser: English and Arabic, a phone and a desk."""

import functools
import http.server
import os
import shutil
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, Request, sync_playwright

pytestmark = [pytest.mark.browser, pytest.mark.site, pytest.mark.xdist_group("real-build")]

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


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Say nothing."""


@pytest.fixture(scope="module")
def address(real_project: Path) -> Iterator[str]:
    handler = functools.partial(_Quiet, directory=str(real_project / "site"))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        own = Path(playwright.chromium.executable_path)
        program = str(own) if own.exists() else shutil.which("chromium")
        assert program, "install Chromium: make test does it"
        arguments = ["--disable-gpu", "--disable-quic", "--disable-background-networking"]
        if os.geteuid() == 0:
            arguments.append("--no-sandbox")
        browser = playwright.chromium.launch(executable_path=program, args=arguments)
        yield browser
        browser.close()


class _Tab:
    """A tab that notes what goes wrong and what is asked for."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.faults: list[str] = []
        self.requests: list[str] = []
        page.on("console", self._console)
        page.on("pageerror", lambda error: self.faults.append(str(error)))
        page.on("request", self._request)
        page.on("requestfailed", self._failed)
        page.on("response", lambda r: self.faults.append(r.url) if r.status >= 400 else None)

    def _console(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            self.faults.append(message.text)

    def _failed(self, request: Request) -> None:
        # Leaving a page cancels what is on its way, such as the icon; what is missing or refused
        # ends in another error or in a status.
        if request.failure != "net::ERR_ABORTED":
            self.faults.append(request.url)

    def _request(self, request: Request) -> None:
        self.requests.append(request.url)


@pytest.fixture
def tab(browser: Browser, request: pytest.FixtureRequest) -> Iterator[_Tab]:
    width, height = getattr(request, "param", PHONE)
    context = browser.new_context(viewport={"width": width, "height": height})
    yield _Tab(context.new_page())
    context.close()


@pytest.mark.parametrize("tab", [PHONE, DESK], ids=["360", "1280"], indirect=True)
@pytest.mark.parametrize("language", ["en", "ar"])
def test_every_kind_of_page_fits_and_asks_for_nothing_foreign(
    tab: _Tab, address: str, language: str
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
    tab: _Tab, address: str, language: str, query: str, page: str
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


def test_the_switches_stay_on_the_page_and_the_block(tab: _Tab, address: str) -> None:
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
    tab: _Tab, address: str
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
def test_phone_numbers_stand_from_left_to_right(tab: _Tab, address: str, language: str) -> None:
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


def test_the_landing_page_lists_the_editions(tab: _Tab, address: str) -> None:
    tab.page.goto(f"{address}/")
    assert tab.page.locator(
        'a[href*="prosper-liverpool/ur/"], a[href*="prosper-liverpool/ar/"]'
    ).count()
    assert tab.page.locator('a[href*="core/en/"]').count()
    assert tab.faults == []

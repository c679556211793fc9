"""For everybody: axe, the keyboard, large letters, narrow screens, no script."""

from importlib.resources import files
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

pytestmark = [pytest.mark.browser, pytest.mark.site]

AXE = files("axe_playwright_python").joinpath("axe.min.js").read_text("utf-8")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
SESSION = "group/session-2/"
FONT = "element => getComputedStyle(element).fontFamily"
KINDS = (
    "", SESSION, "case-studies/group-story/", "checklists/group-session-2/",
    "handouts/problem-worksheet/", "safety/safety/", "contacts/", "training/course-plan/",
    "strategies/managing-problems/", "about/", "record/",
)  # fmt: skip
WIDER = "document.scrollingElement.scrollWidth - document.documentElement.clientWidth"


STICKING_OUT = """() => [...document.querySelectorAll('body *')].filter(element => {
    const box = element.getBoundingClientRect();
    return box.width && (box.left < -1 || box.right > innerWidth + 1) &&
        !element.closest('.scroll, .md-sidebar, .md-search, .md-dialog');
}).map(element => element.outerHTML.slice(0, 120))"""


def axe(page: Page) -> list[str]:
    """Return what axe finds, one line for each element."""
    page.evaluate(AXE)
    found: list[dict[str, Any]] = page.evaluate(
        "rules => axe.run(document, {runOnly: {type: 'tag', values: rules}})"
        ".then(result => result.violations)",
        RULES,
    )
    return [f"{each['id']} {node['target']}" for each in found for node in each["nodes"]]


@pytest.mark.parametrize(
    ("language", "width", "scheme"),
    [("en", 360, "light"), ("en", 1280, "dark"), ("ar", 360, "dark"), ("ar", 1280, "light")],
)
def test_axe_finds_nothing(
    browser: Browser, home: str, language: str, width: int, scheme: str
) -> None:
    view = {"width": width, "height": 800}
    context = browser.new_context(viewport=view, color_scheme=scheme)  # type: ignore[arg-type]
    page = context.new_page()
    found = {}
    for path in KINDS:
        page.goto(f"{home}/{language}/{path}")
        found[path] = axe(page)
    page.goto(f"{home}/{language}/")
    page.evaluate("document.querySelector('h1').insertAdjacentHTML('beforebegin', '<img src=x>')")
    planted = axe(page)
    context.close()
    assert any(line.startswith("image-alt") for line in planted), "axe sees nothing"
    assert {path: lines for path, lines in found.items() if lines} == {}


def test_pages_of_all_editions_and_in_two_languages_pass_axe(
    phone: BrowserContext, top: str, home: str
) -> None:
    page = phone.new_page()
    for address in (
        f"{top}/",
        f"{top}/status/",
        f"{home}/ur+en/{SESSION}",
        f"{home}/ur+en/record/",
    ):
        page.goto(address)
        assert axe(page) == [], address
        assert page.evaluate(WIDER) <= 0, address


@pytest.fixture
def session(phone: BrowserContext, home: str) -> Page:
    page = phone.new_page()
    page.goto(f"{home}/ur/{SESSION}")
    return page


def test_nothing_moves_while_letters_and_pictures_come(phone: BrowserContext, home: str) -> None:
    page = phone.new_page()
    page.add_init_script(
        "window.shifts = []; new PerformanceObserver(list => shifts.push(...list.getEntries()"
        ".map(entry => entry.value))).observe({type: 'layout-shift', buffered: true});"
    )
    page.goto(f"{home}/ur/{SESSION}", wait_until="networkidle")
    page.evaluate("document.fonts.ready")
    assert page.evaluate("shifts.reduce((sum, each) => sum + each, 0)") == 0
    # The letters have come by now, and are those of the next page.
    page.reload(wait_until="networkidle")
    assert page.evaluate("document.fonts.check('18px \"Manual Nastaliq\"', 'سانس')")
    assert page.evaluate("shifts.reduce((sum, each) => sum + each, 0)") == 0
    page.evaluate("document.querySelector('h1').style.marginTop = '200px'")
    page.wait_for_function("shifts.length > 0")


def test_the_line_tells_the_step_and_its_minutes(session: Page) -> None:
    line = session.locator(".step-line")
    assert line.is_hidden()
    steps = session.locator(".md-content .step[data-minutes]")
    minutes = [int(step.get_attribute("data-minutes") or "") for step in steps.all()]
    session.evaluate("document.querySelectorAll('.step[data-minutes]')[2].scrollIntoView()")
    line.wait_for()
    assert line.locator("b").text_content() == steps.nth(2).text_content()
    assert str(sum(minutes[2:])) in (line.locator(".step-time").text_content() or "")
    line.locator("summary").press("Enter")
    line.locator("li").nth(len(minutes) - 1).wait_for()
    assert line.locator("[aria-current=step]").count() == 1
    session.keyboard.press("Escape")
    assert line.get_attribute("open") is None


def test_letters_grow_are_kept_and_forgotten(session: Page) -> None:
    size = "document.querySelector('h1').getBoundingClientRect().height"
    before = session.evaluate(size)
    for _ in range(4):
        session.locator("[data-size='1']").click()
    assert session.evaluate(WIDER) <= 0, session.evaluate(STICKING_OUT)
    session.reload()
    assert session.evaluate(size) > before * 1.5
    assert session.evaluate("Object.keys(localStorage)") == ["manual-text-size"]
    session.locator("[data-forget]").click()
    assert session.evaluate("localStorage.length") == 0
    assert session.evaluate(size) == before


def test_the_drawer_works_with_the_keyboard_and_holds_nobody(session: Page) -> None:
    label = session.locator("label.md-header__button[for=__drawer] button")
    assert label.get_attribute("aria-expanded") == "false"
    assert not session.locator(".contents a").first.is_visible()
    label.press("Enter")
    assert label.get_attribute("aria-expanded") == "true"
    session.wait_for_function("document.activeElement.closest('.contents')")
    session.keyboard.press("Escape")
    assert label.get_attribute("aria-expanded") == "false"
    assert session.evaluate("document.activeElement.parentElement.htmlFor") == "__drawer"


def test_what_has_the_focus_is_never_hidden(session: Page) -> None:
    hidden = session.evaluate(
        """() => {
            const found = [];
            const stops = 'main :is(a, button, summary, [tabindex])';
            for (const element of document.querySelectorAll(stops)) {
                element.focus();
                if (document.activeElement !== element) continue;
                const box = element.getBoundingClientRect();
                const middle = box.x + box.width / 2;
                const seen = document.elementFromPoint(middle, Math.max(box.y, 0) + 4);
                if (!seen || seen.closest('.md-header, .care')) {
                    found.push(element.outerHTML.slice(0, 80));
                }
            }
            return found;
        }"""
    )
    assert hidden == []


@pytest.mark.parametrize("language", ["en", "ur"])
def test_four_times_the_size_needs_no_second_direction(
    browser: Browser, home: str, language: str
) -> None:
    context = browser.new_context(viewport={"width": 320, "height": 256})
    page = context.new_page()
    for path in KINDS:
        page.goto(f"{home}/{language}/{path}")
        assert page.evaluate(WIDER) <= 0, path
    page.mouse.wheel(0, 600)
    page.wait_for_function("scrollY > 300")
    bottom = page.evaluate("document.querySelector('.md-header').getBoundingClientRect().bottom")
    context.close()
    assert bottom <= 0, "on so low a screen the header goes with the page"


def test_all_can_be_read_and_reached_without_a_script(browser: Browser, home: str) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 360, "height": 740})
    page = context.new_page()
    page.goto(f"{home}/ur/{SESSION}")
    assert page.locator("#g2-choose-script").is_visible()
    assert page.locator("a[href$='session.pdf']").is_visible()
    assert not page.locator("[data-print]").is_visible()
    assert not page.locator(".step-line").is_visible()
    page.locator(".switch-languages > summary").click()
    assert page.locator(".switch-languages a[hreflang=en]").first.is_visible()
    page.locator("label.md-header__button[for=__drawer]").click()
    page.locator(".contents a[aria-current]").wait_for()
    sections = page.locator(".contents .not-here a").evaluate_all("all => all.map(a => a.href)")
    assert len(set(sections)) == len(sections) > 5
    own = set(page.locator(".contents a").evaluate_all("all => all.map(a => a.href)"))
    for section in sections:
        page.goto(section)
        own |= set(page.locator(".contents a").evaluate_all("all => all.map(a => a.href)"))
    page.goto(f"{home}/ur/")
    whole = set(page.locator(".contents a").evaluate_all("all => all.map(a => a.href)"))
    assert own >= whole, "two steps lead to each page"
    page.goto(f"{home}/ur/contacts/")
    assert page.locator("article a[href^='tel:']").first.is_visible()
    page.goto(f"{home}/ur/safety/safety/")
    letters = page.locator(".steps bdi", has_text="Before you use").evaluate(FONT)
    assert letters.startswith('"Manual Sans"'), "Nastaliq leaves no space between English words"
    context.close()

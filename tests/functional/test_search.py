"""The judged queries of `tests/cases/search/`, typed into the box of the real manual."""

import functools
import gzip
import http.server
import json
import re
import threading
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from judged import CASES, LANGUAGES, TYPE, Score, queries, score
from playwright.sync_api import Browser, Page, expect

from manualkit.pipeline import Options, compose_all
from manualkit.site import SitePlan, build_site

if TYPE_CHECKING:
    from tests.functional.conftest import Tab

pytestmark = [pytest.mark.browser, pytest.mark.site]

ROOT = Path(__file__).parents[2]
EDITION = "prosper-liverpool"
BOTH = "ur+en"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The edition in all its languages, and in two at once; no sheets are printed."""
    root = tmp_path_factory.mktemp("search")
    for name in ("docs", "adaptations", "locale", "templates", "mkdocs.yml"):
        (root / name).symlink_to(ROOT / name)
    prepared, _ = compose_all(root, date(2026, 3, 1), Options(editions=frozenset({EDITION})))
    wanted = frozenset((EDITION, name) for name in (*LANGUAGES, BOTH))
    build_site(SitePlan(root, prepared.manifests, only=wanted, workers=2))
    return root / "site"


@pytest.fixture(scope="module")
def home(site: Path) -> Iterator[str]:
    class Quiet(http.server.SimpleHTTPRequestHandler):
        def log_message(self, format: str, *args: object) -> None:  # noqa: A002
            """Say nothing."""

    handler = functools.partial(Quiet, directory=str(site))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/{EDITION}"
        server.shutdown()


def index_of(site: Path, language: str) -> dict[str, Any]:
    text = (site / EDITION / language / "search" / "index.js").read_text("utf-8")
    found: dict[str, Any] = json.loads(text.removeprefix("manualIndex(").removesuffix(");\n"))
    return found


def steps_of(site: Path, language: str) -> dict[str, str]:
    """Return the step that each block stands in."""
    steps = {}
    for page in index_of(site, language)["pages"]:
        for place, _, _, _, under in page["entries"]:
            if under is not None:
                steps[place] = page["entries"][under][0]
    return steps


def typed(page: Page, query: str, home: str) -> list[list[str]]:
    """Type a query; return where each entry of the list leads, from the top of the rendition."""
    shown: list[list[str]] = page.evaluate(TYPE, query)
    assert all(link.startswith(home) for links in shown for link in links), query
    return [[link.removeprefix(home) for link in links] for links in shown]


def scored(page: Page, site: Path, home: str, language: str) -> Score:
    page.goto(f"{home}/{language}/")
    engine = functools.partial(typed, page, home=f"{home}/{language}/")
    return score(queries(language), engine, steps_of(site, language))


@pytest.mark.parametrize("language", LANGUAGES)
def test_people_find_what_they_look_for(tab: "Tab", site: Path, home: str, language: str) -> None:
    reached = yaml.safe_load((CASES / "reached.yml").read_text("utf-8"))[language]
    found = scored(tab.page, site, home, language)
    assert found.at_5 >= reached, found.missed
    assert tab.faults == []


def test_every_language_has_queries_enough() -> None:
    for language in LANGUAGES:
        assert len({query.text for query in queries(language)}) >= 30, language


def test_every_need_is_answered_somewhere_on_the_site(site: Path) -> None:
    needs = yaml.safe_load((CASES / "needs.yml").read_text("utf-8"))
    index = index_of(site, "en")
    places = {entry[0] for page in index["pages"] for entry in page["entries"]}
    places |= {page["path"].strip("/") for page in index["pages"]}
    for need, answers in needs.items():
        for answer in answers:
            pattern = re.compile(re.escape(answer).replace(r"\*", ".*").replace(r"\?", "."))
            assert any(pattern.fullmatch(place) for place in places), f"{need}: {answer}"


def test_nothing_is_loaded_before_the_first_letter_and_little_after(tab: "Tab", home: str) -> None:
    tab.page.goto(f"{home}/ur/", wait_until="networkidle")
    assert not [url for url in tab.requests if "search" in url]
    typed(tab.page, "سانس", f"{home}/ur/")
    fetched = [url for url in tab.requests if "search" in url]
    assert [url.partition(f"/{EDITION}")[2] or url.rpartition("/")[2] for url in fetched] == [
        "search.js",
        "/ur/search/index.js",
    ]


@pytest.mark.parametrize("language", [*LANGUAGES, BOTH])
def test_the_first_search_weighs_little(site: Path, language: str) -> None:
    """A hundred kilobytes at most; in two languages, with the texts of either."""
    folder = site / EDITION / language / "search"
    always = [site / "assets" / "manual" / "search.js", folder / "index.js"]
    texts = [file for file in folder.glob("*.js") if file.name != "index.js"]
    assert len(texts) == (2 if language == BOTH else 0)
    weights = {file.name: len(gzip.compress(file.read_bytes())) for file in (*always, *texts)}
    first = sum(weights[file.name] for file in always)
    assert first + max((weights[file.name] for file in texts), default=0) < 100_000, weights


def test_a_page_in_two_languages_is_found_in_both(tab: "Tab", home: str) -> None:
    tab.page.goto(f"{home}/{BOTH}/")
    for query, fetched in (("client cries", "english.js"), ("کلائنٹ رو", "own.js")):
        tab.requests.clear()
        first = typed(tab.page, query, f"{home}/{BOTH}/")[0]
        assert "individual/session-1/#i1-adversity-crying" in first, query
        scripts = [url.rpartition("/")[2] for url in tab.requests if "/search/" in url]
        assert [name for name in scripts if name != "index.js"] == [fetched], query


@pytest.mark.parametrize(
    ("language", "query", "words"),
    [
        ("fr", "a cote du probleme", ["problème"]),
        ("ar", "بطاقه التنفس", ["بطاقة", "التنفس"]),
        ("tr", "NEFES KARTI", ["Nefes", "kartı"]),
        ("th", "บัตรหายใจ", ["บัตร", "หายใจ"]),
        ("en", "dizziness", ["dizzy"]),
    ],
)
def test_words_are_marked_as_they_stand_in_the_text(
    tab: "Tab", home: str, language: str, query: str, words: list[str]
) -> None:
    tab.page.goto(f"{home}/{language}/")
    assert typed(tab.page, query, f"{home}/{language}/")
    marks = tab.page.locator(".md-search-result mark").all_text_contents()
    for word in words:
        assert any(word in mark for mark in marks), marks


def test_what_matches_every_word_comes_before_what_matches_one(tab: "Tab", home: str) -> None:
    tab.page.goto(f"{home}/en/")
    first, *_ = typed(tab.page, "yusuf radiator", f"{home}/en/")
    assert any("gs-male" in link for link in first), first
    assert tab.page.locator(".md-search-result__terms").count() == 0


@pytest.mark.parametrize(
    ("language", "word"),
    [
        ("en", "suicide"),
        ("fr", "suicide"),
        ("tr", "intihar"),
        ("ar", "الانتحار"),
        ("fa", "خودکشی"),
        ("ur", "خودکشی"),
        ("th", "ฆ่าตัวตาย"),
    ],
    ids=LANGUAGES,
)
def test_who_looks_for_suicide_is_led_to_the_safety_page(
    tab: "Tab", home: str, language: str, word: str
) -> None:
    tab.page.goto(f"{home}/{language}/")
    first = typed(tab.page, word, f"{home}/{language}/")[0]
    assert any(link.startswith("safety/safety/") for link in first), first


def test_a_word_that_stands_nowhere_is_told(tab: "Tab", home: str) -> None:
    tab.page.goto(f"{home}/en/")
    typed(tab.page, "breathing helicopter", f"{home}/en/")
    expect(tab.page.locator(".md-search-result__terms del").first).to_have_text("helicopter")
    assert typed(tab.page, "helicopter", f"{home}/en/") == []
    expect(tab.page.locator(".md-search-result__meta")).to_contain_text("Try one word only")


@pytest.mark.parametrize("tab", [(1280, 900)], indirect=True)
def test_the_end_of_a_word_is_suggested(tab: "Tab", home: str) -> None:
    tab.page.goto(f"{home}/en/")
    tab.page.locator("input.md-search__input").press_sequentially("worksh")
    expect(tab.page.locator(".md-search__suggest")).to_have_text("worksheet")


def test_search_works_from_a_memory_stick(browser: Browser, site: Path) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 740}, offline=True)
    page = context.new_page()
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.goto((site / EDITION / "ur" / "index.html").as_uri())
    page.locator("label[for=__search]").first.click()
    page.locator("input.md-search__input").press_sequentially("کلائنٹ رو")
    link = page.locator(".md-search-result__link", has=page.locator("mark")).first
    link.click()
    page.wait_for_url("**/ur/individual/session-1/index.html#i1-adversity-crying")
    expect(page.locator("#i1-adversity-crying")).to_be_in_viewport()
    assert faults == []
    context.close()


def test_search_that_cannot_be_loaded_says_so_and_tries_again(tab: "Tab", home: str) -> None:
    tab.page.route("**/search/index.js", lambda route: route.abort())
    tab.page.goto(f"{home}/en/")
    assert typed(tab.page, "breathe", f"{home}/en/") == []
    expect(tab.page.locator(".md-search-result__meta")).to_contain_text("Check the connection")
    tab.page.unroute("**/search/index.js")
    assert typed(tab.page, "breathing", f"{home}/en/")

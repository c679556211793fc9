"""Reading without internet: a copy from a memory stick, and a language kept on a device."""

import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import Browser, Page

if TYPE_CHECKING:
    from tests.functional.conftest import Tab

pytestmark = [pytest.mark.browser, pytest.mark.site]

LIMIT = 3_000_000
ASKED = "ماذا افعل اذا بكى"
"""What to do if they cry, typed without the marks of its letters."""
_KEPT = """async () => (await caches.keys()).length
    + (await navigator.serviceWorker.getRegistrations()).length"""


def _unpacked(real_project: Path, folder: Path) -> Path:
    """Unpack a copy as a reader does, and return the page to open."""
    (pack,) = (real_project / "site/prosper-liverpool/ar/offline").glob("*.zip")
    assert pack.stat().st_size <= LIMIT
    with zipfile.ZipFile(pack) as archive:
        archive.extractall(folder)
        names = archive.namelist()
    assert any("/pdf/handout-" in name for name in names)
    assert any("/pdf/checklist-" in name for name in names)
    return folder / pack.stem / "START-HERE.html"


def _faults(page: Page) -> list[str]:
    faults: list[str] = []
    page.on("console", lambda said: faults.append(said.text) if said.type == "error" else None)
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("requestfailed", lambda request: faults.append(request.url))
    return faults


def test_a_helper_finds_what_to_do_if_someone_cries_with_no_internet_on_a_phone(
    browser: Browser, real_project: Path, tmp_path: Path
) -> None:
    start = _unpacked(real_project, tmp_path)
    context = browser.new_context(viewport={"width": 360, "height": 740}, offline=True)
    page = context.new_page()
    faults = _faults(page)
    page.goto(start.as_uri())
    page.locator("a.open-copy").click()
    page.wait_for_url("file:**/index.html*")
    assert page.locator(".pack-line").is_visible()
    assert page.locator('a[href*="about/index.html"]').count() >= 1
    assert page.locator(".take").count() == 0, "a copy does not offer itself"
    page.locator("label[for=__search]").first.click()
    page.locator("input.md-search__input").fill(ASKED)
    results = page.locator(".md-search-result__link")
    results.first.wait_for(timeout=20_000)
    assert "crying" in " ".join(link.get_attribute("href") or "" for link in results.all()[:8])
    results.first.click()
    page.wait_for_url("file:**/index.html*")
    page.locator(".help > summary").click()
    assert page.locator('.help a[href="tel:999"]').is_visible()
    assert faults == []
    context.close()


def test_a_language_is_kept_only_when_asked_read_without_internet_and_removed(
    tab: "Tab", address: str
) -> None:
    page, home = tab.page, f"{address}/prosper-liverpool/ar/"
    session = f"{home}group/session-3/"
    page.goto(home)
    assert page.evaluate(_KEPT) == 0
    keep, clear = page.locator(".keep button").first, page.locator(".keep button").last
    keep.click()
    clear.wait_for(timeout=60_000)
    page.evaluate("navigator.serviceWorker.ready.then(() => true)")
    page.context.set_offline(offline=True)
    page.goto(session)
    assert page.locator("h1").is_visible()
    assert page.evaluate("document.styleSheets.length") >= 1
    page.context.set_offline(offline=False)
    page.goto(home)
    clear.click()
    keep.wait_for()
    assert page.evaluate(_KEPT) == 0

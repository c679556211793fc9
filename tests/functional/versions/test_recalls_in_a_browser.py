"""What a helper with an old sheet, an old copy or a kept language is told, in a browser."""

import re
import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import Browser

from manualkit.model.short_address import short_code

if TYPE_CHECKING:
    from playwright.sync_api import Page
    from tests.functional.conftest import Tab

pytestmark = [pytest.mark.browser, pytest.mark.site]

SESSION = "group/session-1"
NOTES = "adaptations/demo/releases.yml"


def test_a_helper_with_an_old_sheet_and_an_old_page_reaches_the_newest_on_a_phone(
    replaced: Path, home: tuple[Path, str], tab: "Tab"
) -> None:
    served = home[1]
    old = re.findall(rf'{SESSION}: "([0-9a-f]{{12}})"', (replaced / NOTES).read_text("utf-8"))[0]
    view: Page = tab.page
    view.goto(f"{served}/p/{short_code('demo', 'en', SESSION)}/?v={old}")
    assert view.get_by_text("Your printed sheet is recalled.").is_visible()
    assert view.get_by_text("Your printed sheet is from version 1.0.0.").is_visible()
    assert not view.get_by_text("Your printed sheet is up to date.").is_visible()
    recall = view.get_by_text("The story was told too fast.")
    assert recall.is_visible()
    newest = view.locator("body").get_attribute("data-text")
    view.goto(f"{served}/p/{short_code('demo', 'en', SESSION)}/?v={newest}")
    assert view.get_by_text("Your printed sheet is up to date.").is_visible()
    assert not recall.is_visible()
    view.goto(f"{served}/demo/en/")
    view.locator(".older a").click()
    view.locator('.cards a[href$="group/session-1/"]').click()
    view.locator(".old-version a").last.click()
    assert view.url == f"{served}/demo/en/{SESSION}/"
    assert tab.faults == []


def unpacked(root: Path, folder: Path) -> Path:
    """Unpack the English copy of a site for a memory stick, and return its rendition's folder."""
    with zipfile.ZipFile(root / "site/demo/en/offline/demo-en.zip") as archive:
        archive.extractall(folder)
    return folder / "demo-en" / "demo" / "en"


def test_a_copy_from_a_memory_stick_hears_of_a_recall_when_there_is_internet(
    released: Path, replaced: Path, browser: Browser, tmp_path: Path
) -> None:
    old, new = unpacked(released, tmp_path / "old"), unpacked(replaced, tmp_path / "new")
    context = browser.new_context(viewport={"width": 360, "height": 740})
    view = context.new_page()
    alarm = view.get_by_role("alert").filter(has_text="The story was told too fast.")
    view.goto((old / SESSION / "index.html").as_uri())
    alarm.wait_for(timeout=10_000)
    assert "Throw the sheet away." in alarm.inner_text()
    view.goto((old / "index.html").as_uri())
    alarm.wait_for(timeout=10_000)
    unasked = view.get_by_text("This copy could not ask if a page was recalled since 2026-03-01.")
    assert not unasked.is_visible()
    for quiet in (old / "contacts", new / SESSION):
        with view.expect_response("**/recalls.json"):
            view.goto((quiet / "index.html").as_uri())
        view.wait_for_load_state("networkidle")
        assert alarm.count() == 0, quiet
    assert view.get_by_text("Older copies of this page are recalled.").is_visible()
    context.set_offline(offline=True)
    view.goto((old / SESSION / "index.html").as_uri())
    assert unasked.is_visible()
    assert alarm.count() == 0
    context.close()


def test_an_old_copy_hears_of_a_new_number_for_an_emergency_and_drops_the_old_one(
    released: Path, replaced: Path, browser: Browser, tmp_path: Path
) -> None:
    old, new = unpacked(released, tmp_path / "old"), unpacked(replaced, tmp_path / "new")
    context = browser.new_context(viewport={"width": 360, "height": 740})
    view = context.new_page()
    told = view.get_by_role("alert").get_by_role("link", name="0322 555")
    view.goto((old / "about" / "index.html").as_uri())
    told.wait_for(timeout=10_000)
    assert told.get_attribute("href") == "tel:0322555"
    assert view.get_by_role("alert").inner_text().startswith("Help now")
    assert view.locator(".care a[href='tel:0311999']").count() == 0
    with view.expect_response("**/recalls.json"):
        view.goto((new / "about" / "index.html").as_uri())
    view.wait_for_load_state("networkidle")
    assert view.get_by_role("alert").count() == 0
    assert view.locator(".care a[href='tel:0322555']").count() == 1
    context.close()


def test_a_copy_says_without_a_script_that_it_could_not_ask_and_the_site_never_says_it(
    replaced: Path, browser: Browser, tmp_path: Path
) -> None:
    copy = unpacked(replaced, tmp_path)
    context = browser.new_context(java_script_enabled=False)
    view = context.new_page()
    view.goto((copy / SESSION / "index.html").as_uri())
    assert view.locator(".pack-line .unasked").is_visible()
    context.close()
    assert not [p for p in (replaced / "site").rglob("*.html") if "unasked" in p.read_text("utf-8")]


def test_a_language_kept_on_a_device_hears_of_a_recall_and_remembers_it_without_internet(
    replaced: Path, serve: Callable[[Path], str], tab: "Tab", tmp_path: Path
) -> None:
    site = Path(shutil.copytree(replaced / "site", tmp_path / "site"))
    served, view = serve(site), tab.page
    session = site / "demo/en" / SESSION / "index.html"
    with_recall = session.read_text("utf-8")
    line = re.search(r'<li class="recalled">.*?</li>', with_recall, re.DOTALL)
    assert line is not None
    session.write_text(with_recall.replace(line[0], ""), "utf-8")
    view.goto(f"{served}/demo/en/")
    keep, clear = view.locator(".keep button").first, view.locator(".keep button").last
    keep.click()
    clear.wait_for(timeout=30_000)
    view.evaluate("navigator.serviceWorker.ready.then(() => true)")
    said = view.get_by_text("Older copies of this page are recalled.")
    view.goto(f"{served}/demo/en/{SESSION}/")
    assert said.count() == 0
    session.write_text(with_recall, "utf-8")
    view.goto(f"{served}/demo/en/{SESSION}/")
    assert said.is_visible()
    view.context.set_offline(offline=True)
    view.goto(f"{served}/demo/en/{SESSION}/")
    assert said.is_visible()

"""A fidelity checklist in a real browser: filled in, scored, saved, opened again."""

import csv
import json
import shutil
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from playwright.sync_api import Browser, Page

from manualkit.model.finding import Finding, InvalidProject
from manualkit.pipeline import compose_all

if TYPE_CHECKING:
    from tests.functional.conftest import Tab

pytestmark = [pytest.mark.browser, pytest.mark.site]

CASES: dict[str, Any] = yaml.safe_load(
    (Path(__file__).parents[1] / "cases/scoring/scores.yml").read_text("utf-8")
)
SHEET = "checklists/group-session-2"
DESK = (1280, 900)
STORED = "Object.keys(localStorage)"


def open_sheet(tab: "Tab", address: str, language: str) -> Page:
    tab.page.goto(f"{address}/prosper-liverpool/{language}/{SHEET}/", wait_until="load")
    tab.requests.clear()
    page: Page = tab.page
    return page


def lines(page: Page) -> list[str]:
    """Return the names of the lines that have points, in order."""
    names: list[str] = page.evaluate(
        """() => [...document.querySelectorAll('.ratings .fill-line')]
            .filter((line) => line.querySelector('[value="2"]'))
            .map((line) => line.id.slice('fill-'.length))"""
    )
    return names


def tab_to(page: Page, name: str) -> None:
    """Press Tab until the answers of a line have the focus."""
    for _ in range(8):
        if page.evaluate("document.activeElement.name") == name:
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"Tab does not lead to {name}")


def save(page: Page, button: str, folder: Path) -> Path:
    with page.expect_download() as started:
        page.get_by_role("button", name=button).press("Enter")
    path = folder / started.value.suggested_filename
    started.value.save_as(path)
    return path


def test_the_page_scores_as_the_rule_in_python_does(tab: "Tab", address: str) -> None:
    page = open_sheet(tab, address, "en")
    for case in CASES["cases"]:
        found = page.evaluate(
            "([sheet, answers]) => sheetRules.scoreOf(sheet, answers)",
            [CASES["sheet"], case["answers"]],
        )
        assert found == CASES["none"] | case["expect"], case["title"]
    for case in CASES["checks"]:
        found = page.evaluate(
            "([sheet, ticked]) => sheetRules.levelsOf(sheet, ticked)",
            [CASES["check"], case["ticked"]],
        )
        assert found == case["levels"], case["title"]


def fill_in(page: Page, names: list[str]) -> None:
    """Answer every line with the keyboard: in full, but for one that is critical."""
    page.locator('input[name="how"]').last.focus()
    page.keyboard.press("Space")
    for name in names:
        tab_to(page, name)
        page.keyboard.press("Space")
        if name == "item.O2":
            page.keyboard.press("ArrowRight")


@pytest.mark.parametrize("tab", [DESK], ids=["1280"], indirect=True)
def test_a_mentor_fills_a_checklist_with_the_keyboard_and_saves_it(
    tab: "Tab", address: str, tmp_path: Path
) -> None:
    page = open_sheet(tab, address, "en")
    page.locator("#fill-client").fill("Maria")
    page.locator("#fill-strength-1").fill("=1+1")
    names = lines(page)
    fill_in(page, names)
    score = page.locator(".fill-score").inner_text()
    assert "Follow-up needed" in score
    assert "O2" in score
    assert f"{100 * (2 * len(names) - 1) // (2 * len(names))} per cent" in score
    assert "limits are an example" in score

    page.get_by_role("button", name="go on later").press("Enter")
    assert "never a name" in page.locator(".fill-said").inner_text()
    page.locator("#fill-client").fill("G-4")
    kept = json.loads(save(page, "go on later", tmp_path).read_text("utf-8"))
    words = {"client": "G-4", "strength-1": "=1+1", "how": "recording"}
    assert kept["answers"] == {**dict.fromkeys(names, "2"), "item.O2": "1", **words}
    assert kept["score"]["missed"] == ["O2"]
    with save(page, "spreadsheet", tmp_path).open(encoding="utf-8-sig", newline="") as file:
        table = {row[0]: row[1] for row in csv.reader(file)}
    assert table["strength-1"] == "'=1+1"
    assert (table["item.O2"], table["score.missed"]) == ("1", "O2")
    assert [url for url in tab.requests if not url.endswith("icon.svg")] == []
    assert tab.faults == []


def test_a_saved_sheet_opens_again_and_that_of_another_session_does_not(
    tab: "Tab", address: str, tmp_path: Path
) -> None:
    page = open_sheet(tab, address, "en")
    page.locator('[name="item.O2"][value="1"]').check()
    page.locator("#fill-client").fill("G-4")
    saved = save(page, "go on later", tmp_path)
    page.reload()
    assert page.locator(".fill input:checked").count() == 0
    assert page.evaluate(STORED) == []
    kept = json.loads(saved.read_text("utf-8"))
    strange = {"item.O2": "9", "item.O9": "2", "notes": 7}
    for wrong, said in (
        ({"page": "checklists/group-session-1"}, "does not belong"),
        ({"answers": kept["answers"] | strange}, "is open"),
        ({"version": "0"}, "another version"),
    ):
        saved.write_text(json.dumps(kept | wrong), "utf-8")
        page.locator("#fill-open").set_input_files(saved)
        page.locator(".fill-said", has_text=said).wait_for()
    assert page.locator('[name="item.O2"][value="1"]').is_checked()
    assert page.locator(".fill input:checked").count() == 1
    assert page.locator("#fill-client").input_value() == "G-4"
    assert tab.faults == []


def test_on_a_phone_in_arabic_a_draft_is_kept_only_if_the_reader_asks(
    tab: "Tab", address: str
) -> None:
    page = open_sheet(tab, address, "ar")
    page.on("dialog", lambda dialog: dialog.accept())
    full, harm = page.locator('label:has([name="item.O1"])'), '[name="item.X3"][value="happened"]'
    full.first.click()
    page.locator(f"label:has({harm})").click()
    assert page.locator(".fill-harm", has_text="X3").count() == 1
    assert page.evaluate(STORED) == []
    page.locator("#fill-keep").check()
    page.reload()
    assert page.locator('[name="item.O1"][value="2"]').is_checked()
    assert page.locator(harm).is_checked()
    size = page.locator('label:has([name="item.O1"])').first.bounding_box()
    assert size is not None
    assert min(size["width"], size["height"]) >= 44
    page.emulate_media(media="print")
    assert page.locator(".fill-score").is_hidden()
    assert page.locator('td[data-field="item.O1.2"].ticked').is_visible()
    page.emulate_media(media="screen")
    page.locator(".fill-bar button").first.click()
    assert page.locator(".fill input:checked").count() == 0
    assert page.evaluate(STORED) == []
    assert [url for url in tab.requests if not url.startswith((address, "data:"))] == []
    assert tab.faults == []


def test_the_competency_check_tells_the_level_of_each_skill(tab: "Tab", address: str) -> None:
    page = tab.page
    page.goto(f"{address}/prosper-liverpool/en/checklists/competency/", wait_until="load")
    first = page.locator(".ratings.lines").first
    assert page.get_by_text("Now tick one level").first.is_hidden(), "nobody can tick it here"
    assert page.locator(".fill-part", has_text="The level of a skill").count() == 2
    ticked = page.locator('td[data-field^="level."].ticked')
    assert ticked.count() == 0
    for kind, level in (("Basic", 2), ("Unhelpful", 1)):
        first.locator(f'label:has-text("{kind}")').first.click()
        assert ticked.count() == 1
        assert (ticked.get_attribute("data-field") or "").endswith(f".{level}")
    assert page.locator('td[data-field="score.harmful"]').inner_text() == "1"
    assert tab.faults == []


def test_what_was_different_becomes_a_change_that_the_adaptor_completes(
    browser: Browser, real_project: Path, tmp_path: Path
) -> None:
    """From a folder, as in an offline pack: no server stands behind it."""
    page = browser.new_page()
    sheet = real_project / f"site/prosper-liverpool/en/{SHEET}/index.html"
    page.goto(sheet.as_uri())
    save_change = "draft of a change"
    page.get_by_role("button", name=save_change).press("Enter")
    assert "choose the step" in page.locator(".fill-said").inner_text()
    page.locator("#fill-different").fill('The story was told "without" {pictures}:\nno - printer.')
    page.locator("#fill-different-why").fill("The printer was broken, and no shop was open.")
    page.locator("#fill-different-step").select_option("g2-hear")
    page.locator("#fill-date").fill("2026-11-25")
    draft = save(page, save_change, tmp_path)
    page.close()

    missing = findings_of(real_project, tmp_path / "project", draft.read_text("utf-8"))
    assert missing == {"id", "nature", "decided_by", "core_impact"}
    head = draft.read_text("utf-8")
    for blank, filled in (
        ('id: ""', "id: LIV-099"),
        ("nature: []", "nature: [packaging-materials]"),
        ("decided_by: []", "decided_by: [wellbeing-mentor]"),
        ('core_impact: ""', "core_impact: core-preserved"),
    ):
        assert blank in head
        head = head.replace(blank, filled)
    completed = f"{head}Tell the story in your own words.\n"
    assert findings_of(real_project, tmp_path / "again", completed, "LIV-099.md") == set()


def findings_of(project: Path, root: Path, text: str, name: str = "draft.md") -> set[str]:
    """Return the keys that the real tool asks for, when the draft lies in an adaptation."""
    for folder in ("docs", "adaptations", "locale", "templates"):
        shutil.copytree(project / folder, root / folder)
    (root / f"adaptations/prosper-liverpool/changes/{name}").write_text(text, "utf-8")
    whole, findings = composed(root)
    assert whole == (not findings)
    return {found.message.split('"')[1] for found in findings if name in found.location.file}


def composed(root: Path) -> tuple[bool, Sequence[Finding]]:
    """Return whether the project can be composed, and what the tool found."""
    try:
        compose_all(root, date(2026, 11, 25))
    except InvalidProject as error:
        return False, error.findings
    return True, ()


def test_without_javascript_the_page_is_the_sheet(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}/prosper-liverpool/en/{SHEET}/")
    assert page.locator('td[data-field="item.O1.2"]').is_visible()
    assert page.locator(".fill").count() == 0
    context.close()

"""A trainer prints what a training day needs."""

from io import BytesIO
from typing import TYPE_CHECKING

import pypdf
import pytest

if TYPE_CHECKING:
    from tests.functional.conftest import Tab

pytestmark = [pytest.mark.browser, pytest.mark.site]


@pytest.mark.parametrize("tab", [(1280, 900)], indirect=True)
def test_a_trainer_prints_the_kit_of_day_3(tab: "Tab", address: str) -> None:
    page = tab.page
    page.goto(f"{address}/prosper-liverpool/en/")
    page.locator('a[href$="kits/"]:visible').first.click()
    page.wait_for_url("**/kits/")
    head = page.locator("h2#kit-training-day-3")
    assert head.is_visible()
    link = page.locator('a[href$="pdf/kit-training-day-3.pdf"]').first
    assert "Training day 3" in link.inner_text()
    answer = page.request.get(link.evaluate("link => link.href"))
    assert answer.headers["content-type"] == "application/pdf"
    pages = [each.extract_text() for each in pypdf.PdfReader(BytesIO(answer.body())).pages]
    assert all(f"Page {number} of {len(pages)}" in text for number, text in enumerate(pages, 1))
    cards = [number for number, text in enumerate(pages, 1) if "Slow breathing" in text]
    assert "Breathing card × 12" in pages[0]
    assert len([n for n in cards if "Breathing card" in pages[n - 1] and n > 1]) >= 12
    assert tab.faults == []

"""What a phone fetches: budgets over the wire, compressed, on the real manual."""

import dataclasses as dc
import sys
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page

pytestmark = [pytest.mark.browser, pytest.mark.site]

KB = 1024
FIRST, SECOND, FONT, NASTALIQ, PICTURE = 80 * KB, 10 * KB, 40 * KB, 120 * KB, 40 * KB
HEAVIEST = 10.75 * KB
"""Of the longest session: in English and Arabic it keeps to the 10 KB, in Thai it is 10.6."""
LANGUAGES = ["en", "ar", "ur", "th"]


@dc.dataclass
class Log:
    """What a tab has fetched over the network: address and bytes, with those of the headers."""

    page: Page
    fetched: list[tuple[str, int]] = dc.field(default_factory=list)
    _open: dict[str, str] = dc.field(default_factory=dict)

    def __post_init__(self) -> None:
        session = self.page.context.new_cdp_session(self.page)
        session.send("Network.enable")
        session.on("Network.responseReceived", self._answered)
        session.on("Network.loadingFinished", self._ended)

    def _answered(self, event: dict[str, Any]) -> None:
        if not event["response"].get("fromDiskCache"):
            self._open[event["requestId"]] = event["response"]["url"]

    def _ended(self, event: dict[str, Any]) -> None:
        url = self._open.pop(event["requestId"], "")
        # What the browser still had in memory costs nothing.
        if url.startswith("http") and event["encodedDataLength"]:
            self.fetched.append((url, int(event["encodedDataLength"])))

    def visit(self, address: str) -> list[tuple[str, int]]:
        """Open a page and return what it fetched."""
        self.fetched.clear()
        self.page.goto(address, wait_until="networkidle")
        return list(self.fetched)


@pytest.fixture
def log(phone: BrowserContext) -> Log:
    return Log(phone.new_page())


def split(fetched: list[tuple[str, int]]) -> tuple[int, dict[str, int]]:
    """Return the bytes of all but the fonts, and those of each font."""
    fonts = {url.rpartition("/")[2]: size for url, size in fetched if url.endswith(".woff2")}
    return sum(size for url, size in fetched if not url.endswith(".woff2")), fonts


@pytest.mark.parametrize("language", LANGUAGES)
def test_first_and_second_visit_keep_their_budgets(log: Log, home: str, language: str) -> None:
    first = log.visit(f"{home}/{language}/group/session-1/")
    size, fonts = split(first)
    # Pictures are another budget: they come as the reader comes near.
    again = log.visit(f"{home}/{language}/individual/session-4/")
    second, later = split([(url, size) for url, size in again if not url.endswith(".svg")])
    again = log.visit(f"{home}/{language}/group/session-2/")
    heaviest, _ = split([(url, size) for url, size in again if not url.endswith(".svg")])
    rows = ", ".join(f"{name} {bytes_ / KB:.1f}" for name, bytes_ in fonts.items())
    told = f"first {size / KB:.1f} KB, second {second / KB:.1f} KB, "
    told += f"heaviest {heaviest / KB:.1f} KB, fonts: {rows}"
    sys.stdout.write(f"\n{language}: {told}\n")
    assert len(first) > 4, "the log has missed what the page fetched"
    assert 20 * KB < size <= FIRST, first
    assert 2 * KB < second <= SECOND
    assert second < heaviest <= HEAVIEST
    assert fonts
    for name, bytes_ in fonts.items():
        assert bytes_ <= (NASTALIQ if "Nastaliq" in name else FONT), name
    assert sum("Nastaliq" in name for name in fonts) == (language == "ur")
    assert later.keys() <= {"NotoSans-Bold.woff2"}, "a font is fetched once"


def test_every_picture_is_light(built: Path) -> None:
    pictures = list((built / "site").glob("*/*/images/*"))
    assert len(pictures) > 20
    assert [path.name for path in pictures if path.stat().st_size > PICTURE] == []
    assert {path.suffix for path in pictures} <= {".svg"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_page_waits_for_its_letters(built: Path, language: str) -> None:
    css = (built / "site/assets/manual/manual.css").read_text("utf-8")
    faces = css.split("@font-face")[1:]
    assert len(faces) >= 7
    assert all("font-display:optional" in face.replace(" ", "") for face in faces)
    page = (built / f"site/prosper-liverpool/{language}/group/session-2/index.html").read_text()
    assert "woff2" not in page

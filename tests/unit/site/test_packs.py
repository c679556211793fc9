import dataclasses as dc
import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from manualkit.site.packs import LIMIT, Origin, as_file, make_pack, pack_line, zipped
from manualkit.site.rendition import Rendition

ROOT = Path(__file__).parents[3]
INSIDE = ("core/ar/index.html", "core/ar/about/index.html", "assets/manual/manual.css")
STRINGS = {
    "pack.unasked": "It could not ask since {date}.",
    "pack.copy": "A copy",
    "pack.made": "Made on {date}",
    "pack.from": "From {address}",
    "pack.open": "Open",
    "recall.newer": "Recalled since:",
    "pack.alone": "Sends nothing.",
    "pack.asks": "Asks that address.",
    "pack.sheets": "Sheets are in pdf.",
}


@pytest.mark.parametrize(
    ("link", "led"),
    [
        ("../", 'href="../index.html"'),
        ("./#about-state", 'href="./index.html#about-state"'),
        ("..", 'href="../index.html"'),
        ("#here", 'href="#here"'),
        ("tel:999", 'href="tel:999"'),
        ("../../../assets/manual/manual.css", 'href="../../../assets/manual/manual.css"'),
        ("../../en/about/", 'href="https://example.org/m/core/en/about/"'),
        ("../pdf/manual.pdf", 'href="https://example.org/m/core/ar/pdf/manual.pdf"'),
        ("../../../", 'href="https://example.org/m/"'),
    ],
)
def test_a_link_leads_to_a_file_or_to_the_published_site(link: str, led: str) -> None:
    page = f'<a href="{link}">x</a>'
    there = as_file(page, "core/ar/about/index.html", INSIDE, "https://example.org/m/")
    assert there == f"<a {led}>x</a>"


def test_what_leads_nowhere_goes_with_its_line_and_so_do_switches_and_the_policy() -> None:
    page = (
        '  <meta http-equiv="Content-Security-Policy" content="default-src">\n'
        '<details class="switch switch-languages"><a href="../../en/">en</a></details>'
        '<ul><li><a class="tool" href="../pdf/manual.pdf">PDF</a></li>'
        '<li><a href="../">home</a></li></ul>'
    )
    assert as_file(page, "core/ar/about/index.html", INSIDE, "") == (
        '<ul><li><a href="../index.html">home</a></li></ul>'
    )


def test_the_same_files_give_the_same_bytes_in_any_order() -> None:
    files = {"b.html": b"b" * 5000, "a.pdf": b"%PDF"}
    assert zipped(files) == zipped(dict(reversed(files.items())))


@pytest.fixture
def pages() -> Callable[[int], dict[str, bytes]]:
    def make(size: int) -> dict[str, bytes]:
        page = b'<body><aside class="care"></aside><a href="about/">x</a>'
        contents = {name: page for name in INSIDE if name.endswith(".html")}
        contents["core/ar/pdf/session-group-2.pdf"] = b"%" * size
        contents["core/ar/pdf/manual.pdf"] = b"%"
        return contents

    return make


@pytest.fixture
def arabic(rendition: Callable[[str], Rendition]) -> Rendition:
    there = rendition("ar")
    return dc.replace(there, strings={**there.strings, **STRINGS})


@pytest.mark.parametrize(("size", "taken"), [(1000, True), (LIMIT, False)])
def test_a_pack_takes_sheets_along_as_far_as_the_limit_allows(
    arabic: Rendition, pages: Callable[[int], dict[str, bytes]], size: int, *, taken: bool
) -> None:
    pack = make_pack(ROOT, arabic, pages(size), Origin("", "2026-03-31"))
    assert len(pack.content) <= LIMIT
    assert pack.name == "core-ar.zip"
    with zipfile.ZipFile(io.BytesIO(pack.content)) as archive:
        names = archive.namelist()
        start = archive.read("core-ar/START-HERE.html").decode()
        home = archive.read("core-ar/core/ar/index.html").decode()
    assert ("core-ar/core/ar/pdf/session-group-2.pdf" in names) is taken
    assert "core-ar/core/ar/pdf/manual.pdf" not in names
    assert 'href="core/ar/index.html"' in start
    assert "2026-03-31" in start
    assert 'href="about/index.html"' in home
    assert home.count('class="pack-line"') == 1


def test_a_copy_knows_where_it_came_from_only_if_that_is_known(arabic: Rendition) -> None:
    alone = pack_line(arabic, Origin("", "2026-03-31"))
    assert "data-origin" not in alone
    assert 'It could not ask since <bdi dir="ltr">2026-03-31</bdi>.' in alone
    line = pack_line(arabic, Origin("https://example.org/m", "2026-03-31"))
    assert 'data-origin="https://example.org/m/core/ar/" data-made="2026-03-31"' in line
    assert 'data-newer="Recalled since:"' in line
    assert "Draft" in line

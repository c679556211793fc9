"""The page behind a QR code tells the newest text version and leads to page and sheet."""

from pathlib import Path

import pytest
from lxml import html

from manualkit.markdown.text_version import text_version
from manualkit.model.manifest import Manifest
from manualkit.model.short_address import short_code
from manualkit.site.links import PdfLink
from manualkit.site.plan import SitePlan
from manualkit.site.short import short_pages

ADDRESS = "https://example.org/manuals"
SESSION = "group/session-2"


def manifest() -> Manifest:
    """Return an edition of two pages in English and Arabic, as the manifest tells it."""
    rights = {"licence": "CC-BY-4.0", "holder": "We", "edition_type": "original"}
    edition = {
        "id": "core",
        "title": "Core manual",
        "core_title": "A manual",
        "core_version": "1.0.0",
        "languages": ["en", "ar"],
        "sample": False,
        "sample_notice": "",
        "rights": rights,
        "digest": "aaaaaaaaaaaa",
    }
    pages = [
        {"path": SESSION, "title": "Session <2>", "kind": "session", "digest": "bbbbbbbbbbbb"},
        {"path": "about", "title": "About", "kind": "about", "digest": "cccccccccccc"},
    ]
    empty: dict[str, list[object]] = {
        name: [] for name in ("nav", "blocks", "contacts", "pictures", "changes")
    }
    return Manifest.model_validate({"edition": edition, "pages": pages, "facts": {}} | empty)


@pytest.fixture
def pages(root: Path) -> dict[str, bytes]:
    links = [
        PdfLink("", "manual", "manual.pdf", 5),
        PdfLink("", "kit", "kit.pdf", 5),
        PdfLink(SESSION, "session", "session-group-2.pdf", 5),
        PdfLink(SESSION, "session", "session-group-2.large.pdf", 5),
    ]
    made = manifest()
    sheets = dict.fromkeys([("core", "en"), ("core", "ar")], links)
    return short_pages(SitePlan(root, [made], sheets), ADDRESS)


def test_each_page_with_a_sheet_has_one_in_each_language(pages: dict[str, bytes]) -> None:
    wanted = [(language, page) for language in ("en", "ar") for page in ("", SESSION)]
    codes = {short_code("core", language, page) for language, page in wanted}
    assert set(pages) == {f"{code}/index.html" for code in codes}


def test_it_tells_the_text_and_leads_on(pages: dict[str, bytes]) -> None:
    tree = html.fromstring(pages[f"{short_code('core', 'ar', SESSION)}/index.html"])
    version = text_version(manifest(), [SESSION], "ar")
    assert (tree.get("lang"), tree.get("dir")) == ("ar", "rtl")
    assert tree.xpath("string(//h1)") == "Session <2>"
    assert tree.xpath("//body/@data-text") == [version]
    assert version in str(tree.xpath("string(//strong)"))
    assert tree.xpath("//main//a/@href") == [
        "../../core/ar/pdf/session-group-2.pdf",
        "../../core/ar/group/session-2/",
    ]


def test_the_cover_of_the_manual_leads_to_the_whole_manual(pages: dict[str, bytes]) -> None:
    tree = html.fromstring(pages[f"{short_code('core', 'en', '')}/index.html"])
    assert tree.xpath("//main//a/@href") == ["../../core/en/pdf/manual.pdf", "../../core/en/"]
    assert tree.xpath("//body/@data-text") == ["aaaaaaaaaaaa"]


def test_a_site_without_an_address_has_none(root: Path) -> None:
    assert short_pages(SitePlan(root, [manifest()]), "") == {}

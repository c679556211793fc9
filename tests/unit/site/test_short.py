"""The page behind a QR code tells the newest text version and leads to page and sheet."""

from datetime import date
from pathlib import Path

import pytest
from lxml import html

from manualkit.catalogue import Catalogue, load_strings
from manualkit.markdown.text_version import text_version
from manualkit.model.manifest import Manifest
from manualkit.model.news import Recall, Release
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


def test_each_page_has_one_in_each_rendition_for_sheets_are_printed_elsewhere_too(
    pages: dict[str, bytes],
) -> None:
    wanted = [(name, page) for name in ("en", "ar", "ar+en") for page in ("", SESSION, "about")]
    codes = {short_code("core", language, page) for language, page in wanted}
    assert set(pages) == {f"{code}/index.html" for code in codes}
    about = html.fromstring(pages[f"{short_code('core', 'ar', 'about')}/index.html"])
    assert about.xpath("//main//a/@href") == ["../../core/ar/about/"]


def test_it_tells_the_text_and_leads_on(pages: dict[str, bytes]) -> None:
    tree = html.fromstring(pages[f"{short_code('core', 'ar', SESSION)}/index.html"])
    version = text_version(manifest(), [SESSION], "ar")
    assert (tree.get("lang"), tree.get("dir")) == ("ar", "rtl")
    assert tree.xpath("string(//h1)") == "Session <2>"
    assert tree.xpath("//body/@data-text") == [version]
    assert version in str(tree.xpath("string(//main/p/strong)"))
    assert tree.xpath("//main//a/@href") == [
        "../../core/ar/pdf/session-group-2.pdf",
        "../../core/ar/group/session-2/",
    ]
    assert tree.xpath("//aside[@class='care']//summary")


def recalled(root: Path, language: str, page: str, **values: object) -> html.HtmlElement:
    """Return the page behind a code, of an edition with a recall."""
    usual = {"id": "plan", "page": page, "what": "A wrong day.", "do": "Print anew."}
    said = usual | {"date": date(2026, 2, 1), "role": "master-trainer"} | values
    once = Release(version="1.0.0", date=date(2026, 1, 1), changes=[], texts={"gone": "a" * 12})
    told = {"recalls": [Recall.model_validate(said)], "releases": [once]}
    made = manifest().model_copy(update=told)
    links = [PdfLink("", "manual", "manual.pdf", 5), PdfLink(SESSION, "session", "s.pdf", 5)]
    plan = SitePlan(root, [made], {("core", language): links})
    return html.fromstring(
        short_pages(plan, ADDRESS)[f"{short_code('core', language, page)}/index.html"]
    )


def said_of(tree: html.HtmlElement) -> str:
    return str(tree.xpath("string(//*[@data-recall])"))


def test_a_recall_says_without_a_script_that_it_is_about_older_copies(root: Path) -> None:
    tree = recalled(root, "en", SESSION)
    assert tree.xpath("//@data-recall") == ["*"]
    assert said_of(tree) == (
        "Older copies of this page are recalled.A wrong day.What to do: Print anew."
    )
    assert "../../core/en/pdf/s.pdf" in tree.xpath("//main//a/@href")


def test_a_sheet_is_not_offered_while_its_newest_text_is_recalled(root: Path) -> None:
    tree = recalled(root, "en", SESSION, texts=[text_version(manifest(), [SESSION], "en")])
    assert said_of(tree).startswith("This page is recalled. Do not use it.")
    assert tree.xpath("//main//a/@href") == ["../../core/en/group/session-2/"]
    assert "Then it is up to date" not in tree.text_content()


def test_whoever_holds_a_sheet_that_is_there_no_longer_is_told_so(root: Path) -> None:
    tree = recalled(root, "en", "gone")
    assert "This page is no longer in the newest manual." in tree.text_content()
    assert "A wrong day." in tree.text_content()
    assert tree.xpath("//main//a/@href") == ["../../core/en/"]
    assert tree.xpath("//*[@data-sheet-text='aaaaaaaaaaaa']")


def without(root: Path, gone: str, *kept: str) -> dict[str, html.HtmlElement]:
    """Return what stands behind the codes of a language that the edition has no longer, by page."""
    once = Release(
        version="1.0.0",
        date=date(2026, 1, 1),
        changes=[],
        texts={SESSION: "a" * 12},
        translated_texts={gone: {SESSION: "b" * 12}},
    )
    made = manifest()
    edition = made.edition.model_copy(update={"languages": list(kept)})
    made = made.model_copy(update={"edition": edition, "releases": [once]})
    found = short_pages(SitePlan(root, [made]), ADDRESS)
    names = [(name, page) for name in (gone, f"{gone}+en") for page in ("", SESSION)]
    files = {
        f"{name} {page}": f"{short_code('core', name, page)}/index.html" for name, page in names
    }
    return {name: html.fromstring(found[file].decode()) for name, file in files.items()}


def test_a_sheet_in_a_language_that_is_gone_leads_to_the_languages_that_are_there(
    root: Path,
) -> None:
    for name, tree in without(root, "ur", "en", "ar").items():
        page = name.partition(" ")[2]
        (said,) = tree.xpath("//main/p[@class='recalled']")
        links = tree.xpath("//main//a[@class='read']")
        assert (tree.get("lang"), said.text_content()) == ("ur", told(root, "ur"))
        assert [(link.get("lang"), link.get("href")) for link in links] == [
            ("en", f"../../core/en/{page}{'/' if page else ''}"),
            ("ar", f"../../core/ar/{page}{'/' if page else ''}"),
        ]
        assert "اردو" in tree.xpath("string(//header)")
        assert tree.xpath("//@data-sheet-text") == (["b" * 12] if page else [])
        assert not tree.xpath("//a[@class='pdf']")


def told(root: Path, code: str) -> str:
    """Return what is said in a language of a sheet in a language that is gone."""
    english = load_strings(root / "templates")["sheet.no-language"]
    said = Catalogue.open(root / "locale", "core", code).translate(english)
    assert said
    return said


def test_where_the_texts_of_a_language_are_gone_too_its_sheets_are_told_so_in_english(
    root: Path,
) -> None:
    tree = without(root, "so", "en")[f"so {SESSION}"]
    assert (tree.get("lang"), tree.get("dir")) == ("en", "ltr")
    assert "The newest manual is no longer in the language of your sheet." in tree.text_content()
    assert str(tree.xpath("string(//main//a)")).startswith("Session <2>")
    assert tree.xpath("//aside[@class='care']//summary")


def test_the_cover_of_the_manual_leads_to_the_whole_manual(pages: dict[str, bytes]) -> None:
    tree = html.fromstring(pages[f"{short_code('core', 'en', '')}/index.html"])
    assert tree.xpath("//main//a/@href") == ["../../core/en/pdf/manual.pdf", "../../core/en/"]
    assert tree.xpath("//body/@data-text") == ["aaaaaaaaaaaa"]


def test_the_whole_manual_names_the_page_that_is_recalled_in_it(root: Path) -> None:
    made = manifest()
    recall = {"id": "plan", "page": SESSION, "what": "A wrong day.", "do": "Print anew."}
    recall |= {"date": "2026-02-01", "role": "master-trainer"}
    told = made.model_copy(update={"recalls": [Recall.model_validate(recall)]})
    found = short_pages(SitePlan(root, [told]), ADDRESS)
    tree = html.fromstring(found[f"{short_code('core', 'en', '')}/index.html"])
    assert tree.xpath("//@data-recall") == ["*"]
    assert said_of(tree).startswith("Session <2>: Older copies of this page are recalled.")


def test_a_site_without_an_address_has_none(root: Path) -> None:
    assert short_pages(SitePlan(root, [manifest()]), "") == {}

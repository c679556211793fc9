"""Two small editions in English and Arabic, built by the real MkDocs; its warnings are errors."""

import html
import json
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import pytest

from manualkit.approving import folder_words
from manualkit.model.manifest import Manifest
from manualkit.pipeline import compose_all
from manualkit.site import PdfLink, SitePlan, SiteReport, build_site
from manualkit.site.search_contract import PROMISES, own_search

pytestmark = pytest.mark.site

Project = Callable[[str], Path]
RENDITIONS = [(edition, name) for edition in ("core", "demo") for name in ("en", "ar", "ar+en")]
_ADDRESS = re.compile(r'\b(?:href|src)="([^"]*)"')
_ID = re.compile(r'\bid="([^"]*)"')
_CATALOGUE = """msgid ""
msgstr "Content-Type: text/plain; charset=UTF-8\\n"

# state: machine-drafted, not reviewed
msgid "A minimal manual"
msgstr "دليل صغير"

# state: machine-drafted, not reviewed
msgid "About this edition"
msgstr "عن الدليل"
"""


@pytest.fixture
def small(project: Project, root: Path) -> Path:
    """The smallest sound project, in English and Arabic."""
    folder = project("good-minimal")
    shutil.copy2(root / "mkdocs.yml", folder)
    catalogue = folder / "locale" / "ar" / "core.po"
    catalogue.parent.mkdir(parents=True)
    catalogue.write_text(_CATALOGUE, "utf-8")
    manual = folder / "docs" / "manual.yml"
    text = re.sub(r"^languages:.*\n", "", manual.read_text("utf-8"), flags=re.MULTILINE)
    manual.write_text(text + "languages: [en, ar]\n", "utf-8")
    context = folder / "adaptations" / "demo" / "adaptation.yml"
    context.write_text(context.read_text("utf-8").replace("[en, fr]", "[en, ar]"), "utf-8")
    pdf = folder / "dist" / "core" / "ar" / "manual.pdf"
    pdf.parent.mkdir(parents=True)
    pdf.write_bytes(b"%PDF-1.7")
    return folder


def build(root: Path, *, workers: int = 1, but: str = "") -> SiteReport:
    prepared, _ = compose_all(root, date(2026, 3, 1))
    manifests = [manifest for manifest in prepared.manifests if manifest.edition.id != but]
    pdfs = {("core", "ar"): [PdfLink("", "manual", "manual.pdf", 8)]}
    return build_site(SitePlan(root, manifests, pdfs, workers=workers))


def manifest(root: Path, edition: str) -> Manifest:
    file = root / "build" / "editions" / edition / "manifest.json"
    return Manifest.model_validate_json(file.read_text("utf-8"))


def page(root: Path, address: str) -> str:
    return (root / "site" / address / "index.html").read_text("utf-8")


def index(folder: Path) -> dict[str, Any]:
    """Return the search index of a rendition."""
    text = (folder / "search" / "index.js").read_text("utf-8")
    found: dict[str, Any] = json.loads(text.removeprefix("manualIndex(").removesuffix(");\n"))
    return found


def contents(root: Path) -> dict[str, bytes]:
    site = root / "site"
    return {
        path.relative_to(site).as_posix(): path.read_bytes()
        for path in site.rglob("*")
        if path.is_file()
    }


def test_every_page_stands_in_every_language(small: Path) -> None:
    report = build(small, workers=2)
    assert [(shard.edition, shard.rendition) for shard in report.shards] == RENDITIONS
    assert report.rendered == len(RENDITIONS)
    for edition, name in RENDITIONS:
        language = name.removesuffix("+en")
        for entry in manifest(small, edition).pages:
            path = "" if entry.path == "index" else entry.path
            text = page(small, f"{edition}/{name}/{path}")
            direction = "rtl" if language == "ar" else "ltr"
            assert f'<html lang="{language}" dir="{direction}"' in text
    about = page(small, "core/ar/about")
    assert "<title>عن الدليل – دليل صغير</title>" in about
    assert "Machine translation." in about.partition('class="notices"')[2].partition("</ul>")[0]
    assert (small / "site" / "core" / "ar" / "pdf" / "manual.pdf").is_file()


def test_a_page_that_nobody_has_translated_is_not_offered_as_a_translation(
    small: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MANUAL_SITE_URL", "https://example.org/")
    build(small)
    session, about = "group/session-1", "about"
    switch = page(small, f"core/en/{session}").partition("switch-languages")[2]
    arabic = switch.partition("العربية")[2].partition("</a>")[0]
    assert arabic == '<small><bdi lang="en" dir="ltr">Not translated yet</bdi></small>'
    assert 'href="../../../ar/" lang="ar"' in switch
    assert "ar+en" not in switch.partition("</details>")[0]
    there = page(small, f"core/en/{about}").partition("switch-languages")[2]
    assert 'href="../../ar/about/" lang="ar"' in there
    assert "Not translated yet" not in there.partition("</details>")[0]

    own = page(small, f"core/ar/{session}")
    assert 'content="noindex"' in own
    assert "canonical" not in own
    assert "Not translated yet" in own.partition('class="notices"')[2].partition("</ul>")[0]
    assert "are still in English" in page(small, f"core/ar/{about}")
    contents_of_home = page(small, "core/ar").partition('<nav class="contents"')[2]
    marked = re.findall(r'href="([^"]*)"[^>]*>(?:(?!</a>).)*not-translated', contents_of_home)
    assert "group/session-1/" in marked
    assert "about/" not in marked
    sitemap = (small / "site/core/ar/sitemap.xml").read_text("utf-8")
    assert "/about/" in sitemap
    assert session not in sitemap
    assert session in (small / "site/core/en/sitemap.xml").read_text("utf-8")


def test_another_state_writes_those_pages_anew_that_show_it(small: Path) -> None:
    build(small)
    before = contents(small)
    catalogue = small / "locale/ar/core.po"
    text = catalogue.read_text("utf-8")
    first, _, last = text.rpartition("machine-drafted, not reviewed")
    catalogue.write_text(f"{first}reviewed, plt{last}", "utf-8")
    build(small)
    changed = {name for name, content in contents(small).items() if before[name] != content}
    pages = {name for name in changed if name.endswith(".html")}
    assert pages == {f"{e}/{n}/about/index.html" for e in ("core", "demo") for n in ("ar", "ar+en")}
    assert "Reviewed translation." in page(small, "core/ar/about")


def test_a_page_tells_how_far_all_has_come_and_is_linked(small: Path) -> None:
    prepared, _ = compose_all(small, date(2026, 3, 1))
    words = [row for desk in prepared.desks for row in folder_words(desk)]
    build_site(SitePlan(small, prepared.manifests, words=words))
    text = page(small, "status")
    rows = dict(re.findall(r'<tr><th scope="row">([^<]*)</th>(.*?)</tr>', text))
    assert re.findall(r"<td>(.*?)</td>", rows["Group"])[1:] != []
    order = list(rows)
    assert order.index("Safety") < order.index("Group") < order.index("Interface")
    assert '<th scope="col">Machine-drafted</th>' in text
    assert "Approved</th>" not in text, "only states that occur have a column"
    assert text.count("<details>") == sum(len(m.edition.languages) for m in prepared.manifests) + 2
    assert not re.search(r"https?://", text)
    assert 'href="tel:' in text.partition('class="help-lines"')[2], "help is on every page"
    assert 'href="status/"' in page(small, "")
    assert 'href="../../../status/"' in page(small, "core/ar/about")


def test_every_link_on_the_site_leads_somewhere(small: Path) -> None:
    build(small)
    site = small / "site"
    pages = [path for path in site.rglob("*.html") if path.name != "404.html"]
    ids = {path: set(_ID.findall(path.read_text("utf-8"))) for path in pages}
    astray = []
    for path in pages:
        for address in map(html.unescape, _ADDRESS.findall(path.read_text("utf-8"))):
            parts = urlsplit(address)
            if parts.scheme:
                assert parts.scheme in {"tel", "sms", "mailto", "https"}, address
                continue
            target = (path.parent / unquote(parts.path)).resolve() if parts.path else path
            target = target / "index.html" if target.is_dir() else target
            if not target.is_file() or (
                parts.fragment and unquote(parts.fragment) not in ids[target]
            ):
                astray.append(f"{path.relative_to(site)}: {address}")
    assert astray == []


def test_a_page_in_two_languages_has_each_text_in_its_own_language_and_direction(
    small: Path,
) -> None:
    report = build(small)
    text = page(small, "core/ar+en/about")
    title = text.partition("<h1")[2].partition("</h1>")[0]
    assert '<span class="side" lang="en" dir="ltr">About this edition</span>' in title
    assert '<span class="side" lang="ar" dir="rtl">عن الدليل</span>' in title
    assert "<title>عن الدليل – دليل صغير</title>" in text
    ids = _ID.findall(text)
    assert len(ids) == len(set(ids))
    missing = {shard.rendition: shard.untranslated for shard in report.shards[:3]}
    assert missing["ar+en"] == missing["ar"] > 0
    titles = [each["title"] for each in index(small / "site" / "core" / "ar+en")["pages"]]
    assert "\u2068عن الدليل\u2069 · \u2068About this edition\u2069" in titles


def test_a_switch_leads_to_the_page_in_two_languages_and_back(small: Path) -> None:
    build(small)
    for language in ("en", "ar"):
        assert 'href="../../ar+en/about/"' in page(small, f"core/{language}/about")
        assert f'href="../../{language}/about/"' in page(small, "core/ar+en/about")
    assert 'href="../../../demo/ar+en/about/"' in page(small, "core/ar+en/about")


def test_pages_ask_nobody_else_for_anything(small: Path) -> None:
    build(small)
    for name, content in contents(small).items():
        if not name.endswith(".html"):
            continue
        text = content.decode()
        assert not re.search(r'\bsrc="(?:https?:)?//', text), name
        assert not re.search(r'<link[^>]*href="(?:https?:)?//', text), name
        # A strict content security policy: no script, style or handler inside the page.
        assert not re.search(r"<script(?![^>]*\bsrc=)(?![^>]*application/json)", text), name
        assert not re.search(r"<style|\sstyle=|\son[a-z]+=", text), name
        assert text.count("script-src 'self'; style-src 'self'") == 1, name


def test_nothing_is_rendered_or_written_twice(small: Path) -> None:
    build(small)
    before = contents(small)
    report = build(small)
    assert (report.rendered, report.files.written, report.files.removed) == (0, 0, 0)
    shutil.rmtree(small / "build" / "keys" / "site")
    report = build(small)
    assert (report.rendered, report.files.written) == (len(RENDITIONS), 0)
    assert contents(small) == before


def test_a_change_of_one_edition_renders_that_one_alone(small: Path) -> None:
    build(small)
    change = small / "adaptations" / "demo" / "adaptation.yml"
    change.write_text(change.read_text("utf-8").replace("one change", "many a change"), "utf-8")
    report = build(small)
    rendered = [(shard.edition, shard.rendition) for shard in report.shards if shard.pages]
    assert rendered == [("demo", "en"), ("demo", "ar"), ("demo", "ar+en")]


def test_an_edition_that_is_gone_leaves_the_site(small: Path) -> None:
    build(small)
    report = build(small, but="demo")
    assert not (small / "site" / "demo").exists()
    assert report.files.removed > 0
    assert "demo/" not in page(small, "")


def mkdocs(root: Path, *arguments: str, edition: str = "demo") -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "mkdocs", *arguments]
    environment = {"MANUAL_EDITION": edition, "NO_MKDOCS_2_WARNING": "1", "PATH": ""}
    return subprocess.run(
        command, cwd=root, env=environment, capture_output=True, text=True, check=False
    )


def test_mkdocs_alone_previews_one_edition_in_its_languages(small: Path) -> None:
    result = mkdocs(small, "build", "--strict")
    assert result.returncode == 0, result.stderr
    preview = small / "build" / "preview"
    assert "Walking in Demo Town" in (preview / "index.html").read_text("utf-8")
    assert '<html lang="ar" dir="rtl"' in (preview / "ar" / "about" / "index.html").read_text()
    assert not (preview / "fr").exists()
    assert index(preview)["language"] == "en"
    assert index(preview / "ar")["language"] == "ar"
    assert not (preview / "search" / "search_index.json").exists()
    assert (preview / "assets" / "manual" / "manual.css").is_file()
    assert not (small / "site").exists()


def test_blocks_are_marked_in_a_preview_and_never_on_the_site(small: Path) -> None:
    build(small)
    assert "block-mark" not in page(small, "demo/en/group/session-1")
    assert not (small / "site" / "assets" / "preview").exists()
    assert mkdocs(small, "build").returncode == 0
    preview = small / "build" / "preview"
    for folder in (preview, preview / "ar"):
        text = (folder / "group" / "session-1" / "index.html").read_text("utf-8")
        assert "manualkit change demo g1-objective</code>" in text
        assert "<strong>locked (core)</strong> <code>g1-plan-script</code>" in text
        assert "<code>adaptations/demo/changes/DEM-020.md:12</code>" in text
        assert "block-mark" not in (folder / "search" / "index.js").read_text("utf-8")
    assert (preview / "assets" / "preview" / "preview.js").is_file()


def test_mkdocs_alone_tells_the_findings(small: Path) -> None:
    index = small / "docs" / "index.md"
    index.write_text(index.read_text("utf-8") + "\n::: sing {#x}\nla\n:::\n", "utf-8")
    result = mkdocs(small, "build")
    assert result.returncode == 1
    assert "docs/index.md:" in result.stderr
    assert "Traceback" not in result.stderr


def test_mkdocs_alone_knows_its_editions(small: Path) -> None:
    result = mkdocs(small, "build", edition="atlantis")
    assert result.returncode == 1
    assert 'There is no edition "atlantis"' in result.stderr


def test_a_published_address_gives_canonical_links_and_sitemaps(
    small: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    build(small)
    assert "canonical" not in page(small, "core/ar/about")
    monkeypatch.setenv("MANUAL_SITE_URL", "https://example.org/manuals/")
    assert build(small).rendered == len(RENDITIONS)
    address = "https://example.org/manuals/core/ar/about/"
    assert f'<link rel="canonical" href="{address}">' in page(small, "core/ar/about")
    sitemap = (small / "site" / "core" / "ar" / "sitemap.xml").read_text("utf-8")
    assert f"<loc>{address}</loc>" in sitemap
    assert "lastmod" not in sitemap
    wrong = (small / "site" / "404.html").read_text("utf-8")
    assert 'href="/manuals/assets/manual/landing.css"' in wrong


def test_search_reads_each_step_once(small: Path) -> None:
    build(small)
    found = index(small / "site" / "core" / "en")
    (session,) = [each for each in found["pages"] if each["path"] == "group/session-1/"]
    assert "minute-bar" in page(small, "core/en/group/session-1")
    assert "data-search" not in page(small, "core/en/group/session-1")
    steps = [title for _, kind, title, *_ in session["entries"] if not kind]
    assert steps
    assert not [step for step in steps if step in session["intro"]]


def test_where_material_no_longer_speaks_as_ours_its_own_search_stays(
    small: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(PROMISES, "a promise that no Material keeps", "no such text")
    own_search.cache_clear()
    try:
        build(small)
    finally:
        monkeypatch.undo()
        own_search.cache_clear()
    folder = small / "site" / "core" / "ar"
    docs = json.loads((folder / "search" / "search_index.json").read_text("utf-8"))["docs"]
    assert "group/session-1/" in {doc["location"] for doc in docs}
    text = page(small, "core/ar/group/session-1")
    form = '<form class="md-search__form" name="search">'
    assert form in page(small, "core/ar")
    assert json.dumps(form)[1:-1] in (folder / "frame.js").read_text("utf-8")
    assert "data-search" not in text
    config = json.loads(text.partition('id="__config" type="application/json">')[2].split("<")[0])
    worker = (folder / "group" / "session-1" / config["search"]).resolve()
    assert worker.is_relative_to((small / "site" / "assets" / "javascripts" / "workers").resolve())
    assert worker.is_file()
    assert (folder / "group" / "session-1" / config["base"]).resolve() == folder.resolve()

"""A version that was replaced: kept as it went out, readable beside the newest, said to be old."""

import json
import re
import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from lxml import html

from manualkit.cli import main
from manualkit.model.short_address import short_code

pytestmark = [pytest.mark.site, pytest.mark.pdf]

DAY = "2026-03-01"
SESSION = "group/session-1"
OLD = "site/demo/v/1.0.0"
NOTES = "adaptations/demo/releases.yml"
A_PERSONS = """\
releases:
  # A person wrote this.
"""


def run(root: Path, *command: str) -> Result:
    return CliRunner().invoke(main, [*command, "--root", str(root), "--today", DAY])


def done(root: Path, *command: str) -> str:
    result = run(root, *command)
    assert result.exit_code == 0, result.output
    return result.output


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


@pytest.fixture
def to_spoil(replaced: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(replaced, tmp_path / "project", symlinks=True))


def page(root: Path, name: str) -> html.HtmlElement:
    return html.fromstring((root / name / "index.html").read_bytes())


def banner(root: Path, name: str) -> tuple[list[str], list[str]]:
    """Return the lines of a banner, and where they lead."""
    (found,) = page(root, name).xpath("//aside[@class='notices old-version']")
    lines = [str(line.text_content()) for line in found.iter("li")]
    return lines, [str(link) for link in found.xpath(".//a/@href")]


def test_a_release_notes_each_text_at_the_end_of_the_file_and_leaves_the_rest(
    released: Path,
) -> None:
    text = (released / NOTES).read_text("utf-8")
    assert text.startswith(A_PERSONS)
    assert re.search(r"^    texts:\n      index: \"[0-9a-f]{12}\"$", text, re.MULTILINE)
    english, french = re.findall(rf'{SESSION}: "([0-9a-f]{{12}})"', text)
    assert english != french
    assert re.search(r'^    kept: "[0-9a-f]{64}"$', text, re.MULTILINE)
    assert run(released, "check", "--release", "--edition", "demo").exit_code == 0
    again = run(released, "release", "demo")
    assert (again.exit_code, "No version" in again.output) == (1, True)


def test_what_is_kept_stands_alone(released: Path) -> None:
    with zipfile.ZipFile(released / "releases" / "demo-1.0.0.zip") as archive:
        names = set(archive.namelist())
        text = archive.read(f"fr/{SESSION}/index.html").decode()
    assert {"release.json", "fr/pdf/session-group-1.pdf", "fr/search/index.js"} <= names
    assert not {name for name in names if "offline" in name or name.endswith("sw.js")}
    assert '<meta name="robots" content="noindex">' in text
    assert 'rel="canonical"' not in text
    assert '<aside class="care"></aside>' in text
    with zipfile.ZipFile(released / "releases" / "demo-1.0.0.zip") as archive:
        assert "0311 999" not in archive.read("fr/search/index.js").decode()
    assert 'href="../../../assets/manual/manual.css"' in text
    assert "assets/manual/manual.css" in names


def test_every_page_of_an_old_version_says_so_and_leads_to_the_same_page(replaced: Path) -> None:
    old = "This is an old version of the manual. This is version 1.0.0. "
    old += "The newest is version 1.1.0. Read the newest version"
    lines, links = banner(replaced, f"{OLD}/en/contacts")
    assert (lines[-1], links[-1]) == (old, "../../../../en/contacts/")
    lines, links = banner(replaced, f"{OLD}/fr+en")
    assert (lines[-1].count("Fr. "), links[-1]) == (3, "../../../fr+en/")
    pages = list((replaced / OLD).rglob("index.html"))
    assert len(pages) == 33
    assert all('class="notices old-version"' in each.read_text("utf-8") for each in pages)
    with zipfile.ZipFile(replaced / "releases" / "demo-1.0.0.zip") as archive:
        was = archive.read("fr/contacts/index.html").decode()
    now = (replaced / OLD / "fr/contacts/index.html").read_text("utf-8")
    now = re.sub(r'<aside class="notices old-version">.*?</aside>\n', "", now)
    assert text_of(now) == text_of(was)


def text_of(page: str) -> str:
    """Return what stands on a page between its heading and the way on, as it is in the file."""
    return page[page.index("</header><p>") : page.index('<nav class="neighbours"')]


@pytest.mark.parametrize(("rendition", "said"), [("en", "Help now"), ("fr+en", "Fr. Help now")])
def test_help_on_an_old_page_is_that_of_today_and_the_page_says_that_numbers_have_changed(
    replaced: Path, rendition: str, said: str
) -> None:
    for name in ("", f"/{SESSION}", "/contacts"):
        tree = page(replaced, f"{OLD}/{rendition}{name}")
        (care,) = tree.xpath("//aside[@class='care']")
        assert care.get("aria-label") == said
        assert [str(link) for link in care.xpath(".//li/a/@href")] == ["tel:0322555"]
        assert "0322 555" in care.text_content()
        assert care.xpath(".//*[@data-until='2026-09-30']")
        lines, links = banner(replaced, f"{OLD}/{rendition}{name}")
        number = next(line for line in lines if "Telephone numbers have changed" in line)
        contacts = f"site/demo/{rendition}/contacts/index.html"
        here = replaced / OLD / rendition / name.strip("/")
        assert number != lines[-1]
        assert (here / links[-2] / "index.html").resolve() == (replaced / contacts).resolve()
        shown = [str(link) for link in tree.xpath("//a[not(ancestor::template)]/@href")]
        assert not [link for link in shown if link.endswith(".pdf")]
        there = tree.xpath("//ul[@class='tool-list']/li/a[not(ancestor::template)]/@href")
        # A page in two languages has no sheet of its own here.
        assert (links[-1] in there) == (rendition == "en")
    assert "0311 999" in page(replaced, f"{OLD}/en/contacts").text_content()


def test_a_recall_stands_above_the_old_page_whose_text_is_not_the_newest(replaced: Path) -> None:
    lines, _ = banner(replaced, f"{OLD}/en/{SESSION}")
    said = (
        "This page is recalled. Do not use it. The story was told too fast. Throw the sheet away."
    )
    assert lines[0] == said


def test_old_versions_are_in_no_sitemap_and_the_home_page_of_the_newest_names_them(
    replaced: Path,
) -> None:
    site = replaced / "site"
    assert not [p for p in site.rglob("sitemap.xml") if "/v/" in p.read_text("utf-8")]
    assert not (site / "demo/v/1.0.0/en/sitemap.xml").exists()
    section = page(replaced, "site/demo/en").xpath("//section[@class='older']")[0]
    (link,) = section.iter("a")
    assert (link.get("href"), link.text_content()) == (
        "./../v/1.0.0/en/",
        "Version 1.0.0, 2026-02-01",
    )
    assert page(replaced, f"{OLD}/en").xpath("//section[@class='older']") == []


def test_a_sheet_of_an_old_version_is_told_so_by_its_code(replaced: Path) -> None:
    code = short_code("demo", "en", SESSION)
    tree = page(replaced, f"site/p/{code}")
    (said,) = tree.xpath("//*[@data-sheet-text]")
    old = re.findall(rf'{SESSION}: "([0-9a-f]{{12}})"', (replaced / NOTES).read_text("utf-8"))[0]
    assert said.get("data-sheet-text") == old != tree.xpath("string(//body/@data-text)")
    assert said.text_content() == "Your printed sheet is from version 1.0.0."


def test_the_verifier_knows_old_versions_and_that_nothing_in_them_changed(to_spoil: Path) -> None:
    result = run(to_spoil, "verify", "--workers", "2")
    assert result.exit_code == 0, result.output
    assert "Old versions as they went out: 1." in " ".join(result.output.split())
    edit(to_spoil / OLD / "en/safety/safety/index.html", "Stay with the person.", "Leave them.")
    (to_spoil / OLD / "en/contacts/index.html").unlink()
    edit(to_spoil / OLD / "fr/index.html", 'href="tel:0322555"', 'href="tel:0311999"')
    found = run(to_spoil, "verify", "--workers", "2", "--format", "json")
    alarms = [(f["code"], f["location"]["file"]) for f in json.loads(found.output)]
    assert alarms == [
        ("verify-old-version", f"{OLD}/en/contacts/index.html"),
        ("verify-old-version", f"{OLD}/en/safety/safety/index.html"),
        ("verify-old-version", f"{OLD}/fr/index.html"),
    ]


def test_a_file_that_is_not_the_one_that_went_out_is_not_shown(
    to_spoil: Path, build: Callable[..., dict[str, list[dict[str, str]]]]
) -> None:
    kept = to_spoil / "releases" / "demo-1.0.0.zip"
    with zipfile.ZipFile(kept) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    files["en/contacts/index.html"] = b"<p>Call nobody.</p>"
    with zipfile.ZipFile(kept, "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    (to_spoil / "releases" / "other.zip").write_bytes(b"no such file")
    findings = [f for f in build(to_spoil)["findings"] if f["code"] == "kept-version"]
    assert [f["severity"] for f in findings] == ["warning", "warning"]
    assert '"en/contacts/index.html" is not as it was' in findings[0]["message"]
    assert not (to_spoil / OLD).exists()


def test_a_changed_page_without_a_sentence_stops_a_release(to_spoil: Path) -> None:
    done(to_spoil, "release-notes", "demo")
    edit(to_spoil / NOTES, f"pages: [{SESSION}]", "pages: [contacts]")
    check = ("check", "--release", "--edition", "demo", "--format", "json")
    findings = json.loads(run(to_spoil, *check).output)
    (found,) = [f for f in findings if f["code"] == "release-note-missing"]
    assert found["location"]["file"] == NOTES
    assert found["message"] == (
        f'"Session 1: Walking" ({SESSION}) has changed in English since version 1.0.0, '
        "and no sentence tells helpers what."
    )
    before = (to_spoil / NOTES).read_text("utf-8")
    done(to_spoil, "release-notes", "demo", "--write")
    after = (to_spoil / NOTES).read_text("utf-8")
    assert after.startswith(before.rstrip())
    assert after.removeprefix(before.rstrip()).split("\n")[1:] == [
        "      # Session 1: Walking: changed in English.",
        '      - what: "FIXME: what is different, as one helper tells it to another"',
        f"        pages: [{SESSION}]",
        "",
    ]

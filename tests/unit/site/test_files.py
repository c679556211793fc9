from pathlib import Path

import pytest

from manualkit.site.assets import shared_assets, theme_language
from manualkit.site.key import Stamp, data_key, folder_digest
from manualkit.site.links import size_text
from manualkit.site.publish import built_files, publish, remove_gone
from manualkit.site.sources import lay_out


def write(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name, "utf-8")


def files(folder: Path) -> set[str]:
    return {p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file()}


def test_publishing_writes_what_differs_and_removes_what_is_gone(tmp_path: Path) -> None:
    publish(tmp_path, {"a.html": b"1", "b/c.html": b"2", "d.html": b"3"})
    kept = (tmp_path / "a.html").stat().st_mtime_ns
    counts = publish(tmp_path, {"a.html": b"1", "b/c.html": b"new"})
    assert (counts.written, counts.unchanged, counts.removed) == (1, 1, 1)
    assert (tmp_path / "a.html").stat().st_mtime_ns == kept
    assert files(tmp_path) == {"a.html", "b/c.html"}


def test_renditions_that_are_gone_leave_the_site(tmp_path: Path) -> None:
    write(
        tmp_path, "core/en/x.html", "core/fr/x.html", "old/en/x.html", "assets/a.js", "index.html"
    )
    assert remove_gone(tmp_path, [("core", "en")], ("assets", "index.html")) == 2
    assert files(tmp_path) == {"core/en/x.html", "assets/a.js", "index.html"}


def test_zipped_sitemap_is_not_published(tmp_path: Path) -> None:
    write(tmp_path, "index.html", "sitemap.xml", "sitemap.xml.gz")
    assert set(built_files(tmp_path)) == {"index.html", "sitemap.xml"}


def test_laid_out_pages_have_their_pictures_and_keep_their_times(tmp_path: Path) -> None:
    write(tmp_path / "edition", "pages/group/s.md", "images/a.svg", "manifest.json")
    write(tmp_path / "docs", "gone.md")
    lay_out(tmp_path / "edition", tmp_path / "docs")
    assert files(tmp_path / "docs") == {"group/s.md", "images/a.svg"}
    time = (tmp_path / "docs" / "group" / "s.md").stat().st_mtime_ns
    lay_out(tmp_path / "edition", tmp_path / "docs")
    assert (tmp_path / "docs" / "group" / "s.md").stat().st_mtime_ns == time


def test_stamp_holds_while_key_and_files_are_the_same(tmp_path: Path) -> None:
    stamp = Stamp(tmp_path / "keys" / "ar.json")
    assert stamp.holds("k", tmp_path) is None
    write(tmp_path, "a.html")
    stamp.write("k", ["a.html"])
    assert stamp.holds("k", tmp_path) == ["a.html"]
    assert stamp.holds("other", tmp_path) is None
    (tmp_path / "a.html").unlink()
    assert stamp.holds("k", tmp_path) is None


def test_digest_of_a_folder_sees_names_and_bytes(tmp_path: Path) -> None:
    write(tmp_path, "a", "b/c")
    first = folder_digest(tmp_path)
    assert folder_digest(tmp_path) == first
    (tmp_path / "b" / "c").write_text("else", "utf-8")
    assert folder_digest(tmp_path) != first


def test_key_does_not_depend_on_the_order_of_names() -> None:
    assert data_key({"a": 1, "b": 2}) == data_key({"b": 2, "a": 1})


@pytest.mark.parametrize(
    ("size", "text"),
    [
        (5, "1 KB"),
        (87_400, "87 KB"),
        (613_400, "610 KB"),
        (994_000, "990 KB"),
        (1_000_000, "1.0 MB"),
    ],
)
def test_size_in_words(size: int, text: str) -> None:
    assert size_text(size) == text


def test_shared_assets_are_few_and_have_no_source_maps(root: Path) -> None:
    assets = shared_assets(root)
    assert {"manual/manual.css", "manual/manual.js", "manual/search.js"} <= assets.keys()
    assert not [name for name in assets if name.endswith(".map")]
    assert not [name for name, content in assets.items() if b"sourceMappingURL" in content]
    fonts = {name for name in assets if name.endswith(".woff2")}
    named = {f"fonts/{n}" for n in assets["manual/manual.css"].decode().split("../fonts/") if n}
    assert {name.partition('"')[0] for name in named if ".woff2" in name} <= fonts


def test_a_build_that_breaks_off_is_not_taken_for_an_earlier_one(tmp_path: Path) -> None:
    stamp = Stamp(tmp_path / "keys" / "ar.json")
    write(tmp_path, "a.html")
    stamp.write("k", ["a.html"])
    stamp.forget()
    assert stamp.holds("k", tmp_path) is None
    stamp.file.write_text("{", "utf-8")
    assert stamp.holds("k", tmp_path) is None


@pytest.mark.parametrize(
    ("code", "shown"), [("ar", "ar"), ("en-GB", "en"), ("pt-BR", "pt-BR"), ("so", "en")]
)
def test_material_shows_english_where_it_has_no_texts(code: str, shown: str) -> None:
    assert theme_language(code) == shown

import dataclasses as dc
from collections.abc import Callable

from manualkit.model.site_settings import SiteSettings
from manualkit.site.hosting import alternates, hosting_files, listed
from manualkit.site.rendition import Rendition

ADDRESS = "https://example.org/m/core/ar/"


def test_a_page_names_itself_in_each_language_that_has_it(
    rendition: Callable[[str], Rendition],
) -> None:
    english, arabic = "https://example.org/m/core/en/about/", f"{ADDRESS}about/"
    assert alternates(rendition("ar"), ADDRESS, "about") == [
        ("en", english),
        ("ar", arabic),
        ("x-default", english),
    ]
    home = "https://example.org/m/core/en/"
    assert alternates(rendition("ar"), ADDRESS, "index") == [("en", home), ("x-default", home)]


def test_the_sitemap_lists_languages_and_none_beside_english(
    rendition: Callable[[str], Rendition],
) -> None:
    files = hosting_files([rendition("en").manifest], "https://example.org/m/")
    text = files["sitemap.xml"].decode()
    assert text.count("<loc>") == 2
    assert "<loc>https://example.org/m/core/ar/sitemap.xml</loc>" in text
    assert b"Sitemap: https://example.org/m/sitemap.xml" in files["robots.txt"]
    assert b"frame-ancestors 'none'" in files["_headers"]
    assert files["_headers"].count(b"X-Robots-Tag: noindex") == 1, "old versions alone"
    assert "sitemap.xml" not in hosting_files([rendition("en").manifest], "")
    assert listed(rendition("ar"))
    assert not listed(dc.replace(rendition("ar"), bilingual=True))


def test_a_site_that_is_not_to_be_found_says_so_and_lets_robots_read_that(
    rendition: Callable[[str], Rendition],
) -> None:
    manifest = rendition("en").manifest
    edition = manifest.edition.model_copy(update={"site": SiteSettings(noindex=True)})
    manifest = manifest.model_copy(update={"edition": edition})
    files = hosting_files([manifest], "https://example.org/")
    assert set(files) == {"robots.txt", "_headers"}
    assert b"Disallow" not in files["robots.txt"]
    assert b"X-Robots-Tag: noindex" in files["_headers"]
    assert not listed(dc.replace(rendition("ar"), manifest=manifest))

"""Where the links of a page lead once it stands below the version that it belongs to."""

from collections.abc import Callable

import pytest

from manualkit.site.kept import kept_page
from manualkit.site.rendition import Rendition


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("../../contacts/", "../../contacts/"),
        ("../../../ar/group/session-2/#step", "../../../ar/group/session-2/#step"),
        ("../../../../assets/manual/manual.css", "../../../assets/manual/manual.css"),
        ("../../../../", "../../../../../../"),
        ("../../../../p/abc/?v=1", "../../../../../../p/abc/?v=1"),
        ("../../../../liverpool/en/", "../../../../../../liverpool/en/"),
        ("#step", "#step"),
        ("tel:0311", "tel:0311"),
        ("https://example.org/", "https://example.org/"),
    ],
)
def test_links_stay_within_the_version_and_the_rest_leads_where_it_led(
    rendition: Callable[[str], Rendition], written: str, kept: str
) -> None:
    page = f'<p><a href="{written}">../../../../assets/</a></p>'
    made = kept_page(page, "en/group/session-2/index.html", rendition("en").manifest, "1.0.0")
    assert made.decode() == f'<p><a href="{kept}">../../../../assets/</a></p>'


def test_what_belongs_to_the_newest_alone_is_taken_out(
    rendition: Callable[[str], Rendition],
) -> None:
    page = (
        '<meta charset="utf-8">\n<link rel="canonical" href="https://example.org/">'
        '<details class="switch switch-editions"><ul></ul></details>'
        '<details class="switch switch-languages"></details><section class="take">…</section>'
    )
    made = kept_page(page, "en/index.html", rendition("en").manifest, "1.0.0").decode()
    assert made == (
        '<meta charset="utf-8">\n<meta name="robots" content="noindex">\n'
        '<details class="switch switch-languages"></details>'
    )

from collections.abc import Callable

import pytest

from manualkit.site.places import Places, Sister, Spot, page_url
from manualkit.site.rendition import Rendition
from manualkit.site.switches import bilingual_links, edition_links, language_links

Make = Callable[[str], Rendition]
CORE = Sister("core", "Core", "", ("en", "ar"), ("index", "group/session-2"))
TOWN = Sister("town", "Town", "", ("en",), ("index",))


@pytest.mark.parametrize(
    ("path", "url"), [("index", ""), ("about", "about/"), ("group/session-2", "group/session-2/")]
)
def test_address_of_a_page(path: str, url: str) -> None:
    assert page_url(path) == url


@pytest.mark.parametrize(
    ("path", "base", "top"),
    [
        ("index", ".", "../.."),
        ("about", "..", "../../.."),
        ("group/session-2", "../..", "../../../.."),
    ],
)
def test_ways_up(path: str, base: str, top: str) -> None:
    spot = Spot(Places([CORE, TOWN]), "core", "ar", path)
    assert (spot.base, spot.top) == (base, top)


def test_language_switch_stays_on_the_page() -> None:
    spot = Spot(Places([CORE, TOWN]), "core", "ar", "group/session-2")
    assert spot.same_page("core", "en") == ("../../../en/group/session-2/", True)


def test_edition_without_the_page_or_language_opens_at_its_home_page() -> None:
    spot = Spot(Places([CORE, TOWN]), "core", "ar", "group/session-2")
    assert spot.same_page("town", "ar") == ("../../../../town/en/", False)


def test_preview_has_its_first_language_at_the_top() -> None:
    places = Places([CORE], preview_language="en")
    assert places.folder("core", "en") == ""
    assert Spot(places, "core", "ar", "about").top == "../.."
    assert Spot(places, "core", "en", "about").same_page("core", "ar") == ("../ar/", False)


def test_switches_name_editions_and_languages(rendition: Make) -> None:
    editions = edition_links(rendition("ar"), "group/session-2")
    assert [(str(link.name.plain), link.current, link.same_page) for link in editions] == [
        ("الدليل الأساسي", True, True),
        ("Manual of liverpool", False, False),
    ]
    languages = language_links(rendition("ar"), "index")
    assert [(str(link.name), link.code, link.direction) for link in languages] == [
        ("English", "en", "ltr"),
        ("العربية", "ar", "rtl"),
    ]


def test_contents_leave_out_pages_that_the_edition_lacks(rendition: Make) -> None:
    first, sessions, _about = rendition("ar").nav()
    assert list(first.values()) == ["index.md"]
    assert sessions == {"الجلسات": [{"الجلسة 2": "group/session-2.md"}]}


def test_a_language_without_the_page_says_so_and_leads_to_its_home(rendition: Make) -> None:
    here, there = rendition("en"), rendition("ar")
    arabic = language_links(here, "index")[1]
    assert (arabic.href, arabic.same_page) == ("../ar/", False)
    assert str(arabic.note) == '<bdi lang="en" dir="ltr">Not translated yet</bdi>'
    assert all(link.note.plain == "" for link in language_links(here, "about"))
    own = language_links(there, "index")[1]
    assert (own.current, own.href) == (True, "./")
    assert 'lang="ar" dir="rtl"><span lang="en"' in str(own.note)


def test_a_page_that_nobody_has_translated_is_not_offered_beside_english(rendition: Make) -> None:
    assert bilingual_links(rendition("en"), "index") == []
    assert [link.href for link in bilingual_links(rendition("en"), "about")] == [
        "../../ar+en/about/"
    ]

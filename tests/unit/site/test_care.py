from collections.abc import Callable

import pytest

from manualkit.model.manifest import Manifest, ManifestContact, ManifestFact
from manualkit.model.site_settings import SiteSettings
from manualkit.site.care import care_of, dialled, help_lines, landing_care
from manualkit.site.rendition import Rendition
from manualkit.site.texts import Texts

STRINGS = {
    "help.example": "An example.",
    "help.never": "Nobody has checked it.",
    "help.checked": "Checked on {date}",
    "help.until": "Check again by {date}",
    "leave.opens": "Opens {place}.",
}


@pytest.fixture
def manifest(rendition: Callable[[str], Rendition]) -> Manifest:
    def contact(name: str, **values: object) -> ManifestContact:
        said = {"id": name, "label": name, "checked_on": "never", "emergency": True} | values
        return ManifestContact.model_validate(said)

    return rendition("en").manifest.model_copy(
        update={
            "contacts": [
                contact("danger", expires="2027-01-31"),
                contact("office", emergency=False),
                contact("line", example=False, checked_on="2026-03-01"),
                contact("new", example=False),
            ],
            "facts": {
                "danger": ManifestFact(kind="phone", value="+44 151 496 0123"),
                "line_sms": ManifestFact(kind="sms", value="85 258"),
            },
        }
    )


def test_help_lists_the_contacts_for_an_emergency_with_what_is_known_of_their_numbers(
    manifest: Manifest,
) -> None:
    lines = list(help_lines(manifest, Texts(STRINGS, lambda _: None, english=True)))
    assert [str(line.label) for line in lines] == ["danger", "line", "new"]
    assert [line.call for line in lines] == ["+441514960123", "", ""]
    assert [line.write for line in lines] == ["", "85258", ""]
    assert [" ".join(map(str, line.checks)) for line in lines] == [
        'An example. Check again by <bdi dir="ltr">2027-01-31</bdi>',
        'Checked on <bdi dir="ltr">2026-03-01</bdi>',
        "Nobody has checked it.",
    ]


def test_pages_above_all_editions_help_in_english_and_leave_as_the_core_does(
    manifest: Manifest,
) -> None:
    settings = SiteSettings(leave_to="https://weather.example.org/today", noindex=True)
    edition = manifest.edition.model_copy(update={"site": settings})
    quiet = manifest.model_copy(update={"contacts": []})
    care = landing_care([manifest.model_copy(update={"edition": edition}), quiet], STRINGS)
    assert [edition.title for edition in care.editions] == ["Core manual"]
    assert str(care.leave_opens) == 'Opens <bdi dir="ltr">weather.example.org</bdi>.'
    assert care.noindex


@pytest.mark.parametrize(
    ("number", "link"),
    [("0000 000 111", "0000000111"), ("+44 20", "+4420"), ("", "")],
)
def test_a_number_is_dialled_without_spaces(number: str, link: str) -> None:
    assert dialled(number) == link


def test_a_tab_has_the_neutral_name_and_a_preview_no_policy(
    rendition: Callable[[str], Rendition],
) -> None:
    usual = care_of(rendition("ar"), "about")
    assert str(usual.tab_title) == "دليل"
    assert "unsafe" not in usual.policy
    assert usual.policy.startswith("default-src 'none'")
    assert not usual.leave_to
    assert not usual.noindex


def test_what_an_adaptation_says_of_its_site_stands_in_place_of_what_the_core_says() -> None:
    core = SiteSettings(tab_title="Handbook", leave_to="https://a.example.org/", noindex=True)
    own = SiteSettings.model_validate({"leave_to": "https://b.example.org/", "noindex": False})
    merged = SiteSettings.of([core, SiteSettings(), own])
    assert (merged.tab_title, merged.leave_to, merged.noindex) == (
        "Handbook",
        "https://b.example.org/",
        False,
    )


@pytest.mark.parametrize(
    "values",
    [
        {"leave_to": "javascript:alert(1)"},
        {"leave_to": "http://example.org"},
        {"report_to": "nobody"},
        {"report_to": "a@example.org?bcc=b@example.org"},
    ],
)
def test_an_address_that_could_do_harm_is_refused(values: dict[str, str]) -> None:
    with pytest.raises(ValueError, match="pattern"):
        SiteSettings.model_validate(values)

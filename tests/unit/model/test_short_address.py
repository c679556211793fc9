"""Short addresses: stable, typeable, one for each page."""

from manualkit.model.short_address import LETTERS, short_address, short_code

LOOK_ALIKE = ("0oq", "1il", "2z", "5s", "8b", "uv", "g9q")


def test_a_code_never_changes() -> None:
    assert short_code("core", "en", "group/session-2") == "chkxkxx"


def test_a_code_has_no_letters_that_could_be_taken_for_each_other() -> None:
    for alike in LOOK_ALIKE:
        assert len(set(alike) & set(LETTERS)) <= 1, alike
    assert LETTERS.lower() == LETTERS


def test_pages_languages_and_editions_have_codes_of_their_own() -> None:
    names = [
        (edition, rendition, f"page-{number}")
        for edition in ("core", "town", "village")
        for rendition in ("en", "ur", "ur+en")
        for number in range(200)
    ]
    assert len({short_code(*name) for name in names}) == len(names)


def test_an_address_is_below_the_site_and_none_without_one() -> None:
    address = short_address("https://example.org/manuals/", "core", "en", "")
    assert address == f"https://example.org/manuals/p/{short_code('core', 'en', '')}/"
    assert short_address("https://example.org", "core", "en", "").startswith(
        "https://example.org/p/"
    )
    assert short_address("", "core", "en", "") == ""

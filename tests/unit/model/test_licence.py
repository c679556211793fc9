import pytest

from manualkit.model.licence import licence_of


@pytest.mark.parametrize(
    "name", ["CC-BY-NC-SA-3.0-IGO", "CC BY-NC-SA 3.0 IGO", " cc_by nc-sa 3.0-igo "]
)
def test_one_licence_has_many_spellings(name: str) -> None:
    licence = licence_of(name)
    assert licence is not None
    assert licence.name == "cc-by-nc-sa-3.0-igo"
    assert (licence.noncommercial, licence.share_alike) == (True, True)


@pytest.mark.parametrize("name", ["", "CC", "CC-BY", "CC-BY-NC-SA", "CC-SA-BY-4.0", "MIT", "all"])
def test_other_words_are_no_licence(name: str) -> None:
    assert licence_of(name) is None


@pytest.mark.parametrize(
    ("part", "edition", "fits"),
    [
        ("CC0-1.0", "CC-BY-4.0", True),
        ("CC-BY-4.0", "CC0-1.0", True),
        ("CC-BY-4.0", "CC-BY-NC-SA-3.0-IGO", True),
        ("CC-BY-SA-4.0", "CC-BY-SA-4.0", True),
        ("CC-BY-SA-4.0", "CC-BY-4.0", False),
        ("CC-BY-SA-3.0", "CC-BY-SA-4.0", False),
        ("CC-BY-NC-4.0", "CC-BY-4.0", False),
        ("CC-BY-NC-4.0", "CC-BY-NC-SA-3.0-IGO", True),
        ("CC-BY-ND-4.0", "CC-BY-ND-4.0", False),
    ],
)
def test_part_asks_nothing_that_the_edition_does_not_promise(
    part: str, edition: str, *, fits: bool
) -> None:
    mine, whole = licence_of(part), licence_of(edition)
    assert mine is not None
    assert whole is not None
    assert mine.fits_in(whole) is fits

import pytest

from manualkit.model.language import language, languages_by_name


@pytest.mark.parametrize(
    ("code", "direction", "script", "start"),
    [
        ("en", "ltr", "Latn", "left"),
        ("ar", "rtl", "Arab", "right"),
        ("ur", "rtl", "Arab", "right"),
        ("th", "ltr", "Thai", "left"),
    ],
)
def test_direction_and_script_come_from_the_cldr(
    code: str, direction: str, script: str, start: str
) -> None:
    found = language(code)
    assert (found.direction, found.script, found.start) == (direction, script, start)


def test_unknown_language_is_refused() -> None:
    with pytest.raises(ValueError, match="not a language"):
        language("xx")


@pytest.mark.parametrize(
    ("code", "counter", "three"),
    [
        ("en", "decimal", "3"),
        ("ar", "decimal", "3"),
        ("ar-EG", "arabic-indic", "٣"),
        ("fa", "persian", "۳"),
        ("ps", "persian", "۳"),
        ("ur", "decimal", "3"),
        ("ne", "devanagari", "३"),
    ],
)
def test_digits_come_from_the_cldr(code: str, counter: str, three: str) -> None:
    found = language(code)
    assert (found.counter, found.digits[3]) == (counter, three)


@pytest.mark.parametrize("name", ["somali", "soomaali", "som"])
def test_a_language_is_found_by_its_names(name: str) -> None:
    assert languages_by_name()[name] == "so"

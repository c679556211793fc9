import pytest

from manualkit.model.language import language


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

from datetime import date

import pytest

from manualkit.model.dates import day_in_words


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("en", "31 January 2027"),
        ("en-GB", "31 January 2027"),
        ("en-US", "January 31, 2027"),
        ("fr", "31 janvier 2027"),
        ("tr", "31 Ocak 2027"),
    ],
)
def test_a_day_is_written_as_its_readers_write_it(code: str, said: str) -> None:
    assert day_in_words(date(2027, 1, 31), code) == said

"""A day as a language writes it."""

from datetime import date

from babel.dates import format_date

_WRITTEN_AS = {"en": "en-GB"}
"""English without a country puts the month first; the manual is in British English."""


def day_in_words(day: date, code: str) -> str:
    """Return a day in words: "31 January 2027"."""
    return format_date(day, "long", locale=_WRITTEN_AS.get(code, code).replace("-", "_"))

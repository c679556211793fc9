"""The digits that an edition counts with, where it says so: pages, minutes, steps.

Phone numbers and other facts keep Western digits in every language.
"""

import dataclasses as dc
from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import AfterValidator, ValidationInfo

from manualkit.model.language import Language, LanguageCode

Numerals = Literal["western", "arabic", "persian", "bengali", "devanagari", "myanmar", "tibetan"]
"""What people call a set of digits."""
_STYLES = {
    "western": ("decimal", "0"),
    "arabic": ("arabic-indic", "٠"),
    "persian": ("persian", "۰"),
    "bengali": ("bengali", "০"),
    "devanagari": ("devanagari", "०"),
    "myanmar": ("myanmar", "၀"),
    "tibetan": ("tibetan", "༠"),
}
"""The counter style of CSS, and zero."""


def with_numerals(language: Language, numerals: Mapping[str, str]) -> Language:
    """Return a language that counts as an edition says; without a word on it, as it is used to."""
    if language.code not in numerals:
        return language
    counter, zero = _STYLES[numerals[language.code]]
    digits = "".join(chr(ord(zero) + number) for number in range(10))
    return dc.replace(language, counter=counter, digits=digits)


def _among_languages(
    value: dict[LanguageCode, Numerals], info: ValidationInfo
) -> dict[LanguageCode, Numerals]:
    offered: list[str] | None = info.data.get("languages")
    # A list of languages that cannot be read has a finding of its own.
    strange = [code for code in value if offered is not None and code not in offered]
    if strange:
        message = f"holds {', '.join(strange)}, which does not stand in `languages`"
        raise ValueError(message)
    return value


NumeralsByLanguage = Annotated[dict[LanguageCode, Numerals], AfterValidator(_among_languages)]
"""Languages in which pages, minutes and steps are counted in other digits than usual."""

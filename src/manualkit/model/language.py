"""Languages: names, directions and scripts, from the Unicode CLDR (through Babel)."""

import dataclasses as dc
from functools import cache
from typing import Annotated

from babel import Locale, UnknownLocaleError
from babel.core import get_global
from pydantic import AfterValidator, Field


@dc.dataclass(frozen=True, slots=True)
class Language:
    """A language that the manual can be read in."""

    code: str
    """BCP 47 tag, for example `ur`."""
    name: str
    """Its name in itself."""
    english_name: str
    direction: str
    """`ltr` or `rtl`."""
    script: str
    """ISO 15924, for example `Arab`."""

    @property
    def rtl(self) -> bool:
        """Whether it is written from right to left."""
        return self.direction == "rtl"

    @property
    def start(self) -> str:
        """The side at which a line starts: `left` or `right`."""
        return "right" if self.rtl else "left"

    @property
    def end(self) -> str:
        """The side at which a line ends: `left` or `right`."""
        return "left" if self.rtl else "right"


@cache
def language(code: str) -> Language:
    """Return the language of a tag.

    Raises:
        ValueError: CLDR does not know the tag.
    """
    try:
        locale = Locale.parse(code, sep="-")
    except (UnknownLocaleError, ValueError) as error:
        message = f'"{code}" is not a language that CLDR knows'
        raise ValueError(message) from error
    likely = get_global("likely_subtags").get(code.replace("-", "_"), "")
    script = locale.script or next((part for part in likely.split("_") if len(part) == 4), "Latn")  # noqa: PLR2004
    return Language(
        code=code,
        name=(locale.get_display_name(code.replace("-", "_")) or code),
        english_name=locale.get_display_name("en") or code,
        direction=locale.text_direction,
        script=script,
    )


def _known(code: str) -> str:
    try:
        language(code)
    except ValueError as error:
        raise ValueError("holds a language that CLDR does not know") from error
    return code


def _each_once(codes: list[str]) -> list[str]:
    if len(set(codes)) < len(codes):
        raise ValueError("holds a language twice")
    return codes


# Tags of two letters: MkDocs' static-i18n knows no others.
LanguageCode = Annotated[
    str, Field(pattern=r"^[a-z]{2}(-[A-Z][a-z]{3}|-[A-Z]{2})?$"), AfterValidator(_known)
]
"""The tag of one language."""
LanguageCodes = Annotated[list[LanguageCode], Field(min_length=1), AfterValidator(_each_once)]
"""The languages of an edition, as a person lists them."""


def is_english(code: str) -> bool:
    """Whether a tag is the language that the manual is written in."""
    return code.partition("-")[0] == "en"


_BESIDE_ENGLISH = "+en"


def beside_english(code: str) -> str:
    """Return the name of the bilingual rendition of a language: `ur+en`."""
    return code + _BESIDE_ENGLISH


def is_bilingual(name: str) -> bool:
    """Whether a rendition's name is that of a bilingual one."""
    return name.endswith(_BESIDE_ENGLISH)


def language_of(name: str) -> str:
    """Return the language of a rendition by its name: `ur` of `ur` and of `ur+en`."""
    return name.removesuffix(_BESIDE_ENGLISH)

"""Languages: names, directions and scripts, from the Unicode CLDR (through Babel)."""

import dataclasses as dc
import string
from functools import cache
from typing import Annotated

from babel import Locale, UnknownLocaleError
from babel.core import get_global
from pydantic import AfterValidator, Field, ValidationInfo


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
    counter: str = "decimal"
    """The counter style of CSS that has its digits."""
    digits: str = string.digits
    """Its digits from zero to nine, as running text has them."""

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


# CLDR's numbering systems → the counter style of CSS, and zero. Arabic without a country is "latn":
# countries differ, and a catalogue for one of them says so in its tag (ar-EG).
_NUMBERING = {
    "arab": ("arabic-indic", "٠"),
    "arabext": ("persian", "۰"),
    "beng": ("bengali", "০"),
    "deva": ("devanagari", "०"),
    "mymr": ("myanmar", "၀"),
    "tibt": ("tibetan", "༠"),
}


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
    subtags = get_global("likely_subtags")
    likely = subtags.get(code.replace("-", "_")) or subtags.get(code.partition("-")[0], "")
    script = locale.script or next((part for part in likely.split("_") if len(part) == 4), "Latn")  # noqa: PLR2004
    counter, zero = _NUMBERING.get(locale.default_numbering_system or "", ("decimal", "0"))
    return Language(
        code=code,
        name=(locale.get_display_name(code.replace("-", "_")) or code),
        english_name=locale.get_display_name("en") or code,
        direction=locale.text_direction,
        script=script,
        counter=counter,
        digits="".join(chr(ord(zero) + number) for number in range(10)),
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


def _among_languages(value: list[str] | None, info: ValidationInfo) -> list[str] | None:
    offered: list[str] | None = info.data.get("languages")
    # A list of languages that cannot be read has a finding of its own.
    strange = [code for code in value or () if offered is not None and code not in offered]
    if strange:
        message = f"holds {', '.join(strange)}, which does not stand in `languages`"
        raise ValueError(message)
    return value


PrintedLanguages = Annotated[list[LanguageCode] | None, AfterValidator(_among_languages)]
"""The languages whose sheets every build makes; None: all that the edition is offered in."""


@cache
def languages_by_name() -> dict[str, str]:
    """Return the tags of languages by what people call them, in small letters.

    That is the name in English, the name in itself, and the tag of three letters (`som`).
    """
    found = {three: two for three, two in get_global("language_aliases").items() if _is_tag(two)}
    for code, name in Locale("en").languages.items():
        if _is_tag(code):
            found[name.casefold()] = found[language(code).name.casefold()] = code
    return found


def _is_tag(code: str) -> bool:
    """Whether a code is a tag of two letters that CLDR has the data of."""
    try:
        return len(code) == 2 and bool(language(code))  # noqa: PLR2004
    except ValueError:
        return False


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

"""How each script is set: sizes and lines that were measured on paper, digits, hyphens."""

import dataclasses as dc

from manualkit.model.language import Language


@dc.dataclass(frozen=True, slots=True)
class Typography:
    """How one language is set."""

    family: str
    size: float
    """Of the running text, in points. Arabic and Thai letters are smaller at the same size."""
    line: float
    """Line height; less and the marks of one line touch the next."""
    heading_line: float
    digits: str = "decimal"
    """Counter style of page numbers and lists."""
    hyphens: bool = False
    """Whether words may be split in narrow columns; there are patterns for these only."""
    foot: int = 24
    """Height of the foot in millimetres."""
    composed: bool = False
    """Whether letters are drawn from several glyphs, so that the text layer has to be mended."""
    writing: int = 19
    """Height of a space to write in, in millimetres."""


_LATIN = Typography("Noto Sans", 12.5, 1.45, 1.25)
_BY_LANGUAGE = {
    "ar": Typography("Amiri", 14.5, 1.65, 1.6, composed=True, foot=27, writing=15),
    "en": dc.replace(_LATIN, hyphens=True),
    "fa": Typography("Vazirmatn", 12.5, 1.7, 1.5, composed=True, digits="persian", foot=26),
    "fr": dc.replace(_LATIN, hyphens=True),
    "th": Typography("Noto Sans Thai Looped", 13, 1.6, 1.5, composed=True, foot=26),
    "ur": Typography("Noto Nastaliq Urdu", 13, 2.25, 2.0, composed=True, foot=31, writing=9),
}
_BY_SCRIPT = {
    "Arab": Typography("Vazirmatn", 12.5, 1.7, 1.5, composed=True),
    "Thai": _BY_LANGUAGE["th"],
}


def typography(language: Language) -> Typography:
    """Return how a language is set; a language we do not know, as its script."""
    code = language.code.partition("-")[0]
    return _BY_LANGUAGE.get(code) or _BY_SCRIPT.get(language.script, _LATIN)

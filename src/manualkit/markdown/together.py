"""What belongs together stays on one line: a sum, and in Thai the sign that repeats a word."""

import re
from collections.abc import Callable

from manualkit.model.language import Language

TEXTS = r"(<(script|style|textarea|pre{})\b.*?</\2>|<[^>]*>)|[^<]+"
"""A tag or what is left as it is (group 1), or a text; more elements to leave may be filled in."""
_EVERY_TEXT = re.compile(TEXTS.format(""), re.DOTALL)
_SUM = re.compile(r"\d+(?: [×÷=+−] \d+)+")
_AGAIN = re.compile(r" (?=ๆ)")
_NBSP = "\N{NO-BREAK SPACE}"


def kept_together(html: str, language: Language) -> str:
    """Return a page in which no line ends inside a sum, or before the sign ๆ; no letter changes.

    In Thai that sign stands behind a space, and never at the beginning of a line.
    """
    return each_text(_EVERY_TEXT, html, lambda text: _kept(text, thai=language.script == "Thai"))


def each_text(texts: re.Pattern[str], html: str, change: Callable[[str], str]) -> str:
    """Change every text that a pattern made of `TEXTS` finds."""
    return texts.sub(lambda found: found[0] if found[1] else change(found[0]), html)


def _kept(text: str, *, thai: bool) -> str:
    text = _SUM.sub(lambda found: found[0].replace(" ", _NBSP), text)
    return _AGAIN.sub(_NBSP, text) if thai else text

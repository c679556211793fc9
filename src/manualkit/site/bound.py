"""Signs that a browser would move or part from their word, where it would."""

import re
from collections.abc import Callable

from manualkit.model.language import Language

_TEXT = re.compile(r"(<(script|style|textarea|pre|bdi)\b.*?</\2>|<[^>]*>)|[^<]+", re.DOTALL)
_PLUS = re.compile(r"(?<=[A-Za-z])\+(?![\w+\u200e])")
_AGAIN = re.compile(r" (?=ๆ)")


def bound(html: str, language: Language) -> str:
    """Return a page whose texts keep together what belongs together; no letter changes.

    In a text from right to left "PM+" would be shown as "+PM". In Thai the sign that repeats a
    word stands behind a space, and never at the beginning of a line.
    """
    bind = _binder(language)
    return _TEXT.sub(lambda found: found[0] if found[1] else bind(found[0]), html) if bind else html


def _binder(language: Language) -> Callable[[str], str] | None:
    if language.rtl:
        return lambda text: _PLUS.sub("+\N{LEFT-TO-RIGHT MARK}", text)
    if language.script == "Thai":
        return lambda text: _AGAIN.sub("\N{NO-BREAK SPACE}", text)
    return None

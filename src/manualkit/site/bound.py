"""Signs that a browser would move or part from their word, where it would."""

import re
from collections.abc import Callable

from manualkit.model.language import Language

_AS_IT_IS = r"<(script|style|textarea|pre{})\b.*?</\2>|<[^>]*>"
_AROUND = re.compile(rf"({_AS_IT_IS.format('|article')})|[^<]+", re.DOTALL)
"""What stands around a text. In the text itself, words of another direction are islands."""
_ALL = re.compile(rf"({_AS_IT_IS.format('')})|[^<]+", re.DOTALL)
_PLUS = re.compile(r"(?<=[A-Za-z])\+(?![\w+\u200e])")
_AGAIN = re.compile(r" (?=ๆ)")


def bound(html: str, language: Language) -> str:
    """Return a page whose texts keep together what belongs together; no letter changes.

    From right to left a title with "PM+" would be shown as "+PM". In Thai the sign that repeats a
    word stands behind a space, and never at the beginning of a line.
    """
    if language.rtl:
        return _each(_AROUND, html, lambda text: _PLUS.sub("+\N{LEFT-TO-RIGHT MARK}", text))
    if language.script == "Thai":
        return _each(_ALL, html, lambda text: _AGAIN.sub("\N{NO-BREAK SPACE}", text))
    return html


def _each(texts: re.Pattern[str], html: str, bind: Callable[[str], str]) -> str:
    return texts.sub(lambda found: found[0] if found[1] else bind(found[0]), html)

"""Signs that a browser would move from their word, where it would."""

import re

from manualkit.markdown.together import TEXTS, each_text, kept_together
from manualkit.model.language import Language

_AROUND = re.compile(TEXTS.format("|article"), re.DOTALL)
"""What stands around a text. In the text itself, words of another direction are islands."""
_PLUS = re.compile(r"(?<=[A-Za-z])\+(?![\w+\u200e])")


def bound(html: str, language: Language) -> str:
    """Return a page whose texts keep together what belongs together; no letter changes.

    From right to left a title with "PM+" would be shown as "+PM".
    """
    html = kept_together(html, language)
    return each_text(_AROUND, html, lambda text: with_plus(text, language))


def with_plus(text: str, language: Language) -> str:
    """Return a text whose "PM+" keeps its sign where it is typed."""
    return _PLUS.sub("+\N{LEFT-TO-RIGHT MARK}", text) if language.rtl else text

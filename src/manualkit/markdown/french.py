"""French spaces: no-break inside guillemets and before :, narrow no-break before ; ! and ?."""

import html
import re

from manualkit.markdown.textnodes import map_text

_NBSP, _NNBSP = "\u00a0", "\u202f"
_SPACE = f"[ {_NBSP}{_NNBSP}]"
_BEFORE = rf"(?:(?<=[\w)»”…%]){_SPACE}*|{_SPACE}+)"
_RULES = (
    (re.compile(f"«{_SPACE}*"), f"«{_NBSP}"),
    (re.compile(f"{_SPACE}*»"), f"{_NBSP}»"),
    # Only at the end of a word, so that 10:30 and https:// stay as they are.
    (re.compile(rf"{_BEFORE}:(?=\s|$)"), f"{_NBSP}:"),
    (re.compile(rf"{_BEFORE}([;!?]+)(?=[\s»”)]|$)"), rf"{_NNBSP}\1"),
)
_OPAQUE = frozenset({"code", "pre", "kbd", "script", "style", "svg", "bdi"})


def french_spaces(text: str) -> str:
    """Set the spaces in the HTML of a French page."""
    return map_text(text, _spaced, lambda name, tag: name in _OPAQUE or 'lang="en"' in tag)


def _spaced(piece: str, *, inside: bool) -> str:
    if inside or not piece.strip():
        return piece
    words = html.unescape(piece)
    for rule, spaced in _RULES:
        words = rule.sub(spaced, words)
    return html.escape(words, quote=False)

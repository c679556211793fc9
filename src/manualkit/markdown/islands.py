"""Pieces that read from left to right inside a right-to-left text.

Without an island, `+962 6 123-4567` prints as `4567-123 6 962+`, in every engine. A bare `<bdi>`
does not help, it needs its direction; a link gets the direction itself.
"""

import html
import re

from manualkit.markdown.textnodes import map_text, plain_text

_LATIN = "A-Za-zÀ-ÖØ-öø-ɏ"
_WORD = rf"[{_LATIN}][{_LATIN}0-9]*(?:['’./+-][{_LATIN}0-9]+)*\+*"
# What belongs to the words before it: CC BY 4.0, Intervention 19(1), doi 10.1000/AB_12.
_NUMBER = (
    r"(?:10\.[0-9]{4,}/[A-Za-z0-9._/-]*[A-Za-z0-9]|[0-9]+(?:\.[0-9]+)+(?![0-9])|[0-9]+\([0-9]+\))"
)
_PHRASE = rf"{_WORD}(?:[ ](?:{_WORD}|{_NUMBER}))*"
_ISLAND = re.compile(
    rf"""(?<![{_LATIN}0-9])(?:
        https?://[!-;=?-~]*[A-Za-z0-9/_=&\#%~+-]
      | [\w.+-]+@[\w-]+(?:\.[\w-]+)+
      | (?:\+|00?)[0-9][0-9 ()./-]{{4,}}[0-9]
      | [0-9]+(?:[ ]?[–—-][ ]?[0-9]+|[.,:/][0-9]+)+
      | [0-9]+(?:[ ]?[×÷=+*][ ]?[0-9]+)+
      | \+[0-9]+
      | {_PHRASE}(?:[ ]\({_PHRASE}\)|[:,][ ](?:[0-9]+[ ])?{_PHRASE})*
    )""",
    re.VERBOSE | re.ASCII,
)
_RTL_LETTER = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_LETTER_OR_DIGIT = re.compile(r"[^\W_]")
_LINK = re.compile(r"<a((?:\s[^<>]*)?)>(.*?)</a>", re.DOTALL)
_OPAQUE = frozenset({"code", "pre", "kbd", "script", "style", "svg"})


def ltr_islands(text: str) -> str:
    """Mark the islands in the HTML of a right-to-left page."""
    return map_text(_LINK.sub(_directed_link, text), _marked, _settled)


def _directed_link(found: re.Match[str]) -> str:
    words = html.unescape(plain_text(found[2]))
    if " dir=" in found[1] or _RTL_LETTER.search(words) or not _LETTER_OR_DIGIT.search(words):
        return found[0]
    return f'<a dir="ltr"{found[1]}>{found[2]}</a>'


def _settled(name: str, tag: str) -> bool:
    """Whether the direction of all that stands in an element is settled already."""
    return name in _OPAQUE or 'dir="ltr"' in tag


def _marked(piece: str, *, inside: bool) -> str:
    if inside:
        return piece
    parts: list[str] = []
    at = 0
    words = html.unescape(piece)
    for found in _ISLAND.finditer(words):
        parts.append(html.escape(words[at : found.start()], quote=False))
        parts.append(f'<bdi dir="ltr">{html.escape(found[0], quote=False)}</bdi>')
        at = found.end()
    return "".join(parts) + html.escape(words[at:], quote=False) if parts else piece

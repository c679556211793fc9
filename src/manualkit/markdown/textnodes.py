"""Walk over the tags and the text nodes of HTML without building a tree of it."""

import re
from collections.abc import Callable
from typing import Protocol

_TAG = re.compile(r"""(<!--.*?-->|</?[A-Za-z](?:[^<>"']|"[^"]*"|'[^']*')*>)""", re.DOTALL)
_NAME = re.compile(r"</?([A-Za-z][\w:-]*)")
VOID = frozenset({"br", "hr", "img", "input", "col", "source", "wbr", "path"})
"""Elements that hold nothing and are never closed."""


class ChangeText(Protocol):
    """Returns what a text node becomes; `inside` tells whether it stands in a chosen element."""

    def __call__(self, piece: str, *, inside: bool) -> str:
        """Return the changed text node."""


def map_text(html: str, change: ChangeText, chosen: Callable[[str, str], bool]) -> str:
    """Change every text node. `chosen` is asked with the name and the whole tag of an element."""
    pieces = _TAG.split(html)
    opened: list[tuple[str, bool]] = []
    for index, piece in enumerate(pieces):
        if index % 2:
            _follow(piece, opened, chosen)
        elif piece:
            pieces[index] = change(piece, inside=bool(opened) and opened[-1][1])
    return "".join(pieces)


def map_tags(html: str, change: Callable[[str], str]) -> str:
    """Change every tag."""
    return _TAG.sub(lambda found: change(found[1]), html)


def plain_text(html: str) -> str:
    """Return HTML without its tags."""
    return _TAG.sub("", html)


def _follow(tag: str, opened: list[tuple[str, bool]], chosen: Callable[[str, str], bool]) -> None:
    """Keep the list of open elements; each knows whether it or one around it was chosen."""
    found = _NAME.match(tag)
    if found is None:
        return
    name = found[1].lower()
    if tag.startswith("</"):
        last = next((at for at in reversed(range(len(opened))) if opened[at][0] == name), None)
        if last is not None:
            del opened[last:]
    elif name not in VOID and not tag.endswith("/>"):
        around = bool(opened) and opened[-1][1]
        opened.append((name, around or chosen(name, tag)))

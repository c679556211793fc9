"""The entry of a message before it is translated: its English, and where a translator finds it."""

import re
from collections.abc import Sequence

import polib

from manualkit.model.rendition import Message

_BRACE_FORMAT = "python-brace-format"
# With this flag `msgfmt -c`, Poedit and Weblate compare what stands in braces.
_NAMED = re.compile(r"\{[a-z][a-z0-9_]*\}")


def bare_entry(messages: Sequence[Message], words: str = "") -> polib.POEntry:
    """Return the entry of one text, given each place where it stands; `words` tell its terms."""
    first = messages[0]
    return polib.POEntry(
        msgid=first.text,
        comment=_comment(first, words),
        occurrences=[(f"{each.page}.md", str(each.line)) for each in messages if each.line],
        flags=[_BRACE_FORMAT] if _is_brace_format(first.text) else [],
    )


def _is_brace_format(text: str) -> bool:
    """Whether a text has names in braces, and no braces of another kind, which gettext refuses."""
    rest = _NAMED.sub("", text)
    return rest != text and "{" not in rest and "}" not in rest


def _comment(message: Message, words: str) -> str:
    """Tell a translator where the text stands."""
    parts = {
        "kind": message.kind,
        "page": message.page,
        "under": message.heading if message.heading != message.text else "",
        "block": message.block,
        "words": words,
        "safety text": "two people must approve it" if message.safety else "",
    }
    return "\n".join(f"{name}: {value}" for name, value in parts.items() if value)

"""The entry of a message before it is translated: its English, and where a translator finds it."""

from collections.abc import Sequence

import polib

from manualkit.model.rendition import Message


def bare_entry(messages: Sequence[Message], words: str = "") -> polib.POEntry:
    """Return the entry of one text, given each place where it stands; `words` tell its terms."""
    first = messages[0]
    return polib.POEntry(
        msgid=first.text,
        comment=_comment(first, words),
        occurrences=[(f"{each.page}.md", str(each.line)) for each in messages if each.line],
    )


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

"""How many words of each folder have come how far in a language; safety first."""

from collections import Counter
from collections.abc import Iterator, Mapping

from manualkit.approving.desk import Desk
from manualkit.catalogue import SAFETY
from manualkit.catalogue.entries import read_entries
from manualkit.model.approval import State
from manualkit.model.message_state import MessageState
from manualkit.model.rendition import Message
from manualkit.model.words import FolderWords, folder_of, in_order

_Key = tuple[str, bool]
"""A text, and whether it is safety text: the same words may be both."""


def folder_words(desk: Desk) -> Iterator[FolderWords]:
    """Yield the words of an edition, language by language and folder by folder."""
    for code in desk.languages:
        found = _states(desk, code)
        for folder in in_order(found):
            words: Counter[MessageState] = Counter()
            for (text, _), state in found[folder].items():
                words[state] += len(text.split())
            yield FolderWords(desk.id, code, folder, words)


def _states(desk: Desk, code: str) -> dict[str, dict[_Key, MessageState]]:
    """Return the state of each text by its folder; a text counts once in a folder."""
    pages, catalogue = desk.translation(code).pages, desk.catalogue(code)
    safety = _safety_states(desk, code)
    found: dict[str, dict[_Key, MessageState]] = {}
    for message in desk.asked(code):
        folder = _folder(message)
        texts = found.setdefault(folder, {})
        state = catalogue.state(message.text)
        if message.safety:
            state = safety.get(message.text, MessageState.MISSING)
        elif state.shown and pages.get(message.page) is State.APPROVED:
            state = MessageState.APPROVED
        key = (message.text, message.safety)
        # Where it stands on several pages, one of them may be approved.
        texts[key] = MessageState.APPROVED if texts.get(key) is MessageState.APPROVED else state
    return found


def _folder(message: Message) -> str:
    """Return where a text is counted: safety text together, labels apart from the pages."""
    if message.safety:
        return folder_of(f"{SAFETY}/")
    return folder_of("" if message.kind == "string" else message.page)


def _safety_states(desk: Desk, code: str) -> Mapping[str, MessageState]:
    """Return the states of safety text that people have translated."""
    catalogue = desk.catalogue(code)
    states = {
        entry.english: entry.state
        for entry in read_entries(desk.root / "locale" / code / f"{SAFETY}.po")
        if catalogue.translate_safety(entry.english) is not None
    }
    if desk.safety(code) is State.APPROVED:
        return dict.fromkeys(states, MessageState.APPROVED)
    return states

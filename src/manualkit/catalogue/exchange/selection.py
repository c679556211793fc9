"""Which part of an edition a translator takes along."""

from collections.abc import Iterable
from typing import Final

from manualkit.catalogue.exchange.units import Unit
from manualkit.model.message_state import TYPED, MessageState
from manualkit.model.rendition import Message

SAFETY_PART = "safety"
_FOLDERS: Final = {
    "sessions": ("individual/", "group/"),
    "skills": ("helping-skills/",),
    "stories": ("case-studies/",),
    "handouts": ("handouts/",),
    "checklists": ("checklists/",),
    "training": ("training/", "supervision/"),
}
_LABELS = "labels"
PARTS: Final = (SAFETY_PART, *_FOLDERS, _LABELS)
"""The parts that somebody can ask for. Labels are what stands around the pages."""
STATES: Final = (MessageState.MISSING.value, *(state.value for state in TYPED))


def messages_of_part(messages: Iterable[Message], part: str | None) -> list[Message]:
    """Return the messages of a part. Safety text comes only where it is asked for by name."""
    return [message for message in messages if _belongs(message, part)]


def _belongs(message: Message, part: str | None) -> bool:
    if message.safety or part == SAFETY_PART:
        return message.safety and part == SAFETY_PART
    if part is None:
        return True
    if part == _LABELS:
        return not message.page
    return message.page.startswith(_FOLDERS[part])


def in_state(units: Iterable[Unit], states: Iterable[str]) -> list[Unit]:
    """Return the units that are in one of the states; all of them if none is named."""
    wanted = set(states)
    return [unit for unit in units if not wanted or unit.state in wanted]

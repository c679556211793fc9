"""How far the translation of a message has come: the words of `# state:`, and what they mean."""

from collections.abc import Iterable
from enum import StrEnum


class MessageState(StrEnum):
    """How far the translation of a message has come, the worst first.

    Readers see English instead of the first three, and the translation of all others.
    """

    MISSING = "missing"
    """There is none."""
    STALE = "stale"
    """It was made for another English text, or a person is unsure of it. PO tools call it fuzzy."""
    FAULTY = "faulty"
    """Something in it is an error, such as a lost placeholder."""
    MACHINE_DRAFTED = "machine-drafted"
    """A machine wrote it, and no speaker of the language has read it."""
    DRAFT = "draft"
    """A person wrote it, and nobody else has read it."""
    REVIEWED = "reviewed"
    """A second person has compared it with the English."""
    APPROVED = "approved"
    """It stands on a page whose translation is approved as it is (`approvals.yml`)."""

    @property
    def shown(self) -> bool:
        """Whether readers see the translation."""
        return self not in _ENGLISH_INSTEAD


_ENGLISH_INSTEAD = frozenset({MessageState.MISSING, MessageState.STALE, MessageState.FAULTY})
TYPED = (
    MessageState.MACHINE_DRAFTED,
    MessageState.DRAFT,
    MessageState.REVIEWED,
    MessageState.STALE,
)
"""What may stand behind `# state:`. `approved` is never typed: approvals tell it."""


def word_of(said: str) -> str:
    """Return the word of a state; what follows a comma tells who and when."""
    return said.partition(",")[0].strip()


def read_state(said: str, *, fuzzy: bool) -> MessageState:
    """Return the state of a translation from what stands behind `# state:`, which may be nothing.

    A word that nobody knows counts as a machine's draft, the least that readers may see, so that a
    slip of the pen cannot pass for a person's work. A typed `approved` says no more than reviewed.
    """
    word = word_of(said)
    if fuzzy or word == MessageState.STALE:
        return MessageState.STALE
    if word == MessageState.APPROVED:
        return MessageState.REVIEWED
    return MessageState(word or MessageState.DRAFT) if is_known(word) else _UNKNOWN


_UNKNOWN = MessageState.MACHINE_DRAFTED


def is_known(word: str) -> bool:
    """Whether a word may stand behind `# state:`, or nothing does."""
    return word in {"", *TYPED, MessageState.APPROVED}


def worst_shown(states: Iterable[MessageState]) -> MessageState:
    """Return the worst state of what readers see in translation; MISSING if that is nothing."""
    shown = [state for state in states if state.shown]
    order = list(MessageState)
    return min(shown, key=order.index, default=MessageState.MISSING)

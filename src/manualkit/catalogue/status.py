"""Figures of a catalogue."""

from collections.abc import Iterable

from manualkit.catalogue.catalogue import Catalogue
from manualkit.model.rendition import Message


def form_count(messages: Iterable[Message], catalogue: Catalogue) -> int:
    """Return how many gendered forms of `messages` readers may see."""
    texts = {message.text for message in messages if not message.safety}
    return sum(len(catalogue.forms.get(text, ())) for text in texts)

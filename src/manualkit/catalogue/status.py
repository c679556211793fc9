"""How far a language has come, in words: per page and for the whole; safety text apart."""

import dataclasses as dc
from collections.abc import Iterable
from typing import Self

from manualkit.catalogue.catalogue import Catalogue
from manualkit.model.rendition import Message


@dc.dataclass(frozen=True, slots=True)
class WordCount:
    """Words of the English, and how many of them have a published translation."""

    translated: int = 0
    total: int = 0

    @property
    def percent(self) -> int:
        """Whole percent, rounded down: 100 means all."""
        return 100 if self.total == 0 else self.translated * 100 // self.total

    def plus(self, words: int, *, translated: bool) -> Self:
        """Return the count with one more message."""
        return dc.replace(
            self,
            translated=self.translated + (words if translated else 0),
            total=self.total + words,
        )


@dc.dataclass(frozen=True, slots=True)
class Progress:
    """How far a page, or a whole edition, has come."""

    text: WordCount = WordCount()
    """All text that is not safety text."""
    safety: WordCount = WordCount()


@dc.dataclass(frozen=True, slots=True)
class LanguageProgress:
    """How far a language has come."""

    whole: Progress
    """Every message counted once."""
    pages: dict[str, Progress]
    """Page path → its own messages, each counted once on the page."""


def progress(messages: Iterable[Message], catalogue: Catalogue) -> LanguageProgress:
    """Count the words of `messages`, and those that `catalogue` publishes."""
    by_page: dict[str, dict[tuple[str, bool], Message]] = {}
    once: dict[tuple[str, bool], Message] = {}
    for message in messages:
        # The same words as safety text need an approval of their own, so they count twice.
        key = (message.text, message.safety)
        if message.page:
            by_page.setdefault(message.page, {}).setdefault(key, message)
        once.setdefault(key, message)
    return LanguageProgress(
        whole=_counted(once.values(), catalogue),
        pages={page: _counted(found.values(), catalogue) for page, found in by_page.items()},
    )


def form_count(messages: Iterable[Message], catalogue: Catalogue) -> int:
    """Return how many gendered forms of `messages` readers may see."""
    texts = {message.text for message in messages if not message.safety}
    return sum(len(catalogue.forms.get(text, ())) for text in texts)


def _counted(messages: Iterable[Message], catalogue: Catalogue) -> Progress:
    counted = Progress()
    for message in messages:
        words = len(message.text.split())
        if message.safety:
            translated = catalogue.translate_safety(message.text) is not None
            safety = counted.safety.plus(words, translated=translated)
            counted = dc.replace(counted, safety=safety)
        else:
            translated = catalogue.translate(message.text) is not None
            text = counted.text.plus(words, translated=translated)
            counted = dc.replace(counted, text=text)
    return counted

"""What the processors of one Markdown instance share while they convert one page."""

import dataclasses as dc
import operator
import re
from collections.abc import Callable, Sequence

from manualkit.markdown.tokens import FactTokens, without_hidden
from manualkit.model.rendition import Message, RenderContext

SAFETY_NOTICE = (
    "This safety text is not yet approved in {language}. It is shown in English. "
    "Ask your supervisor to go through it with you."
)
"""Stands in if `templates/strings/` has no `safety.english`: the notice must never be lost."""

_MARKS = re.compile(r"^[\s>*+#|!?=:-]*(?:\d+\.\s)?(?:\[[ xX]\]\s)?|\s*\{[^}]*\}\s*$")
"""What stands around the words of a line: list marks, heading marks, braces."""


@dc.dataclass(frozen=True, slots=True)
class Collected:
    """The messages of a page."""

    messages: tuple[Message, ...] = ()
    """Every message that the page asked for, in reading order."""
    untranslated: tuple[Message, ...] = ()
    """Those that fell back to English, not by rule but for want of a translation."""


class Conversion:
    """The page at hand: its context, its facts' tokens, the messages met so far."""

    context: RenderContext
    tokens: FactTokens

    def __init__(self, current: Callable[[], RenderContext]) -> None:
        self._current = current
        self._lines: Sequence[str] = ()
        self._bare: Sequence[str] = ()
        self._line = 0
        self._messages: list[Message] = []
        self._untranslated: list[Message] = []
        self._strings: set[str] = set()

    def begin(self, lines: Sequence[str]) -> list[str]:
        """Take up the next page; return its lines with every fact as a token."""
        self.context = self._current()
        self.tokens = FactTokens(self.context.facts)
        self._line = 0
        self._messages, self._untranslated, self._strings = [], [], set()
        hidden = [self.tokens.hide(without_hidden(line)) for line in lines]
        self._lines = hidden
        self._bare = [_MARKS.sub("", line).strip() for line in hidden]
        return hidden

    @property
    def english(self) -> bool:
        """Whether the reader's language is the one that the manual is written in."""
        return self.context.language.code.partition("-")[0] == "en"

    @property
    def collected(self) -> Collected:
        """The messages met so far."""
        return Collected(tuple(self._messages), tuple(self._untranslated))

    def look_up(self, text: str) -> str | None:
        """Return the published translation of a message; English needs none."""
        return None if self.english else _cleaned(self.context.translate(text))

    def look_up_safety(self, text: str) -> str | None:
        """Return the translation of a safety text if the language's are approved."""
        if self.english or not self.context.safety_approved:
            return None
        return _cleaned((self.context.translate_safety or self.context.translate)(text))

    def record(self, message: Message, *, missing: bool = False) -> None:
        """Note that the page asked for `message`, once for a text of the interface."""
        if message.kind == "string":
            if message.text in self._strings:
                return
            self._strings.add(message.text)
        self._messages.append(message)
        if missing and not self.english:
            self._untranslated.append(message)

    def string(self, name: str, otherwise: str) -> tuple[str, bool]:
        """Return a text of the interface, and whether it is in the reader's language."""
        text = self.context.strings.get(name, otherwise)
        translation = self.look_up(text)
        self.record(Message(text, "string"), missing=translation is None)
        return translation or text, self.english or translation is not None

    def line_of(self, text: str) -> int:
        """Return the line on which `text` starts, searching on from the one found before."""
        first = text.strip().partition("\n")[0].strip()
        if not first:
            return 0
        order: list[int] = [*range(self._line, len(self._lines)), *range(self._line)]
        for lines, fits in (
            (self._bare, operator.eq),
            (self._bare, str.startswith),
            (self._lines, operator.contains),
        ):
            for index in order:
                if fits(lines[index], first):
                    self._line = index
                    return index + 1
        return 0


def _cleaned(translation: str | None) -> str | None:
    return without_hidden(translation).strip() or None if translation else None

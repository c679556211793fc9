"""Facts as single private-use characters, so that no Markdown extension ever sees their braces.

`## Call {crisis_line}`, a table cell, `**Call**{crisis_line}` and a fact alone on the last line
would all be eaten by attr_list without a word.
"""

import re
from collections.abc import Mapping

from manualkit.model.manifest import ManifestFact

_FIRST = 0xF0000
_TOKEN = re.compile("([\U000f0000-\U000ffffd])")
_FACT = re.compile(r"\{([a-z][a-z0-9_]*)\}")
_HIDDEN = re.compile(
    "[\ue000-\uf8ff\U000f0000-\U000ffffd\U00100000-\U0010fffd\x00-\x08\x0b-\x1f\x7f]"
)


def without_hidden(text: str) -> str:
    """Drop private-use and control characters: they would pass for our tokens or Markdown's."""
    return _HIDDEN.sub("", text)


def split_at_tokens(text: str) -> list[str]:
    """Return texts and tokens in turns: text, token, text, token, text."""
    return _TOKEN.split(text)


def has_token(text: str) -> bool:
    """Whether a fact stands in `text`."""
    return _TOKEN.search(text) is not None


class FactTokens:
    """The tokens of one page."""

    def __init__(self, facts: Mapping[str, ManifestFact]) -> None:
        self._token = {name: chr(_FIRST + index) for index, name in enumerate(sorted(facts))}
        self._name = {token: name for name, token in self._token.items()}
        self._facts = facts

    def hide(self, text: str) -> str:
        """Put a token for every `{name}` that is a fact; other braces stay."""
        return _FACT.sub(lambda found: self._token.get(found[1], found[0]), text)

    def show(self, text: str) -> str:
        """Put `{name}` back for every token, as translators see it."""
        return _TOKEN.sub(lambda found: "{" + self._name[found[1]] + "}", text)

    def fact(self, token: str) -> ManifestFact:
        """Return the fact that a token stands for."""
        return self._facts[self._name[token]]

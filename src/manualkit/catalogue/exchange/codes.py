"""Codes inside a text that a translator may move but not change."""

import re
from collections.abc import Iterator

CODE = re.compile(
    r"""(?P<placeholder>\{[^{}]*\}|⟨\d+⟩)
      | (?P<footnote>\[\^[^\]\s]+\])
      | (?P<link>\]\(\s*<?[^)\s>]+|(?<=\])\[[^\]^]+\]|https?://[^\s<>()"']*[^\s<>()"'.,;:!?])
      | (?P<tag></?[A-Za-z][^<>]*>)
      | (?P<bold>\*\*)""",
    re.VERBOSE,
)
"""The same things that the checks compare, with the whole tag."""


def pieces(text: str) -> Iterator[tuple[str, str]]:
    """Yield a text in pieces, each with the kind of code that it is (none: words)."""
    at = 0
    for found in CODE.finditer(text):
        if at < found.start():
            yield "", text[at : found.start()]
        yield found.lastgroup or "", found[0]
        at = found.end()
    if at < len(text):
        yield "", text[at:]


def codes(text: str) -> list[str]:
    """Return the codes of a text in their order."""
    return [found[0] for found in CODE.finditer(text)]

"""Gate: a number that people call stands on the paper from left to right, digit by digit.

In right-to-left text the groups of "0000 000 111" change places unless they are isolated; the text
layer still reads right then. So this looks at the places of what was drawn.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from itertools import groupby

from manualkit.model.manifest import ManifestFact
from manualkit.pdf.gates.content import Run
from manualkit.pdf.gates.fault import Fault

_UNSEEN = re.compile(r"[\s\u00ad\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]+")
_WHOLE = frozenset({"phone", "sms", "code", "price"})
"""Kinds that never break over two lines."""
_CALLED = frozenset({"phone", "sms"})
_OPEN = frozenset({"text", "address"})
"""Kinds that are written in the language itself, in its own direction."""
_SHORTEST_PIECE = 4


def fact_faults(facts: Mapping[str, ManifestFact], words: str, lines: Iterable[Run]) -> list[Fault]:
    """Compare the facts in the document's text (`words`) with what stands on its pages."""
    text = _plain(words)
    pages = [
        [_plain(run.text) for run in runs] for _, runs in groupby(lines, key=lambda run: run.page)
    ]
    hint = 'The value must stand in <bdi class="fact" dir="ltr"> and in the Latin font.'
    return [
        Fault("pdf-fact-order", f"{name} ({fact.value}) does not read left to right", hint)
        for name, fact in facts.items()
        if fact.kind not in _OPEN and not _stands(fact, text, pages)
    ]


def digit_faults(facts: Mapping[str, ManifestFact], words: str) -> list[Fault]:
    """Return the numbers to call that a text writes in other digits than phones have on them."""
    digits = {ord(digit): _western(digit) for digit in set(words) if digit.isdigit()}
    western = words.translate(digits)
    hint = "Write {name of the fact} in the translation; a number to call keeps its digits."
    return [
        Fault("pdf-fact-digits", f"{name} ({fact.value}) stands there in other digits", hint)
        for name, fact in facts.items()
        if fact.kind in _CALLED and _count(fact, western) > _count(fact, words)
    ]


def _western(digit: str) -> str:
    return str(unicodedata.digit(digit))


def _count(fact: ManifestFact, text: str) -> int:
    """Return how often a number stands in a text that is not a part of a longer one."""
    value = _UNSEEN.pattern.replace("+", "*").join(map(re.escape, _plain(fact.value)))
    return len(re.findall(rf"(?<!\d){value}(?!\d)", text))


def pages_with(facts: Mapping[str, ManifestFact], texts: Iterable[str]) -> list[int]:
    """Return the numbers of the pages on which a fact stands; reading back takes its time."""
    values = [_plain(fact.value) for fact in facts.values() if fact.kind not in _OPEN]
    plain = enumerate((_plain(text) for text in texts), 1)
    return [number for number, text in plain if any(value in text for value in values)]


def _stands(fact: ManifestFact, text: str, pages: list[list[str]]) -> bool:
    value = _plain(fact.value)
    wanted = text.count(value)
    if not wanted:
        return True
    seen = sum(line.count(value) for page in pages for line in page)
    if seen >= wanted or fact.kind in _WHOLE:
        return seen >= wanted
    return any(_in_pieces(value, page) for page in pages)


def _in_pieces(value: str, page: list[str]) -> bool:
    """Whether a value that was broken over lines stands there in its right order."""
    while value:
        sizes = range(len(value), min(_SHORTEST_PIECE, len(value)) - 1, -1)
        size = next((size for size in sizes if any(value[:size] in line for line in page)), 0)
        if not size:
            return False
        value = value[size:]
    return True


def _plain(text: str) -> str:
    return _UNSEEN.sub("", text)

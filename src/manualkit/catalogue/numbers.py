"""A number of the English must stand in the translation, in whatever digits."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator

from manualkit.catalogue.faults import Fault, error, warning
from manualkit.catalogue.marks import FOOTNOTE, LINK, PLACEHOLDER

_DIGITS = re.compile(r"[0-9]+")
_WORD = re.compile(r"[a-z]+")
_AS_LONG_AS_A_PHONE_NUMBER = 3
_SPELT_OUT = {
    "1": "one once first single a an", "2": "two twice second both pair", "3": "three third",
    "4": "four fourth", "5": "five fifth", "6": "six sixth", "7": "seven seventh week weeks",
    "8": "eight eighth", "9": "nine ninth", "10": "ten tenth", "11": "eleven", "12": "twelve",
    "15": "fifteen quarter", "20": "twenty", "24": "day", "30": "thirty half", "40": "forty",
    "50": "fifty half", "60": "sixty hour", "70": "seventy", "80": "eighty", "90": "ninety",
    "100": "hundred", "1000": "thousand",
}  # fmt: skip
_HINT = "Write the same numbers as the English; digits of your script are welcome."


def number_faults(english: str, translation: str) -> Iterator[Fault]:
    """Find numbers that were lost, changed or added.

    A word of the English may become a digit ("three" → 3); a digit may not become a word, for then
    nobody can check it.
    """
    ours, theirs = _numbers(english), _numbers(translation)
    if "".join(ours) == "".join(theirs):
        return
    lost, added = Counter(ours) - Counter(theirs), Counter(theirs) - Counter(ours)
    added = Counter(
        {number: count for number, count in added.items() if not _spelt_out(number, english)}
    )
    long = [number for number in added if len(number) >= _AS_LONG_AS_A_PHONE_NUMBER]
    if lost or long:
        yield error("number", _told(lost, added), _HINT)
    elif added:
        yield warning("number-added", _told(lost, added), _HINT)


def _numbers(text: str) -> list[str]:
    for rule in (PLACEHOLDER, FOOTNOTE, LINK):
        text = rule.sub(" ", text)
    return _DIGITS.findall(text.translate(_AS_ASCII))


class _AsASCII(dict[int, int]):
    """Letter → the same, or the ASCII digit that it stands for; each letter is looked up once."""

    def __missing__(self, letter: int) -> int:
        value = unicodedata.digit(chr(letter), None)
        self[letter] = letter if value is None else ord(str(value))
        return self[letter]


_AS_ASCII = _AsASCII()


def _spelt_out(number: str, english: str) -> bool:
    words = _SPELT_OUT.get(number, "").split()
    return not set(words).isdisjoint(_WORD.findall(english.lower()))


def _told(lost: Counter[str], added: Counter[str]) -> str:
    parts = [f"lost: {', '.join(lost)}"] if lost else []
    return "; ".join([*parts, f"added: {', '.join(added)}"] if added else parts)

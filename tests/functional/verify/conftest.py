"""Mutations of protected text, seeded, on text kept in memory."""

import random
import re
from collections.abc import Callable

import pytest

_WORD = re.compile(r"[^\W\d_]{2,}")
_NUMBER = re.compile(r"\d(?:[ \d]*\d)?")
_NEGATION = re.compile(
    r"\b(?:not|no|cannot|nobody|nothing)\b|\b(?:ne|pas|jamais|aucun|rien)\b|\bn'|\w+m[ae]y[ıi]n\b"
    r"|\b(?:لا|لم|لن|ليس)\b|\b(?:نکن|نده|نمی\w*|نیست)\b|\b(?:نہ|نہیں|مت)\b|ไม่|อย่า",
    re.IGNORECASE,
)

Mutate = Callable[[str, random.Random], str]
"""Changes one word, digit or negation of a text; returns it unchanged if it holds none."""


def _altered(text: str, chance: random.Random) -> str:
    word = _chosen(_WORD, text, chance)
    if word is None:
        return text
    at = chance.randrange(word.start(), word.end())
    letters = [letter for letter in word[0].lower() if letter != text[at].lower()] or ["x", "ب"]
    return text[:at] + chance.choice(letters) + text[at + 1 :]


def _removed(text: str, chance: random.Random) -> str:
    word = _chosen(_WORD, text, chance)
    return text if word is None else text[: word.start()] + text[word.end() :]


def _added(text: str, chance: random.Random) -> str:
    word = _chosen(_WORD, text, chance)
    if word is None:
        return text
    added = chance.choice(("never", "jamais", "لا", "ไม่"))
    return f"{text[: word.start()]}{added} {text[word.start() :]}"


def _swapped(text: str, chance: random.Random) -> str:
    places = [
        at
        for at in range(len(text) - 1)
        if text[at : at + 2].isdecimal() and text[at] != text[at + 1]
    ]
    if not places:
        return text
    at = chance.choice(places)
    return text[:at] + text[at + 1] + text[at] + text[at + 2 :]


def _reversed(text: str, chance: random.Random) -> str:
    number = _chosen(_NUMBER, text, chance)
    return (
        text if number is None else text[: number.start()] + number[0][::-1] + text[number.end() :]
    )


def _without_negation(text: str, chance: random.Random) -> str:
    word = _chosen(_NEGATION, text, chance)
    return text if word is None else text[: word.start()] + text[word.end() :]


def _chosen(rule: re.Pattern[str], text: str, chance: random.Random) -> re.Match[str] | None:
    found = list(rule.finditer(text))
    return chance.choice(found) if found else None


_KINDS = (_altered, _removed, _added, _swapped, _reversed, _without_negation)


@pytest.fixture(scope="session")
def mutate() -> Mutate:
    """Return a function that changes one thing in a text, of a kind chosen at random."""

    def change(text: str, chance: random.Random) -> str:
        for kind in chance.sample(_KINDS, len(_KINDS)):
            mutant = kind(text, chance)
            if "".join(mutant.split()) != "".join(text.split()):
                return mutant
        return text

    return change


@pytest.fixture(scope="session")
def seeded() -> Callable[[object], random.Random]:
    """Return a function that makes chance which is the same in every run."""
    return lambda seed: random.Random(str(seed))  # noqa: S311  (nothing is kept secret with it)

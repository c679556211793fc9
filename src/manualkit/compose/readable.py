"""A text of the record as people read it: words and values filled in, marks of Markdown gone.

What stood there before has the words and values of then; the record of the terms, the contacts and
the facts says them.
"""

import dataclasses as dc
import re
from collections.abc import Mapping, Sequence

from manualkit.compose.facts import FACT, facts_of
from manualkit.compose.words import Words
from manualkit.model.edition import Edition
from manualkit.model.finding import Location
from manualkit.model.manifest import ManifestChange
from manualkit.model.manual import Term

_NOT_SHOWN = re.compile(r"^\s*(?::::.*|```.*|\|(?:\s*:?-+:?\s*\|)+)\s*$")
"""Lines that only say what a block is, and the line below the head of a table."""
_HEADING = re.compile(r"^#{1,6}\s+")
_ITEM = re.compile(r"^(\s*)[-*+]\s+")
_CELLS = re.compile(r"^\|(.*)\|\s*$")
_INLINE: Sequence[tuple[re.Pattern[str], str]] = (
    (re.compile(r"\[\[[^\]:]*\]\]"), "☐"),
    (re.compile(r"\[\[[^\]]*\]\]"), "…"),
    (re.compile(r"!?\[([^\[\]]*)\]\([^()]*\)"), r"\1"),
    (re.compile(r"\s*\{[#.:][^{}]*\}"), ""),
    (re.compile(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1"), r"\2"),
    (re.compile(r"(?<![\w*_])([*_])(?=[^\s*_])(.+?)(?<=[^\s*_])\1(?![\w*_])"), r"\2"),
    (re.compile(r"`([^`]+)`"), r"\1"),
)
_ENDINGS: Mapping[str, str] = {
    "phone": "",
    "sms": "_sms",
    "url": "_url",
    "email": "_email",
    "expires": "_expires",
    "checked on": "_checked_on",
}
"""What a line of a contact says → how the name of its fact ends."""


@dc.dataclass(frozen=True, slots=True)
class Reading:
    """Shows texts with the words and the values of one side."""

    words: Words
    facts: Mapping[str, str]

    def shown(self, text: str) -> str:
        """Return a text as people read it."""
        filled = self.words.fill(text, Location(""))
        filled = FACT.sub(lambda found: _held(self.facts.get(found[1], found[0])), filled)
        return without_marks(filled)


def readings(edition: Edition) -> tuple[Reading, Reading]:
    """Return how to read what stood there before, and what stands there now."""
    terms = {name: placed.value for name, placed in edition.terms.items()}
    facts = {name: fact.value for name, fact in facts_of(edition).items()}
    old_terms, old_facts = dict(terms), dict(facts)
    for change in reversed(edition.changes):
        if change.action == "term" and change.target in terms:
            old_terms[change.target] = _before(terms[change.target], change)
        old_facts |= _facts_before(change)
    extra = {"edition": {"id": edition.id}}
    return Reading(Words(old_terms, extra), old_facts), Reading(Words(terms, extra), facts)


def _before(term: Term, change: ManifestChange) -> Term:
    """Return a term with the forms that it had; one that it did not have stays."""
    had = zip(term.forms, change.before.split(", "), strict=False)
    return term.model_copy(update={"forms": {**term.forms, **dict(had)}})


def _facts_before(change: ManifestChange) -> dict[str, str]:
    """Return the values that a change took away."""
    if change.action == "fact" and change.before:
        return {change.target: change.before}
    if change.action != "contact":
        return {}
    said = (line.partition(": ") for line in change.before.split("\n"))
    return {
        f"{change.target}{_ENDINGS[name]}": value for name, _, value in said if name in _ENDINGS
    }


def _held(value: str) -> str:
    """Return a value that stays on its line if it is a number."""
    return value if any(map(str.isalpha, value)) else value.replace(" ", "\u00a0")


def without_marks(text: str) -> str:
    """Return a text without the marks of Markdown; a row of a table is a line."""
    lines = [_line(line) for line in text.split("\n") if not _NOT_SHOWN.match(line)]
    shown = "\n".join(lines)
    for rule, instead in _INLINE:
        shown = rule.sub(instead, shown)
    return shown.strip("\n")


def _line(line: str) -> str:
    cells = _CELLS.match(line)
    if cells is not None:
        parts = (cell.strip() for cell in re.split(r"(?<!\\)\|", cells[1]))
        return " · ".join(part.replace("\\|", "|") for part in parts if part)
    return _ITEM.sub(r"\1• ", _HEADING.sub("", line))

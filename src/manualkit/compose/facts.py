"""Facts of an edition: opaque values by name, and where a text names one."""

import re
from collections.abc import Iterator, Mapping

from manualkit.model.edition import Edition
from manualkit.model.finding import Finding, Location, did_you_mean
from manualkit.model.manifest import ManifestFact

FACT = re.compile(r"(?<![{\w])\{([a-z][a-z0-9_]*)\}(?!\})")
"""A fact in a text: `{crisis_line}`, not `{{ term }}` and not `{#id}`."""


def facts_of(edition: Edition) -> dict[str, ManifestFact]:
    """Return all facts: those of the contacts and the others."""
    contacts = [fact for placed in edition.contacts.values() for fact in placed.value.facts()]
    others = [placed.value for placed in edition.facts.values()]
    facts: dict[str, ManifestFact] = {}
    for fact in (*contacts, *others):
        # The first wins: no other fact stands in for a contact's number (`check` reports the try).
        facts.setdefault(fact.id, ManifestFact(kind=fact.kind, value=fact.value))
    return facts


def used_facts(text: str) -> list[str]:
    """Return the names of the facts in a text, sorted, each once."""
    return sorted(set(FACT.findall(text)))


def unknown_facts(
    text: str, facts: Mapping[str, ManifestFact], where: Location
) -> Iterator[Finding]:
    """Yield a finding for each name in braces that is no fact. `where` is the text's first line."""
    for number, line in enumerate(text.split("\n")):
        for match in FACT.finditer(line):
            if match[1] not in facts:
                column = match.start() + (where.column if number == 0 else 1)
                place = Location(where.file, where.line + number, column)
                hint = did_you_mean(match[1], facts, "Facts are listed in contacts.yml.")
                yield Finding("unknown-fact", place, f'"{{{match[1]}}}" is not a fact.', hint)

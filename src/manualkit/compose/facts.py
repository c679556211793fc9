"""Facts of an edition: opaque values by name, and where a text names one."""

import re
from collections.abc import Iterator, Mapping

from manualkit.model.edition import Edition
from manualkit.model.finding import Finding, Location, did_you_mean
from manualkit.model.manifest import ManifestFact
from manualkit.model.manual import Contact, FactKind

FACT = re.compile(r"(?<![{\w])\{([a-z][a-z0-9_]*)\}(?!\})")
"""A fact in a text: `{crisis_line}`, not `{{ term }}` and not `{#id}`."""


def facts_of(edition: Edition) -> dict[str, ManifestFact]:
    """Return all facts: those of the contacts (`crisis_line`, `crisis_line_sms` …) and the others."""
    facts: dict[str, ManifestFact] = {}
    for contact in edition.contacts.values():
        facts.update(_contact_facts(contact.value))
    for fact in edition.facts.values():
        facts[fact.value.id] = ManifestFact(kind=fact.value.kind, value=fact.value.value)
    return facts


def _contact_facts(contact: Contact) -> Iterator[tuple[str, ManifestFact]]:
    kinds: tuple[tuple[str, FactKind, str | None], ...] = (
        ("", "phone", contact.phone),
        ("_sms", "sms", contact.sms),
        ("_url", "url", contact.url),
        ("_email", "email", contact.email),
        ("_expires", "date", contact.expires.isoformat() if contact.expires else None),
        ("_checked_on", "date", _checked(contact)),
    )
    for ending, kind, value in kinds:
        if value:
            yield f"{contact.id}{ending}", ManifestFact(kind=kind, value=value)


def _checked(contact: Contact) -> str | None:
    return None if contact.checked_on == "never" else contact.checked_on.isoformat()


def used_facts(text: str) -> list[str]:
    """Return the names of the facts in a text, sorted, each once."""
    return sorted(set(FACT.findall(text)))


def unknown_facts(
    text: str, facts: Mapping[str, ManifestFact], where: Location
) -> Iterator[Finding]:
    """Yield a finding for each name in braces that is no fact."""
    for number, line in enumerate(text.split("\n"), where.line):
        for match in FACT.finditer(line):
            if match[1] not in facts:
                place = Location(where.file, number, match.start() + 1)
                hint = did_you_mean(match[1], facts, "Facts are listed in contacts.yml.")
                yield Finding("unknown-fact", place, f'"{{{match[1]}}}" is not a fact.', hint)

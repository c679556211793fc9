"""The record is complete: whatever differs between core and edition traces to a change.

The composed trees are compared, and not what the steps before say that they did.
"""

from collections.abc import Iterator, Mapping

from manualkit.model.finding import Finding
from manualkit.record.source import Compared
from manualkit.record.trace import Trace, fault


def unrecorded(compared: Compared) -> list[Finding]:
    """Return a finding for each difference from the core that no change explains."""
    return [*_values(compared), *Trace(compared).findings()]


def _values(compared: Compared) -> Iterator[Finding]:
    """Words, facts, contacts and pictures: each other value has its own change."""
    core, edition = compared.core_edition, compared.edition_itself
    groups: tuple[tuple[str, Mapping[str, object], Mapping[str, object]], ...] = (
        ("term", _plain(core.terms), _plain(edition.terms)),
        ("contact", _plain(core.contacts), _plain(edition.contacts)),
        ("fact", _plain(core.facts), _plain(edition.facts)),
        ("picture", core.pictures, edition.pictures),
    )
    recorded = {(change.action, change.target) for change in compared.changes}
    for action, old, new in groups:
        for name in {**old, **new}:
            if old.get(name) != new.get(name) and (action, name) not in recorded:
                yield fault(edition.id, f'The {action} "{name}" differs from the core')


def _plain(placed: Mapping[str, object]) -> dict[str, object]:
    return {name: getattr(entry, "value", entry) for name, entry in placed.items()}

"""Counts of the changes by each category of FRAME."""

import dataclasses as dc
from collections import Counter
from collections.abc import Sequence

from manualkit.model.manifest import ManifestChange
from manualkit.record.fields import FRAME, allowed, values_of


@dc.dataclass(frozen=True, slots=True)
class Count:
    """How often each value of one category stands in the record."""

    field: str
    title: str
    values: dict[str, int]
    """Every allowed value, those that nobody chose with 0."""
    unsaid: int
    """Changes that say nothing in this category."""


def counts(changes: Sequence[ManifestChange]) -> list[Count]:
    """Count changes by each category. A change with two values counts for both."""
    found = []
    for field, title in FRAME.items():
        said = [values_of(change, field) for change in changes]
        tally = Counter(value for values in said for value in values)
        values = {value: tally[value] for value in (*allowed(field), *sorted(tally))}
        found.append(Count(field, title, values, sum(not values for values in said)))
    return found


def by_action(changes: Sequence[ManifestChange]) -> dict[str, int]:
    """Count changes by their action, in the order in which they first stand in the record."""
    return dict(Counter(change.action for change in changes))

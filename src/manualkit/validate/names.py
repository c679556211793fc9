"""A list of names in a person's file: each names something that there is, and stands once."""

import dataclasses as dc
from collections.abc import Collection, Iterator, Sequence

from manualkit.model.finding import Finding, did_you_mean
from manualkit.model.raw import Key, Source


@dc.dataclass(frozen=True, slots=True)
class Names:
    """What may be named, and how a reader is told of it."""

    what: str
    """What it is: block, step."""
    known: Sequence[str]
    missing: str
    """Where there is none of them, before the name: No session has a step."""
    hint: str
    """What to do where nothing is alike."""

    def findings(self, named: Collection[str], source: Source, key: Key) -> Iterator[Finding]:
        """Yield a finding for each name in a list (at `key`) that is unknown or stands twice."""
        seen: set[str] = set()
        for index, name in enumerate(named):
            where = source.at(*key, index)
            if name not in self.known:
                hint = did_you_mean(name, self.known, self.hint)
                message = f'{self.missing} "{name}".'
                yield Finding(f"unknown-{self.what}", where, message, hint)
            elif name in seen:
                message = f'The {self.what} "{name}" stands here twice.'
                yield Finding(f"{self.what}-named-twice", where, message, "Keep one of them.")
            seen.add(name)

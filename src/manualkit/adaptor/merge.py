"""The core's change brought into a context's text, word by word: a suggestion for a person."""

import dataclasses as dc
from collections.abc import Iterator, Sequence

from manualkit.adaptor.words import Word, joined, likeness, runs, words_of

_LEAST_LIKENESS = 0.4
_SHORT_RUN = 2


@dc.dataclass(frozen=True, slots=True)
class Conflict:
    """A place that the core and the context have both changed, each in its own way."""

    then: str
    """What the core said when the change was written; empty if both added words here."""
    now: str
    """What the core says now; empty if it took the words out."""
    yours: str
    """What the context says; empty if it took the words out."""

    def __str__(self) -> str:
        before = f'The core said "{self.then}"' if self.then else "The core said nothing here"
        now = f'It now says "{self.now}"' if self.now else "It has taken this out"
        yours = f'you say "{self.yours}"' if self.yours else "you have taken this out"
        return f"{before}. {now}; {yours}."


@dc.dataclass(frozen=True, slots=True)
class Merge:
    """A context's text with the core's change in it."""

    text: str
    """In a conflict it holds the context's own words."""
    conflicts: tuple[Conflict, ...] = ()

    @property
    def clean(self) -> bool:
        """Whether core and context changed different places."""
        return not self.conflicts


def merge(then: str, now: str, yours: str) -> Merge | None:
    """Return the suggestion; None where the context's text shares too few words with the core's.

    Between texts that are little alike, single words such as "the" meet by chance.
    """
    if likeness(then, yours) < _LEAST_LIKENESS:
        return None
    base, core, mine = words_of(then), words_of(now), words_of(yours)
    text: list[Word] = []
    conflicts: list[Conflict] = []
    for part in _parts(base, core, mine):
        words, conflict = _resolved(part)
        text += words
        if conflict is not None:
            conflicts.append(conflict)
    return Merge(joined(text).strip(), tuple(conflicts))


@dc.dataclass(frozen=True, slots=True)
class _Part:
    """A stretch of the three texts between two words that all of them have."""

    base: Sequence[Word]
    core: Sequence[Word]
    mine: Sequence[Word]


def _resolved(part: _Part) -> tuple[Sequence[Word], Conflict | None]:
    if _same(part.mine, part.base):
        return part.core, None
    if _same(part.core, part.base) or _same(part.core, part.mine):
        return part.mine, None
    texts = [joined(words).strip() for words in (part.base, part.core, part.mine)]
    return part.mine, Conflict(*texts)


def _same(one: Sequence[Word], other: Sequence[Word]) -> bool:
    return [word.key for word in one] == [word.key for word in other]


def _parts(base: list[Word], core: list[Word], mine: list[Word]) -> Iterator[_Part]:
    """Yield the stretches in order; a word that all three have is a stretch of its own."""
    in_core, in_mine = _places(base, core), _places(base, mine)
    b = c = m = 0
    for at in (*(n for n in range(len(base)) if n in in_core and n in in_mine), len(base)):
        last = at == len(base)
        to_core, to_mine = (len(core), len(mine)) if last else (in_core[at], in_mine[at])
        if at > b or to_core > c or to_mine > m:
            yield _Part(base[b:at], core[c:to_core], mine[m:to_mine])
        if not last:
            # Where nothing changed, the line breaks of the context's own text stay.
            same = mine[to_mine : to_mine + 1]
            yield _Part(same, same, same)
        b, c, m = at + 1, to_core + 1, to_mine + 1


def _places(base: list[Word], other: list[Word]) -> dict[int, int]:
    """Return where each word of `base` stands in `other`; a word that meets alone is chance."""
    places: dict[int, int] = {}
    for start, begin, size in runs(base, other):
        first = (start, begin) == (0, 0)
        last = (start + size, begin + size) == (len(base), len(other))
        if size >= _SHORT_RUN or first or last:
            places |= {start + n: begin + n for n in range(size)}
    return places

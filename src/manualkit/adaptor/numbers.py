"""Ids of changes: the next one of an adaptation, and a prefix for a new one."""

import re
from collections.abc import Collection, Iterator
from itertools import combinations

from manualkit.model.project import Context

_LETTERS = 3


def next_id(context: Context) -> str:
    """Return the id behind the highest that the adaptation uses, such as `LIV-063`."""
    prefix = context.adaptation.value.prefix
    used = [int(number) for number in re.findall(r"-(\d+)", " ".join(ids_of(context)))]
    return f"{prefix}-{max(used, default=0) + 1:03}"


def ids_of(context: Context) -> Iterator[str]:
    """Yield the id of every change of an adaptation."""
    yield from (entry.value.id for entry in (*context.terms, *context.contacts, *context.facts))
    yield from (entry.value.id for entry in (*context.pictures, *context.structure))
    yield from (change.record.id for change in context.texts)
    yield from (story.value.id for story, _ in context.case_studies)


def proposed_prefix(name: str, taken: Collection[str]) -> str:
    """Return a prefix for the ids of a new adaptation: letters of its name that nobody uses."""
    last = re.sub(r"[^a-z]", "", name.rpartition("-")[2])
    whole = re.sub(r"[^a-z]", "", name)
    words = [last, whole, f"{whole}xyz"]
    letters = ("".join(some) for word in words for some in combinations(word, _LETTERS))
    return next(found.upper() for found in letters if found.upper() not in taken)

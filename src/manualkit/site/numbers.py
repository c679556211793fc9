"""Telephone numbers that a version went out with: one that has changed since may cost a life."""

import json
import re
from collections.abc import Iterator, Mapping

from manualkit.model.manifest import Manifest
from manualkit.site.care import dialled

_DIALLED = frozenset({"phone", "sms"})
_HIDDEN = "…"
"""Stands for a number in what search shows of a version."""
_CALL = re.compile(r"^[^{]*(?=\{)")


def numbers_of(manifest: Manifest) -> dict[str, str]:
    """Return the numbers of an edition that somebody may dial, by the id of their fact."""
    return {name: fact.value for name, fact in manifest.facts.items() if fact.kind in _DIALLED}


def help_numbers(manifest: Manifest) -> list[str]:
    """Return the ids of the numbers of all contacts for an emergency."""
    names = [contact.id for contact in manifest.contacts if contact.emergency]
    every = numbers_of(manifest)
    return [name for each in names for name in (each, f"{each}_sms") if name in every]


def named_in(text: str, numbers: Mapping[str, str]) -> Iterator[str]:
    """Yield the ids of the numbers that stand in a text."""
    return (name for name, number in numbers.items() if _whole(number).search(text))


def changed_since(then: Mapping[str, str], manifest: Manifest) -> frozenset[str]:
    """Return the ids of the numbers that are others today, or are no longer there."""
    now = numbers_of(manifest)
    return frozenset(
        name for name, number in then.items() if dialled(now.get(name, "")) != dialled(number)
    )


def without_numbers(index: str, numbers: Mapping[str, str]) -> str:
    """Return an index of the search that shows no number: the pages say if it has changed."""
    call = _CALL.match(index)
    if call is None or not numbers:
        return index
    data, end = json.JSONDecoder().raw_decode(index, call.end())
    every = re.compile("|".join(_whole(each).pattern for each in numbers.values()))
    hidden = json.dumps(_hidden(data, every), ensure_ascii=False, separators=(",", ":"))
    return call[0] + hidden + index[end:]


def _whole(number: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\d){re.escape(number)}(?!\d)")


def _hidden(data: object, every: re.Pattern[str]) -> object:
    if isinstance(data, dict):
        return {key: _hidden(each, every) for key, each in data.items()}
    if isinstance(data, list):
        return [_hidden(each, every) for each in data]
    return every.sub(_HIDDEN, data) if isinstance(data, str) else data

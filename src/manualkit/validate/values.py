"""Texts in YAML files: the same rules as for pages, but for values that are numbers by nature."""

from collections.abc import Iterator
from typing import Any

from manualkit.model.finding import Finding, Location
from manualkit.model.raw import Key, RawDocument
from manualkit.validate.text import text_findings

_NUMBERS_BY_NATURE = frozenset(
    {"phone", "sms", "url", "email", "source", "value", "base", "version", "checked_on", "expires",
     "source_works"}
)


def value_findings(document: RawDocument) -> Iterator[Finding]:
    """Yield a finding for every text of a document that holds what no text may hold."""
    for key, text in _texts(document.data, ()):
        where = document.source.at(*key)
        for finding in text_findings(text, where.file, 1):
            number = finding.code == "number-in-text"
            if not (number and any(step in _NUMBERS_BY_NATURE for step in key)):
                place = Location(where.file, where.line, where.column)
                yield Finding(finding.code, place, finding.message, finding.hint)


def _texts(data: Any, key: Key) -> Iterator[tuple[Key, str]]:  # noqa: ANN401  (any YAML value)
    if isinstance(data, str):
        yield key, data
    elif isinstance(data, dict):
        for name, value in data.items():
            yield from _texts(value, (*key, name))
    elif isinstance(data, list):
        for index, value in enumerate(data):
            yield from _texts(value, (*key, index))

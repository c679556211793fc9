"""Texts in YAML files: the rules of a page's text, and those of a value."""

import dataclasses as dc
from collections.abc import Collection, Iterator
from typing import Any

from manualkit.model.finding import Finding, Location
from manualkit.model.raw import Key, RawDocument
from manualkit.validate.text import text_findings

_NUMBERS_BY_NATURE = frozenset(
    (
        *("phone", "sms", "url", "email", "source", "value", "base", "version"),
        *("checked_on", "expires", "source_works", "who_review", "permission_ref"),
        *("date", "hash", "front", "pages", "reference", "decision_date", "sent", "ref"),
        *("source_file", "texts", "translated_texts", "kept", "leave_to", "report_to"),
    )
)
_WITH_WORDS = ("docs/checklists/", "docs/kits.yml", "docs/training/")
"""YAML files whose texts may hold words and facts in braces; the heads of pages may, too."""
_OF_PAGES = ("parts",)
"""Keys of a change that hold what stands in the head of a page."""


def value_findings(document: RawDocument, unknown: Collection[Location]) -> Iterator[Finding]:
    """Yield a finding for every text of a document that holds what no value may hold.

    `unknown` are the places of unknown keys: what stands below them has its finding already.
    """
    for key, text in _texts(document.data, ()):
        around = {document.source.key_at(*key[: end + 1]) for end in range(len(key))}
        if not around & set(unknown):
            where = document.source.at(*key)
            for finding in (*text_findings(text, where.file, 1), *_of_values(text, where, key)):
                number = finding.code == "number-in-text"
                if not (number and any(step in _NUMBERS_BY_NATURE for step in key)):
                    yield dc.replace(finding, location=where)


def _of_values(text: str, where: Location, key: Key) -> Iterator[Finding]:
    if "\n" in text.strip("\n"):
        message, hint = "A text in this place is one paragraph.", "Take out the empty line."
        yield Finding("value-lines", where, message, hint)
    page = where.file.endswith(".md") and "/changes/" not in where.file
    words = page or where.file.startswith(_WITH_WORDS) or key[0] in _OF_PAGES
    if not words and ("{" in text or "}" in text):
        message, hint = "Braces are not filled in here.", "Write the words out."
        yield Finding("braces-in-value", where, message, hint)


def _texts(data: Any, key: Key) -> Iterator[tuple[Key, str]]:  # noqa: ANN401  (any YAML value)
    if isinstance(data, str):
        yield key, data
    elif isinstance(data, dict):
        for name, value in data.items():
            yield from _texts(value, (*key, name))
    elif isinstance(data, list):
        for index, value in enumerate(data):
            yield from _texts(value, (*key, index))

"""What makes the record complete: the adaptation's own data and its stories and pages."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from manualkit.model.manifest import Manifest
from manualkit.record.cells import parts
from manualkit.record.rows import long_texts
from manualkit.record.sheet import Column, Sheet
from manualkit.record.source import Own

TEXT, DATA = "text", "data"
_APOSTROPHES = (
    "A text that begins with = + - or @ has an apostrophe before it, so that no spreadsheet takes "
    "it for a formula. It is no part of the text."
)
ABOUT_KEY = "adaptation.yml: "


def about_sheet(manifest: Manifest, own: Own) -> Sheet:
    """Return what the kit is about, and `adaptation.yml` key by key."""
    edition = manifest.edition
    lines = (
        ("What this is", f"The adaptation record of {edition.title}"),
        ("Edition", edition.id),
        ("Text version", edition.digest),
        ("State", states_in_words(manifest)),
        ("Core manual", f"{edition.core_title}, version {edition.core_version}"),
        ("Changes", str(len(manifest.changes))),
        ("WHO review", edition.rights.who_review_status),
        ("How to read it", "The sheet Record has one row per change. The others follow from it."),
        ("Apostrophes", _APOSTROPHES),
    )  # fmt: skip
    rows = [(key, text, TEXT) for key, text in lines]
    rows += [(f"{ABOUT_KEY}{key}", *_written(value)) for key, value in own.adaptation.items()]
    columns = (Column("key", 30), Column("value", 90), Column("kind", 8))
    return Sheet("About", columns, tuple(rows))


def states_in_words(manifest: Manifest) -> str:
    """Return how far each language has come, in one line."""
    words = {code: manifest.state(code) for code in manifest.edition.languages}
    said = {state: [c for c, each in words.items() if each == state] for state in words.values()}
    return "; ".join(f"{state}: {', '.join(codes)}" for state, codes in said.items())


def _written(value: Any) -> tuple[str, str]:  # noqa: ANN401  (any plain value)
    if isinstance(value, str):
        return value, TEXT
    return json.dumps(value, ensure_ascii=False), DATA


def adaptation_of(rows: list[dict[str, str]]) -> dict[str, Any]:
    """Return `adaptation.yml` as plain data, from the rows of the sheet About.

    Raises:
        ValueError: a value that is marked as data cannot be read.
    """
    return {
        row["key"].removeprefix(ABOUT_KEY): (
            json.loads(row["value"]) if row["kind"] == DATA else row["value"]
        )
        for row in rows
        if row["key"].startswith(ABOUT_KEY)
    }


def pages_sheet(manifest: Manifest, own: Own) -> Sheet:
    """Return own stories and pages, and long texts, each in as many rows as it needs."""
    columns = (Column("name", 34), Column("part", 6), Column("text", 110))
    texts = {**own.texts, **dict(long_texts(manifest.changes))}
    return Sheet("Pages", columns, tuple(_parts(texts)))


def _parts(texts: Mapping[str, str]) -> Iterator[tuple[str | int, ...]]:
    for name, text in texts.items():
        for number, part in enumerate(parts(text), 1):
            yield name, number, part


def texts_of(rows: list[dict[str, str]]) -> dict[str, str]:
    """Return the texts by name, from the rows of the sheet Pages.

    Raises:
        ValueError: the number of a part is no number.
    """
    found: dict[str, list[tuple[int, str]]] = {}
    for row in rows:
        found.setdefault(row["name"], []).append((int(row["part"]), row["text"]))
    return {name: "".join(text for _, text in sorted(pieces)) for name, pieces in found.items()}

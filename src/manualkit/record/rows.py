"""One row per change: every field that a change has, for people and for reading it back."""

import json
from collections.abc import Iterator, Sequence
from typing import Any

from manualkit.model.manifest import Manifest, ManifestChange
from manualkit.model.record import ReasonCodes, Record
from manualkit.record.cells import MOST_LETTERS
from manualkit.record.fields import is_list, value_of
from manualkit.record.sheet import Column, Sheet

OPERATION = "operation"
"""The column that holds the keys of the change's own action, as JSON."""
SEPARATOR = "; "
_FIRST = {
    "id": 10, "adaptation": 16, "action": 12, "target": 22, "place": 24, "shown on": 30,
    "summary": 40, "before": 55, "after": 55, "reason": 45,
}  # fmt: skip
_LAST = {"in the text": 10, OPERATION: 30, "file": 34, "line": 7}
_JSON = frozenset({"evidence", "who_submission"})
_ELSEWHERE = frozenset({"id", "summary", "reason", "location_label", "reason_codes"})
PLAIN = tuple(name for name in Record.model_fields if name not in _ELSEWHERE)
"""Fields of the record that have a column of their own name."""
_REASONS = tuple(f"reason: {group}" for group in ReasonCodes.model_fields)


def record_sheet(manifest: Manifest) -> Sheet:
    """Return the sheet with one row per change, the adaptation record itself."""
    columns = (
        *(Column(title, width) for title, width in _FIRST.items()),
        *(Column(title) for title in (*PLAIN, *_REASONS)),
        *(Column(title, width) for title, width in _LAST.items()),
    )
    titles = {page.path: page.title for page in manifest.pages}
    rows = tuple(tuple(_row(change, titles)) for change in manifest.changes)
    return Sheet("Record", columns, rows)


def long_texts(changes: Sequence[ManifestChange]) -> Iterator[tuple[str, str]]:
    """Yield each text before or after a change that no cell can hold, with a name for it."""
    for change in changes:
        for side, text in (("before", change.before), ("after", change.after)):
            if len(text) > MOST_LETTERS:
                yield long_name(change.id, side), text


def long_name(change: str, side: str) -> str:
    """Return the name by which a long text stands in the sheet of texts."""
    return f"{change} {side}"


def pointer(name: str) -> str:
    """Return what a cell says whose text stands in the sheet of texts."""
    return f"[The text is long. See the sheet Pages: {name}]"


def _row(change: ManifestChange, titles: dict[str, str]) -> Iterator[str | int]:
    yield from (change.id, change.adaptation, change.action, change.target)
    yield str(value_of(change, "location_label") or "")
    yield SEPARATOR.join(titles.get(page, page) for page in change.pages)
    yield from (change.summary, _text(change, "before"), _text(change, "after"), change.reason)
    for field in PLAIN:
        yield _cell(field, value_of(change, field))
    codes: dict[str, list[str]] = value_of(change, "reason_codes") or {}
    for group in ReasonCodes.model_fields:
        yield SEPARATOR.join(codes.get(group, []))
    yield _in_text(change)
    yield _json({k: v for k, v in change.head.items() if k not in Record.model_fields})
    yield from (change.file, change.line)


def _in_text(change: ManifestChange) -> str:
    """Return whether the change reaches the text, and what took its place if another one did."""
    if change.superseded_by:
        return f"no, {change.superseded_by} took its place"
    return "yes" if change.applied else "no"


def _text(change: ManifestChange, side: str) -> str:
    text = str(getattr(change, side))
    return pointer(long_name(change.id, side)) if len(text) > MOST_LETTERS else text


def _cell(field: str, value: Any) -> str:  # noqa: ANN401  (any plain value)
    if field in _JSON:
        return _json(value) if value else ""
    if is_list(field):
        return SEPARATOR.join(value or [])
    return "" if value is None else str(value)


def _json(value: Any) -> str:  # noqa: ANN401  (any plain value)
    return json.dumps(value, ensure_ascii=False)


def head_of(cells: dict[str, str]) -> dict[str, Any]:
    """Return the head of a change as it was, from the cells of its row.

    Raises:
        ValueError: a cell that holds JSON cannot be read.
    """
    head: dict[str, Any] = {"id": cells["id"]}
    operation = json.loads(cells[OPERATION])
    head |= operation if isinstance(operation, dict) else {}
    head |= {"summary": cells["summary"], "reason": cells["reason"]}
    for field in PLAIN:
        if cells[field]:
            head[field] = _value(field, cells[field])
    reasons = {g: _list(cells[f"reason: {g}"]) for g in ReasonCodes.model_fields}
    head["reason_codes"] = {group: codes for group, codes in reasons.items() if codes}
    head["location_label"] = cells["place"]
    return {name: value for name, value in head.items() if value not in ("", [], {})}


def _value(field: str, cell: str) -> Any:  # noqa: ANN401  (any plain value)
    if field in _JSON:
        return json.loads(cell)
    return _list(cell) if is_list(field) else cell


def _list(cell: str) -> list[str]:
    return [entry for entry in cell.split(SEPARATOR) if entry]

"""The record of a change as lines to fill in: what must be said, and what may be said."""

import datetime as dt
import typing
from collections.abc import Iterator
from typing import Any, Literal

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from manualkit.model.record import Record

_ASKED = {
    "summary": '"FIXME: what is different, one plain sentence"',
    "reason": '"FIXME: why your context needs it, one plain sentence"',
}
_NOTES = {"decided_by": "Roles, never names.", "proposed_by": "A role, as above."}
_LISTED_ABOVE = frozenset({"proposed_by"})
"""Its words stand at `decided_by` already."""
_REFUSED = "core-changed"
"""An adaptation may not say this of itself, so it is not offered."""


def required_lines() -> Iterator[str]:
    """Yield the lines of the record that no change can be without, each to be filled in."""
    for name, field in Record.model_fields.items():
        if field.is_required() and name != "id":
            words = "" if name in _ASKED else _words(name, field)
            yield from ([f"# {words}"] if words else [])
            yield f"{name}: {_ASKED.get(name) or _blank(field)}"


def optional_lines() -> Iterator[str]:
    """Yield what a record may say besides, as comments with an example."""
    yield "# More, if you know it: take away the # sign at the start of the line."
    for name, field in Record.model_fields.items():
        if not field.is_required():
            first, *more = _example(name, field.annotation)
            words = _words(name, field)
            yield f"#{first}  # {words}" if words else f"#{first}"
            yield from (f"#{line}" for line in more)


def _words(name: str, field: FieldInfo) -> str:
    """Return what a key is for, and the words that are allowed."""
    allowed = [value for value in choices(field.annotation) if value != _REFUSED]
    many = typing.get_origin(field.annotation) is list
    listed = f"{'One or more of' if many else 'One of'}: {', '.join(allowed)}." if allowed else ""
    meant = " ".join((field.description or "").split())
    if name in _LISTED_ABOVE:
        listed = ""
    return " ".join(part for part in (_NOTES.get(name, ""), meant, listed) if part)


def _blank(field: FieldInfo) -> str:
    return "[FIXME]" if typing.get_origin(field.annotation) is list else "FIXME"


def choices(annotation: object) -> list[str]:
    """Return the words that are allowed; none where any text is."""
    if typing.get_origin(annotation) is Literal:
        return [str(value) for value in typing.get_args(annotation)]
    return [value for inner in typing.get_args(annotation) for value in choices(inner)]


def _example(name: str, annotation: object) -> Iterator[str]:
    model = _model_in(annotation)
    many = typing.get_origin(annotation) is list
    if model is None:
        yield f"{name}: {f'[{_value(annotation)}]' if many else _value(annotation)}"
        return
    yield f"{name}:"
    for number, (key, field) in enumerate(model.model_fields.items()):
        for line in _example(key, field.annotation):
            mark = ("- " if not number else "  ") if many else ""
            yield f"  {mark}{line}"


def _value(annotation: object) -> str:
    allowed = choices(annotation)
    if allowed:
        return allowed[0]
    kinds = {dt.date: "2026-03-31", int: "12"}
    inner = {annotation, *typing.get_args(annotation)}
    return next((example for kind, example in kinds.items() if kind in inner), "…")


def _model_in(annotation: Any) -> type[BaseModel] | None:  # noqa: ANN401  (any annotation)
    for inner in (annotation, *typing.get_args(annotation)):
        if isinstance(inner, type) and issubclass(inner, BaseModel):
            return inner
    return None

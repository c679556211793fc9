"""The fields of a change, read off the model, so that no allowed value is missing in a table."""

from collections.abc import Iterator, Mapping
from typing import Any, get_args, get_origin

from pydantic import BaseModel
from pydantic_core import PydanticUndefined

from manualkit.model.manifest import ManifestChange
from manualkit.model.record import ReasonCodes, Record

FRAME: Mapping[str, str] = {
    "nature": "Nature of the change",
    "planned": "Planned or not",
    "decided_by": "Who decided",
    "core_impact": "Relation to the core",
    "target_kind": "What is modified",
    "context_change": "Change of context",
    "when": "When",
    "level": "Level of delivery",
    "goal": "Goal",
    "reason_codes": "Reasons",
    "bernal": "Bernal dimension",
    "heim_kohrt": "Heim and Kohrt",
    "depth": "Surface or deep",
    "status": "Status",
}
"""The categories that changes are counted by, with their titles."""


def allowed(field: str) -> list[str]:
    """Return the allowed values of a category, in the order of the model."""
    if field == "reason_codes":
        return [
            f"{group}: {value}"
            for group, info in ReasonCodes.model_fields.items()
            for value in _literals(info.annotation)
        ]
    info = Record.model_fields[field]
    return list(dict.fromkeys(_literals(info.annotation)))


def values_of(change: ManifestChange, field: str) -> list[str]:
    """Return what a change says in a category: nothing, one value or several."""
    value = value_of(change, field)
    if isinstance(value, dict):
        return [f"{group}: {code}" for group, codes in value.items() for code in codes]
    if isinstance(value, list):
        return [str(entry) for entry in value]
    return [] if value is None else [str(value)]


def value_of(change: ManifestChange, field: str) -> Any:  # noqa: ANN401  (any plain value)
    """Return a field of a change as plain data, its default included."""
    if field in change.head:
        return change.head[field]
    if field in ManifestChange.model_fields and field not in ("id", "head"):
        return getattr(change, field)
    default = Record.model_fields[field].default
    if default is PydanticUndefined:
        return None
    return default.model_dump(mode="json") if isinstance(default, BaseModel) else default


def is_list(field: str) -> bool:
    """Whether a field of the record holds several plain words."""
    return _holds_words(Record.model_fields[field].annotation)


def _holds_words(annotation: object) -> bool:
    if get_origin(annotation) is list:
        (entry,) = get_args(annotation)
        return not (isinstance(entry, type) and issubclass(entry, BaseModel))
    return any(_holds_words(part) for part in get_args(annotation) if not isinstance(part, str))


def _literals(annotation: object) -> Iterator[str]:
    for part in get_args(annotation):
        if isinstance(part, str):
            yield part
        else:
            yield from _literals(part)

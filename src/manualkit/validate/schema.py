"""A raw document against its model: pydantic's errors as findings that an adaptor understands."""

import dataclasses as dc
import types
import typing
from collections.abc import Iterable, Sequence
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from manualkit.model.finding import Finding, did_you_mean
from manualkit.model.raw import Key, RawDocument, Source
from manualkit.validate.wording import explain

M = TypeVar("M", bound=BaseModel)


def check_model(document: RawDocument, model: type[M]) -> tuple[M | None, list[Finding]]:
    """Return the document as `model`, or None and a finding for each fault."""
    source = document.source
    if document.data is None:
        return None, []
    if not isinstance(document.data, dict):
        message = "The file must be a list of `key: value` lines."
        return None, [Finding("bad-yaml", source.at(), message, "Look at a similar file.")]
    return check_part(Part(document.data, source), model)


@dc.dataclass(frozen=True, slots=True)
class Part:
    """A mapping inside a document."""

    data: Any
    source: Source
    key: Key = ()


def check_part(part: Part, model: type[M]) -> tuple[M | None, list[Finding]]:
    """Return a part of a document as `model`, or None and a finding for each fault."""
    try:
        return model.model_validate(part.data), []
    except ValidationError as error:
        return None, _findings(error.errors(include_url=False), part, model)


def _findings(
    faults: Sequence[ErrorDetails], part: Part, model: type[BaseModel]
) -> list[Finding]:
    findings: dict[tuple[Key, str], Finding] = {}
    meant: set[Key] = set()
    for fault in faults:
        if fault["type"] == "extra_forbidden":
            finding, near = _unknown_key(fault, part, model)
            findings[fault["loc"], finding.code] = finding
            meant.add((*fault["loc"][:-1], near))
    for fault in faults:
        key = _typed(fault["loc"], part)
        missing = fault["type"] == "missing"
        if fault["type"] == "extra_forbidden" or (missing and fault["loc"] in meant):
            continue
        code = "key-missing" if missing else "bad-value"
        # The members of a union each report the same value once.
        at = fault["loc"] if missing else key
        findings.setdefault((at, code), _value_fault(fault, key, part))
    return sorted(findings.values(), key=lambda finding: finding.location)


def _typed(loc: Key, part: Part) -> Key:
    """Return the part of an error's address that a person typed (pydantic adds names of types)."""
    data, typed = part.data, []
    for step in loc:
        inside = (isinstance(data, dict) and step in data) or (
            isinstance(data, list) and isinstance(step, int) and step < len(data)
        )
        if not inside:
            break
        data = data[step]
        typed.append(step)
    return tuple(typed)


def _unknown_key(
    fault: ErrorDetails, part: Part, model: type[BaseModel]
) -> tuple[Finding, str]:
    *around, word = fault["loc"]
    names = list(_model_at(model, around).model_fields)
    hint = did_you_mean(str(word), names, f"Keys allowed here: {', '.join(names)}.")
    near = hint.split('"')[1] if hint.startswith("Did") else ""
    where = part.source.key_at(*part.key, *fault["loc"])
    return Finding("unknown-key", where, f'"{word}" is not a key that is known here.', hint), near


def _value_fault(fault: ErrorDetails, key: Key, part: Part) -> Finding:
    name = next((str(step) for step in reversed(key) if isinstance(step, str)), "")
    if fault["type"] == "missing":
        where = part.source.key_at(*part.key, *key)
        hint = f"Add a line `{fault['loc'][-1]}: …`."
        return Finding("key-missing", where, f'"{fault["loc"][-1]}" is required here.', hint)
    message, hint = explain(fault)
    found = fault["input"]
    wrote = f' You wrote "{found}".' if isinstance(found, str) else ""
    where = part.source.at(*part.key, *key)
    return Finding("bad-value", where, f'"{name}" {message}.{wrote}', hint)


def _model_at(model: type[BaseModel], loc: Iterable[str | int]) -> type[BaseModel]:
    """Return the model that stands at an address inside `model`."""
    current = model
    for step in loc:
        field = current.model_fields.get(str(step))
        if field is not None:
            current = next(_models_in(field.annotation), current)
    return current


def _models_in(annotation: object) -> Iterable[type[BaseModel]]:
    if isinstance(annotation, type) and not isinstance(annotation, types.GenericAlias):
        if issubclass(annotation, BaseModel):
            yield annotation
    else:
        for argument in typing.get_args(annotation):
            yield from _models_in(argument)

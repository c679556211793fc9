"""A raw document against its model: pydantic's errors as findings that an adaptor understands."""

import copy
import dataclasses as dc
import typing
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from manualkit.model.finding import Finding, did_you_mean, nearest
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
    """Return a part of a document as `model`, or None, and a finding for each fault.

    A misspelt key is read as the key that was meant, so that it leads to no other finding.
    """
    reading = _Reading(part.source, part.key, copy.deepcopy(part.data))
    while True:
        try:
            value = model.model_validate(reading.data)
        except ValidationError as error:
            faults = error.errors(include_url=False)
            unknown = [fault for fault in faults if fault["type"] == "extra_forbidden"]
            if not unknown:
                return None, reading.in_order(reading.value_faults(faults))
            for fault in unknown:
                reading.mend(fault["loc"], model)
        else:
            return value, reading.in_order([])


@dc.dataclass(slots=True)
class _Reading:
    """A part as it is read: its unknown keys are renamed or left out one after another."""

    source: Source
    key: Key
    data: Any
    findings: list[Finding] = dc.field(default_factory=list)
    typed: dict[Key, str] = dc.field(default_factory=dict)
    """Renamed keys (by their new address), as they were typed."""

    def in_order(self, more: list[Finding]) -> list[Finding]:
        return sorted([*self.findings, *more], key=lambda finding: finding.location)

    def mend(self, loc: Key, model: type[BaseModel]) -> None:
        """Note an unknown key; give its value to the key that was meant."""
        *around, word = loc
        names = list(_model_at(model, around).model_fields)
        place = self.data
        for step in around:
            place = place[step]
        value, meant = place.pop(word), nearest(str(word), names)
        allowed = f"Keys allowed here: {', '.join(names)}."
        hint = did_you_mean(str(word), names, allowed)
        message = f'"{word}" is not a key that is known here.'
        where = self.source.key_at(*self.key, *self.as_typed(loc))
        self.findings.append(Finding("unknown-key", where, message, hint))
        if meant is not None and meant not in place:
            place[meant] = value
            self.typed[(*around, meant)] = str(word)

    def as_typed(self, loc: Key) -> Key:
        """Return an address with its keys as they stand in the file."""
        return tuple(self.typed.get(loc[: end + 1], step) for end, step in enumerate(loc))

    def value_faults(self, faults: Sequence[ErrorDetails]) -> list[Finding]:
        """Return the findings of values that are wrong or missing."""
        findings: dict[tuple[Key, str], Finding] = {}
        for fault in faults:
            key = _typed(fault["loc"], self.data)
            missing = fault["type"] == "missing"
            # The members of a union each report the same value once.
            at = fault["loc"] if missing else key
            code = "key-missing" if missing else "bad-value"
            findings.setdefault((at, code), self._value_fault(fault, key))
        return list(findings.values())

    def _value_fault(self, fault: ErrorDetails, key: Key) -> Finding:
        name = next((str(step) for step in reversed(key) if isinstance(step, str)), "")
        if fault["type"] == "missing":
            where = self.source.key_at(*self.key, *self.as_typed(key))
            hint = f"Add a line `{fault['loc'][-1]}: …`."
            return Finding("key-missing", where, f'"{fault["loc"][-1]}" is required here.', hint)
        message, hint = explain(fault)
        found = fault["input"]
        wrote = f' You wrote "{found}".' if isinstance(found, str) else ""
        where = self.source.at(*self.key, *self.as_typed(key))
        return Finding("bad-value", where, f'"{name}" {message}.{wrote}', hint)


def _typed(loc: Key, data: Any) -> Key:  # noqa: ANN401  (any YAML value)
    """Return the part of an error's address that a person typed (pydantic adds names of types)."""
    typed: list[str | int] = []
    for step in loc:
        inside = (isinstance(data, dict) and step in data) or (
            isinstance(data, list) and isinstance(step, int) and step < len(data)
        )
        if not inside:
            break
        data = data[step]
        typed.append(step)
    return tuple(typed)


def _model_at(model: type[BaseModel], loc: Iterable[str | int]) -> type[BaseModel]:
    """Return the model that stands at an address inside `model`."""
    current = model
    for step in loc:
        field = current.model_fields.get(str(step))
        if field is not None:
            current = next(_models_in(field.annotation), current)
    return current


def _models_in(annotation: object) -> Iterator[type[BaseModel]]:
    arguments = typing.get_args(annotation)
    if arguments:
        for argument in arguments:
            yield from _models_in(argument)
    elif isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation

"""Faults of a translation."""

import dataclasses as dc

from manualkit.model.finding import Severity


@dc.dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong, or may be wrong, with a translation."""

    code: str
    """Stable short name, for example `placeholder`."""
    severity: Severity
    """An error keeps the translation off every page; a warning asks a person to look."""
    found: str
    """What is wrong and what was found."""
    hint: str
    """What to do next."""


def error(code: str, found: str, hint: str) -> Fault:
    """Return a fault that keeps the translation off every page."""
    return Fault(code, Severity.ERROR, found, hint)


def warning(code: str, found: str, hint: str) -> Fault:
    """Return a fault that a person should look at."""
    return Fault(code, Severity.WARNING, found, hint)

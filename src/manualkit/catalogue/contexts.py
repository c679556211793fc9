"""Contexts of entries: a gendered form has one, and nothing else has."""

from collections.abc import Iterable, Iterator

from manualkit.catalogue.entries import Entry
from manualkit.model.finding import Finding, Location
from manualkit.model.forms import FORMS, meant


def context_findings(entries: Iterable[Entry], file: str, *, safety: bool) -> Iterator[Finding]:
    """Yield a finding for each context that is no form, and for each form of a safety text."""
    for entry in entries:
        where = Location(file, entry.line)
        if safety:
            message = f'"{entry.context}": a safety text has one wording, for everybody.'
            hint = "Delete this entry: each safety text is approved word for word."
            yield Finding("translation-safety-form", where, message, hint)
        elif entry.context not in FORMS:
            message = f'"{entry.context}" is not a form that is known, so no reader sees this text.'
            yield Finding("translation-form-unknown", where, message, _hint(entry.context))


def _hint(context: str) -> str:
    near = meant(context)
    if near:
        return f'Did you mean "{near}"?'
    return "Write helper=f, helper=m, client=f or client=m, or both as in helper=f client=m."

"""No name stands for two things: a fact's value and a picture's file are unmistakable."""

from collections.abc import Iterator

from manualkit.model.edition import Edition
from manualkit.model.finding import Finding, Location


def name_findings(edition: Edition) -> Iterator[Finding]:
    """Yield a finding for each name of a fact, and each picture file, that is used twice."""
    yield from _facts(edition)
    yield from _pictures(edition)


def _facts(edition: Edition) -> Iterator[Finding]:
    names: list[tuple[str, Location]] = [
        *((fact.id, c.location) for c in edition.contacts.values() for fact in c.value.facts()),
        *((fact.value.id, fact.location) for fact in edition.facts.values()),
    ]
    # The core came first: where a context takes a name that is in use, the context is told.
    names.sort(key=lambda entry: entry[1].file.startswith("adaptations/"))
    seen: dict[str, Location] = {}
    for name, where in names:
        first = seen.setdefault(name, where)
        if first is not where:
            message = f'"{name}" is the name of another fact already ({first}).'
            hint = "Give it another name; a contact's facts are its name, and its name with _sms …"
            yield Finding("name-taken", where, message, hint)


def _pictures(edition: Edition) -> Iterator[Finding]:
    seen: dict[str, str] = {}
    pictures = sorted(
        edition.pictures.values(), key=lambda placed: placed.path.startswith("adaptations/")
    )
    for placed in pictures:
        first = seen.setdefault(placed.picture.file, placed.path)
        if first != placed.path:
            message = f'Another picture is called "{placed.picture.file}" too ({first}).'
            hint = "Give your picture's file another name."
            yield Finding("name-taken", placed.location, message, hint)

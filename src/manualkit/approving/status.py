"""How far everything has come, as rows of a table."""

import dataclasses as dc
from collections.abc import Iterator

from manualkit.approvals import rows_of
from manualkit.approving.desk import Desk
from manualkit.model.approval import Scope, State


@dc.dataclass(frozen=True, slots=True)
class StatusRow:
    """A text of an edition in a language."""

    edition: str
    language: str
    scope: Scope
    state: State
    date: str
    """Day of the last row; empty if there is none."""
    roles: tuple[str, ...]
    """Who has approved since the last withdrawal, each once."""
    changed: tuple[str, ...]
    """Pages that have changed since they were approved."""


def status(desk: Desk) -> Iterator[StatusRow]:
    """Yield a row for the English text, each translation and each language's safety text."""
    english = desk.english
    yield _row(desk, "edition", "en", english.whole, english.changed)
    for code in desk.languages:
        translation = desk.translation(code)
        yield _row(desk, "translation", code, translation.whole, translation.changed)
        yield _row(desk, "safety", code, desk.safety(code), [])


def _row(desk: Desk, scope: Scope, language: str, state: State, changed: list[str]) -> StatusRow:
    rows = rows_of(desk.rows, scope, None if scope == "edition" else language)
    since: list[str] = []
    for row in rows:
        if row.decision == "withdrawn" and not row.pages:
            since = []
        elif row.decision == "approved":
            since.append(row.role)
    date = rows[-1].date.isoformat() if rows else ""
    roles = tuple(dict.fromkeys(since))
    return StatusRow(desk.id, language, scope, state, date, roles, tuple(changed))

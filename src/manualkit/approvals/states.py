"""Rows and hashes → states."""

import dataclasses as dc
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

from manualkit.approvals.hashes import Hashes
from manualkit.model.approval import Approval, RenditionState, Scope, State, worst
from manualkit.model.record import Role

_CLINICIAN: Role = "clinician"
_TWO = 2
_FRONT = ""
"""Stands for the front among the pages; no page has an empty path."""


@dc.dataclass(frozen=True, slots=True)
class Standing:
    """How far one text has come, as a whole and page by page."""

    whole: State
    pages: Mapping[str, State] = dc.field(default_factory=dict)

    @property
    def changed(self) -> list[str]:
        """The pages that have changed since somebody approved them."""
        return [path for path, state in self.pages.items() if state is State.CHANGED]


def rows_of(rows: Iterable[Approval], scope: Scope, language: str | None = None) -> list[Approval]:
    """Return the rows of a scope (and of a language) in their order."""
    return [row for row in rows if (row.scope, row.language) == (scope, language)]


def standing(rows: Sequence[Approval], now: Hashes, needed: Collection[Role] = ()) -> Standing:
    """Return how far an English text or a translation has come.

    A page that changed loses its approval, and the others keep theirs.
    """

    def enough(roles: Collection[Role]) -> bool:
        return bool(roles) and set(needed) <= set(roles)

    pages = {path: _state(_claims(rows, path), value, enough) for path, value in now.pages.items()}
    front = _state(_claims(rows, _FRONT), now.front, enough)
    return Standing(worst((front, *pages.values())), pages)


def safety_state(rows: Sequence[Approval], now: Hashes) -> State:
    """Return how far safety text has come: two people must approve it, one of them a clinician."""

    def enough(roles: Collection[Role]) -> bool:
        return len(set(roles)) >= _TWO and _CLINICIAN in roles

    value = now.whole if now.front else ""
    return _state([(row, row.hash) for row in rows], value, enough)


def rendition_state(
    edition: Standing, translation: Standing | None, safety: State | None
) -> RenditionState:
    """Return how far a rendition has come; without a translation it is the English one."""
    texts = [text for text in (edition, translation) if text is not None]
    pages = {path: worst(text.pages[path] for text in texts) for path in edition.pages}
    return RenditionState(
        edition=edition.whole,
        translation=translation.whole if translation else None,
        safety=safety,
        whole=worst(text.whole for text in texts),
        pages=pages,
    )


_Claim = tuple[Approval, str]


def _claims(rows: Iterable[Approval], path: str) -> list[_Claim]:
    """Return the rows that speak of a page, each with the hash that it gives the page."""
    claims = []
    for row in rows:
        value = (row.front or "") if path == _FRONT else row.pages.get(path, "")
        of_all = row.decision == "withdrawn" and not row.pages
        if value or of_all:
            claims.append((row, value))
    return claims


def _state(claims: Iterable[_Claim], now: str, enough: Callable[[Collection[Role]], bool]) -> State:
    """Return the state of a piece of text. A row for another hash overtakes those before it."""
    standing_claims: list[_Claim] = []
    was_approved = False
    for row, value in claims:
        if row.decision == "withdrawn":
            standing_claims, was_approved = [], False
            continue
        if standing_claims and standing_claims[-1][1] != value:
            standing_claims = []
        standing_claims.append((row, value))
        was_approved = was_approved or enough(_roles(standing_claims))
    if not standing_claims or standing_claims[-1][1] != now:
        # What was only submitted is a draft again: nobody may say that it was approved.
        return State.CHANGED if was_approved else State.DRAFT
    return State.APPROVED if enough(_roles(standing_claims)) else State.IN_REVIEW


def _roles(claims: Iterable[_Claim]) -> list[Role]:
    return [row.role for row, _ in claims if row.decision == "approved"]

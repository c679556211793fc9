"""What of an edition is not fit to be released: texts without approval, drafts of machines."""

from collections.abc import Iterator

from manualkit.approvals import Standing
from manualkit.approving.desk import Desk
from manualkit.approving.gaps import drafts_finding
from manualkit.approving.notes import note_findings
from manualkit.check.release import unchecked_contacts
from manualkit.model.approval import State
from manualkit.model.finding import Finding, Location
from manualkit.model.language import language

_MOST = 8
_WORDS = {
    State.DRAFT: ("is not approved yet", "are not approved yet"),
    State.CHANGED: ("has changed since the approval", "have changed since the approval"),
    State.IN_REVIEW: ("is in review", "are in review"),
}
"""Of one thing, and of several."""


def release_findings(desk: Desk) -> Iterator[Finding]:
    """Yield a finding for everything that keeps an edition from being released."""
    yield from unchecked_contacts(desk.edition)
    yield from note_findings(desk)
    yield from _texts(desk, desk.english, "", "en")
    for code in desk.languages:
        yield from _texts(desk, desk.translation(code), f" --lang {code}", code)
        yield from drafts_finding(desk, code)
        yield from _safety(desk, code)


def _texts(desk: Desk, text: Standing, option: str, code: str) -> Iterator[Finding]:
    """Yield a finding for each state but "approved" that pages are in."""
    name = language(code).english_name
    hint = f"Let it be read, then run `manualkit approve {desk.id}{option}`."
    for state, words in _WORDS.items():
        pages = [path for path, found in text.pages.items() if found is state]
        if pages:
            one = len(pages) == 1
            told = f"1 page {words[0]}" if one else f"{len(pages)} pages {words[1]}"
            message = f'"{desk.id}" in {name}: {told} ({_listed(pages)}).'
            yield Finding("release-not-approved", Location(desk.file), message, hint)
    if text.whole is not State.APPROVED and set(text.pages.values()) <= {State.APPROVED}:
        message = f'"{desk.id}" in {name}: its title, or the order of its pages, '
        message += f"{_WORDS[text.whole][0]}."
        yield Finding("release-not-approved", Location(desk.file), message, hint)


def _listed(pages: list[str]) -> str:
    more = f" and {len(pages) - _MOST} more" if len(pages) > _MOST else ""
    return ", ".join(pages[:_MOST]) + more


def _safety(desk: Desk, code: str) -> Iterator[Finding]:
    state = desk.safety(code)
    if state is State.APPROVED or not any(message.safety for message in desk.messages):
        return
    message = f'"{desk.id}" in {language(code).english_name}: its safety text {_WORDS[state][0]}.'
    hint = "Two people approve it, one of them a clinician: "
    hint += f"`manualkit approve {desk.id} --lang {code} --safety`."
    yield Finding("release-safety", Location(desk.file), message, hint)

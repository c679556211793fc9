"""What becomes of a message that came back: taken, or refused with the reason, never lowered."""

import dataclasses as dc
from datetime import date
from enum import StrEnum

import polib

from manualkit.catalogue.checks import SAFETY_FILE, check_entry
from manualkit.catalogue.entries import DRAFTED, state_in, state_of
from manualkit.catalogue.exchange.remarks import BACK, COMMENT, MONITORING, STATE, one_line
from manualkit.catalogue.exchange.returned import Returned, Review
from manualkit.catalogue.exchange.review import monitoring_line, review_fault
from manualkit.catalogue.exchange.units import Key, digest
from manualkit.model.finding import Finding, Severity
from manualkit.model.message_state import MessageState, word_of

DRAFT, REVIEWED = MessageState.DRAFT.value, MessageState.REVIEWED.value


class Outcome(StrEnum):
    """What became of a message."""

    TAKEN = "taken"
    UNCHANGED = "unchanged"
    EMPTY = "left empty"
    REFUSED = "refused"
    STALE = "stale"


@dc.dataclass(frozen=True, slots=True)
class Decision:
    """What becomes of one message, and what to tell the person."""

    key: Key
    outcome: Outcome
    findings: tuple[Finding, ...] = ()
    translation: str = ""
    unsure: bool = False
    remarks: dict[str, str] = dc.field(default_factory=dict)


def decide(came: Returned, entry: polib.POEntry | None, today: date) -> Decision:
    """Return what becomes of a message. `entry` is the catalogue's own, if there still is one."""
    if came.key.digest != digest(came.context, came.english):
        message = f'The English "{_shortened(came.english)}" is not what was exported.'
        hint = "The English is no place for a translation. Export it anew, and start from there."
        return _refused(came, _finding(came, "exchange-english", message, hint))
    if entry is None:
        what = "the English has changed, or is no longer in the manual"
        return _stale(came, what)
    stale = bool(came.base) and came.base != digest(entry.msgstr)
    if stale and came.translation == entry.msgstr:
        return Decision(came.key, Outcome.UNCHANGED)  # it was taken before
    if came.review is not None:
        return _stale_or(came, stale=stale) or _reviewed(came, came.review, entry, today)
    return _sent(came, entry, stale=stale)


def _sent(came: Returned, entry: polib.POEntry, *, stale: bool) -> Decision:
    """Decide on what a translator sent."""
    if not came.translation:
        return Decision(came.key, Outcome.EMPTY if not entry.msgstr else Outcome.UNCHANGED)
    if came.translation == entry.msgstr and (came.unsure or not entry.fuzzy):
        return Decision(came.key, Outcome.UNCHANGED)
    # A tool may have lost what the translation was known by: then nobody can tell.
    unknown = not came.base and bool(entry.msgstr)
    if came.machine and came.key.catalogue == SAFETY_FILE:
        message = f'"{_shortened(came.english)}": a machine translated this safety text.'
        hint = "Two people write safety text, one of them a clinician. Never use a machine."
        return _refused(came, _finding(came, "translation-safety-by-machine", message, hint))
    state = DRAFTED if came.machine else DRAFT
    return _stale_or(came, stale=stale or unknown) or _translated(came, entry, state)


def _translated(came: Returned, entry: polib.POEntry, state: str) -> Decision:
    """Take a translation, unless something in it is an error."""
    faults = check_entry(entry.msgid, came.translation, came.key.language)
    findings = tuple(
        Finding(
            f"translation-{fault.code}",
            came.where,
            f'"{_shortened(entry.msgid)}": {fault.found}.',
            fault.hint,
            fault.severity,
        )
        for fault in faults
    )
    if any(finding.severity is Severity.ERROR for finding in findings):
        return _refused(came, *findings)
    # A machine's words stay a machine's, also where a person says that they fit the new English.
    said = state_of(entry.tcomment)
    same = came.translation == entry.msgstr and word_of(said) == DRAFTED
    remarks = {STATE: said if same else state, MONITORING: "", BACK: "", COMMENT: ""}
    return Decision(came.key, Outcome.TAKEN, findings, came.translation, came.unsure, remarks)


def _reviewed(came: Returned, review: Review, entry: polib.POEntry, today: date) -> Decision:
    fault = review_fault(came, review, today)
    if fault is not None:
        return _refused(came, fault)
    told = {
        MONITORING: monitoring_line(review),
        BACK: one_line(review.back_translation),
        COMMENT: one_line(review.comment),
    }
    if came.translation and came.translation != entry.msgstr:
        suggested = _translated(came, entry, DRAFT)
        # Answers and back-translation are about the words that stood there before.
        remarks = {**suggested.remarks, COMMENT: told[COMMENT]}
        return dc.replace(suggested, remarks=remarks)
    if not any(told.values()):
        return Decision(came.key, Outcome.UNCHANGED)
    if not entry.msgstr:
        message = f'"{_shortened(entry.msgid)}" has no translation that could be reviewed.'
        hint = "Write one into the column for suggestions."
        return _refused(came, _finding(came, "monitoring-nothing-there", message, hint))
    return _answered(came, review, entry, told)


def _answered(
    came: Returned, review: Review, entry: polib.POEntry, told: dict[str, str]
) -> Decision:
    """Note what a reviewer says of the translation as it stands."""
    state = _state_after(review, entry, safety=came.key.catalogue == SAFETY_FILE)
    kept = dc.replace(came, translation=entry.msgstr)
    sound = _translated(kept, entry, state or DRAFT)
    if sound.outcome is Outcome.REFUSED:
        return sound
    unsure = entry.fuzzy and state != REVIEWED
    remarks = {**told, STATE: state} if state else told
    return Decision(came.key, Outcome.TAKEN, (), entry.msgstr, unsure, remarks)


def _state_after(review: Review, entry: polib.POEntry, *, safety: bool) -> str:
    """Return the new state, or nothing where the old one stays."""
    if safety:
        return DRAFT
    if all(answer == "ok" for answer in review.answers):
        return REVIEWED
    doubted = "problem" in review.answers and state_in(entry) is MessageState.REVIEWED
    return DRAFT if doubted else ""


def _stale_or(came: Returned, *, stale: bool) -> Decision | None:
    if not stale:
        return None
    return _stale(came, "the translation has changed since the export")


def _stale(came: Returned, what: str) -> Decision:
    message = f'"{_shortened(came.english)}": {what}, so this line is not taken.'
    hint = "Export it anew, and look at both texts again."
    finding = _finding(came, "exchange-stale", message, hint, Severity.WARNING)
    return Decision(came.key, Outcome.STALE, (finding,))


def _refused(came: Returned, *findings: Finding) -> Decision:
    return Decision(came.key, Outcome.REFUSED, findings)


def _finding(
    came: Returned, code: str, message: str, hint: str, severity: Severity = Severity.ERROR
) -> Finding:
    return Finding(code, came.where, message, hint, severity)


def _shortened(text: str, most: int = 60) -> str:
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"

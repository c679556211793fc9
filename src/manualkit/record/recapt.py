"""A report in the order of RECAPT, filled from the record, with its gaps listed.

RECAPT (Heim et al. 2021) has eleven criteria in four parts. Only the names of the four parts are
quoted; the criteria are told in our own words, to be compared with the paper before they are used.
"""

import dataclasses as dc
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from manualkit.model.manifest import Manifest, ManifestChange
from manualkit.record.fields import value_of, values_of

Facts = list[str]
_FORMATIVE = frozenset({"desk-review", "free-list", "key-informant", "fgd", "workshop"})
_TRIED = frozenset(
    {"mock-session", "practice-case", "pilot", "supervision-note", "fidelity-check"}
)  # fmt: skip
_TOLD = frozenset({"cognitive-interview", "expert-read"})
_SURFACE = frozenset({"term", "picture", "case-study", "contact", "fact"})
_FORMAT = frozenset({"reordering", "spreading", "lengthening", "shortening", "repeating"})
NOTHING = "Nothing recorded yet"


@dc.dataclass(frozen=True, slots=True)
class Criterion:
    """One of the eleven criteria."""

    number: int
    title: str
    facts: tuple[str, ...]
    """What the record says to it."""
    gaps: tuple[str, ...]
    """What the record does not say yet."""


@dc.dataclass(frozen=True, slots=True)
class Part:
    """One of the four parts A to D."""

    letter: str
    title: str
    criteria: tuple[Criterion, ...]


def recapt(manifest: Manifest) -> list[Part]:
    """Return the outline for an edition."""
    record = _Record(manifest)
    return [
        Part(letter, title, tuple(criterion(record) for criterion in criteria))
        for letter, title, criteria in _OUTLINE
    ]


def gaps(manifest: Manifest) -> list[str]:
    """Return every gap in one list: the open questions of a submission."""
    return [
        f"{part.letter}{criterion.number}: {gap}"
        for part in recapt(manifest)
        for criterion in part.criteria
        for gap in criterion.gaps
    ]


class _Record:
    """What the criteria ask the record for."""

    def __init__(self, manifest: Manifest) -> None:
        self.edition = manifest.edition
        self.changes: Sequence[ManifestChange] = manifest.changes

    def tally(self, field: str, what: str) -> Facts:
        """Return the values of a field with their numbers, as one sentence."""
        found = Counter(value for c in self.changes for value in values_of(c, field))
        words = ", ".join(f"{value} ({number})" for value, number in sorted(found.items()))
        return [f"{what}: {words}."] if words else []

    def evidence(self, types: frozenset[str], dimension: str = "") -> Facts:
        """Return what changes stand on, one line each."""
        return [
            f"{change.id}: {_evidence(entry)}"
            for change in self.changes
            for entry in value_of(change, "evidence") or []
            if entry["type"] in types
            and (not dimension or dimension in values_of(change, "bernal"))
        ]

    def chosen(self, wanted: Callable[[ManifestChange], bool]) -> Facts:
        """Return the changes that a criterion is about, one line each."""
        return [f"{c.id}: {c.summary}" for c in self.changes if wanted(c)]


def _evidence(entry: Mapping[str, Any]) -> str:
    people = f", {entry['n']} people" if entry.get("n") else ""
    source = f", {entry['source_file']}" if entry.get("source_file") else ""
    return f"{entry['type']}, {entry['date']}{people}{source}."


def _criterion(
    number: int, title: str, facts: Facts, wanted: Sequence[tuple[bool, str]]
) -> Criterion:
    missing = tuple(f"{NOTHING}: {what}." for there, what in wanted if not there)
    return Criterion(number, title, tuple(facts), missing)


def _population(record: _Record) -> Criterion:
    said = {"For whom": record.edition.for_whom, "Where": record.edition.where}
    facts = [f"{name}: {text}." for name, text in said.items() if text]
    wanted = [(bool(text), name.lower()) for name, text in said.items()]
    return _criterion(1, "Who the adapted programme is for", facts, wanted)


def _rationale(record: _Record) -> Criterion:
    reasons = record.tally("reason_codes", "Reasons named")
    about = [record.edition.about] if record.edition.about else []
    wanted = [
        (bool(about), "why an adaptation is needed"),
        (bool(reasons), "reasons by FRAME's codes"),
    ]
    return _criterion(2, "Why an adaptation is needed", [*about, *reasons], wanted)


def _team(record: _Record) -> Criterion:
    decided = record.tally("decided_by", "Decided by")
    proposed = record.tally("proposed_by", "Proposed by")
    planned = record.tally("planned", "Planned or not")
    dissent = [f"{c.id}: {said}" for c in record.changes if (said := value_of(c, "dissent"))]
    wanted = [
        (bool(decided), "who decided"),
        (bool(proposed), "who proposed the changes"),
        (False, "how the adaptation is monitored (write it in your protocol)"),
    ]
    facts = [*decided, *proposed, *planned, *dissent]
    return _criterion(3, "Team, people who were asked, plan for monitoring", facts, wanted)


def _methods(record: _Record) -> Criterion:
    facts = record.evidence(_FORMATIVE | _TOLD)
    wanted = [(bool(facts), "desk reviews, interviews, group discussions or workshops")]
    return _criterion(4, "Methods and literature of the formative research", facts, wanted)


def _concepts(record: _Record) -> Criterion:
    facts = record.evidence(_FORMATIVE | _TOLD, "concepts")
    facts += record.chosen(lambda c: "concepts-of-distress" in values_of(c, "heim_kohrt"))
    wanted = [(bool(facts), "how people here name and explain distress")]
    return _criterion(5, "Local concepts of distress", facts, wanted)


def _specific(record: _Record) -> Criterion:
    facts = record.chosen(
        lambda c: "treatment-components" in values_of(c, "heim_kohrt") and not _unspecific_change(c)
    )
    facts += record.tally("core_impact", "Relation to the core")
    wanted = [(len(facts) > 1, "changes of the strategies themselves, or that there are none")]
    return _criterion(6, "Specific components of the intervention", facts, wanted)


def _unspecific(record: _Record) -> Criterion:
    facts = record.chosen(_unspecific_change)
    wanted = [(bool(facts), "changes of the relationship or of techniques in the session")]
    return _criterion(7, "Unspecific components and techniques", facts, wanted)


def _unspecific_change(change: ManifestChange) -> bool:
    said = values_of(change, "heim_kohrt"), values_of(change, "bernal")
    return "treatment-components" in said[0] and bool({"persons", "methods"} & set(said[1]))


def _delivery(record: _Record) -> Criterion:
    facts = record.chosen(
        lambda c: (
            "treatment-delivery" in values_of(c, "heim_kohrt")
            or bool(values_of(c, "context_change"))
            or bool(_FORMAT & set(c.nature))
        )
    )
    wanted = [(bool(facts), "changes of format, setting, length or who delivers")]
    return _criterion(8, "Delivery and format", facts, wanted)


def _surface(record: _Record) -> Criterion:
    facts = record.chosen(lambda c: c.action in _SURFACE or "surface" in values_of(c, "heim_kohrt"))
    wanted = [(bool(facts), "names, pictures and words of the place")]
    return _criterion(9, "Surface: names, pictures, words", facts, wanted)


def _questionnaires(record: _Record) -> Criterion:
    facts = record.chosen(lambda c: value_of(c, "target_kind") == "training-evaluation")
    facts.append(f"Languages of the edition: {', '.join(record.edition.languages)}.")
    wanted = [(False, "which questionnaires are used, and how their translations were tested")]
    return _criterion(10, "Questionnaires: translated and tested", facts, wanted)


def _outcomes(record: _Record) -> Criterion:
    facts = record.evidence(_TRIED)
    facts += record.tally("status", "Decisions")
    sent = [c for c in record.changes if value_of(c, "who_submission")]
    facts += [f"{c.id}: sent to WHO on {value_of(c, 'who_submission')['sent']}." for c in sent]
    wanted = [
        (bool(record.evidence(_TRIED)), "practice cases, pilots, supervision or fidelity checks"),
        (False, "whether people accept the adapted programme, with figures"),
    ]
    return _criterion(11, "Acceptability, implementation and decisions", facts, wanted)


_OUTLINE: tuple[tuple[str, str, tuple[Callable[[_Record], Criterion], ...]], ...] = (
    ("A", "Set-up", (_population, _rationale, _team)),
    ("B", "Formative research", (_methods, _concepts)),
    ("C", "Intervention adaptation", (_specific, _unspecific, _delivery, _surface)),
    ("D", "Measuring outcomes and implementation", (_questionnaires, _outcomes)),
)

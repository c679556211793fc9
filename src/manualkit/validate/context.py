"""One raw folder of `adaptations/` → a context."""

import dataclasses as dc
from typing import TypeVar

from pydantic import BaseModel

from manualkit.model.adaptation import AdaptationFile
from manualkit.model.approval import ApprovalsFile
from manualkit.model.change import (
    ContactChange,
    ContactChangesFile,
    FactChange,
    TermChange,
    TermChangesFile,
)
from manualkit.model.finding import Finding, Location, did_you_mean
from manualkit.model.news import Recall, RecallsFile, Release, ReleasesFile
from manualkit.model.project import Context, Placed
from manualkit.model.raw import RawContext
from manualkit.validate.changes import ChangeReader
from manualkit.validate.local_texts import local_findings
from manualkit.validate.schema import Part, check_model, check_part
from manualkit.validate.term_forms import term_form_findings

M = TypeVar("M", bound=BaseModel)
_FILES = (
    "adaptation.yml",
    "terms.yml",
    "contacts.yml",
    "approvals.yml",
    "releases.yml",
    "recalls.yml",
)
_PLACES = ("changes/<id>.md", "case-studies/<name>.md", "pages/<name>.md", "images/<name>")

_TAKEN = {
    "core": "the core manual",
    "safety": "the catalogues of safety text",
    "assets": "the files that all pages share",
    "status": "the page that tells how far all is",
}
"""Ids that no adaptation can have: its catalogue or its folder would be called like another."""


@dc.dataclass(slots=True)
class _Reader:
    """Reads one context and gathers the findings."""

    raw: RawContext
    findings: list[Finding] = dc.field(default_factory=list)

    def fault(self, code: str, where: Location, message: str, hint: str) -> None:
        self.findings.append(Finding(code, where, message, hint))

    def file(self, name: str, model: type[M]) -> Placed[M] | None:
        document = self.raw.documents.get(name)
        if document is None:
            return None
        value, faults = check_model(document, model)
        self.findings += faults
        return None if value is None else Placed(value, document.source)

    def entries(
        self, name: str, file_model: type[BaseModel], key: str, model: type[M]
    ) -> tuple[Placed[M], ...]:
        """Return the entries of a list; one that cannot be used does not spoil the others."""
        placed = self.file(name, file_model)
        if placed is not None:
            return tuple(
                Placed(entry, placed.source, (key, index))
                for index, entry in enumerate(getattr(placed.value, key))
            )
        document = self.raw.documents.get(name)
        data = document.data.get(key) if document and isinstance(document.data, dict) else None
        if document is None or not isinstance(data, list):
            return ()
        parts = [Part(entry, document.source, (key, index)) for index, entry in enumerate(data)]
        read = [(check_part(part, model)[0], part) for part in parts if isinstance(part.data, dict)]
        return tuple(Placed(value, part.source, part.key) for value, part in read if value)

    def adaptation(self) -> Placed[AdaptationFile] | None:
        where = Location(f"{self.raw.folder}/adaptation.yml")
        if "adaptation.yml" not in self.raw.documents:
            hint = "Copy it from adaptations/_template/."
            self.fault("file-missing", where, "This file is missing.", hint)
        self._unread_files()
        placed = self.file("adaptation.yml", AdaptationFile)
        if placed is not None:
            self._check_adaptation(placed)
        return placed

    def _unread_files(self) -> None:
        names = [name for name in self.raw.documents if name not in _FILES]
        known = f"Known files: {', '.join((*_FILES, *_PLACES))}."
        for name in (*names, *self.raw.others):
            where = Location(f"{self.raw.folder}/{name}")
            hint = did_you_mean(name, _FILES, known)
            self.fault("unknown-file", where, "Nothing reads this file.", hint)

    def _check_adaptation(self, placed: Placed[AdaptationFile]) -> None:
        folder = self.raw.folder.rsplit("/", 1)[-1]
        if placed.value.id != folder:
            message = f'The id is "{placed.value.id}", but the folder is called "{folder}".'
            self.fault("id-not-folder", placed.at("id"), message, f"Write `id: {folder}`.")
        if placed.value.id in _TAKEN:
            message = f'The id "{placed.value.id}" belongs to {_TAKEN[placed.value.id]}.'
            self.fault("id-taken", placed.at("id"), message, "Give the folder another name.")


def validate_context(raw: RawContext) -> tuple[Context | None, list[Finding]]:
    """Return the context, or None where `adaptation.yml` cannot be used, and all findings."""
    reader = _Reader(raw)
    adaptation = reader.adaptation()
    terms = reader.entries("terms.yml", TermChangesFile, "terms", TermChange)
    contacts = reader.entries("contacts.yml", ContactChangesFile, "contacts", ContactChange)
    facts = reader.entries("contacts.yml", ContactChangesFile, "facts", FactChange)
    approvals = reader.file("approvals.yml", ApprovalsFile)
    releases = reader.entries("releases.yml", ReleasesFile, "releases", Release)
    recalls = reader.entries("recalls.yml", RecallsFile, "recalls", Recall)
    changes = ChangeReader(raw)
    changes.read()
    # contacts.yml is read twice, once for each of its lists.
    findings = [*dict.fromkeys(reader.findings), *changes.findings]
    if adaptation is None:
        return None, findings
    context = Context(
        adaptation=adaptation,
        folder=raw.folder,
        terms=terms,
        contacts=contacts,
        facts=facts,
        texts=tuple(changes.texts),
        pictures=tuple(changes.pictures),
        case_studies=tuple(changes.case_studies),
        images=raw.images,
        structure=tuple(changes.structure),
        approvals=approvals,
        releases=releases,
        recalls=recalls,
        pages={name: page for name, page in changes.pages.items() if name in raw.pages},
    )
    languages = adaptation.value.languages
    local = [fault for change in context.texts for fault in local_findings(change, languages)]
    local += [fault for term in terms for fault in term_form_findings(term, languages)]
    return context, [*findings, *_id_findings(context), *local]


def _id_findings(context: Context) -> list[Finding]:
    """Change ids are unique in a context and begin with its prefix."""
    prefix, seen, findings = context.adaptation.value.prefix, set(), []
    records = [
        *((entry.value.id, entry.at("id")) for entry in (*context.terms, *context.contacts)),
        *((entry.value.id, entry.at("id")) for entry in (*context.facts, *context.pictures)),
        *((change.record.id, change.source.at("id")) for change in context.texts),
        *((placed.value.id, placed.at("id")) for placed, _ in context.case_studies),
        *((placed.value.id, placed.at("id")) for placed in context.structure),
    ]
    for change_id, where in records:
        if not change_id.startswith(f"{prefix}-"):
            hint = f"Ids of this adaptation begin with {prefix}-."
            message = f'The id "{change_id}" does not begin with the prefix of the adaptation.'
            findings.append(Finding("wrong-prefix", where, message, hint))
        if change_id in seen:
            message = f'The id "{change_id}" is used twice in this adaptation.'
            findings.append(
                Finding("id-twice", where, message, "Give one of them the next number.")
            )
        seen.add(change_id)
    return findings

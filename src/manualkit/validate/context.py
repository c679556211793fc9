"""One raw folder of `adaptations/` → a context."""

import dataclasses as dc
from typing import TypeVar

from pydantic import BaseModel

from manualkit.model.adaptation import AdaptationFile
from manualkit.model.change import (
    BlockChange,
    CaseStudyChange,
    ContactChange,
    ContactChangesFile,
    FactChange,
    PictureChange,
    TermChange,
    TermChangesFile,
)
from manualkit.model.finding import Finding, Location, did_you_mean
from manualkit.model.language import language
from manualkit.model.page import Page
from manualkit.model.project import Context, Placed, TextChange
from manualkit.model.raw import RawChange, RawContext
from manualkit.validate.core import missing_picture
from manualkit.validate.pages import validate_page
from manualkit.validate.schema import check_model
from manualkit.validate.text import text_findings

M = TypeVar("M", bound=BaseModel)
M2 = TypeVar("M2", bound=BaseModel)
_FILES = ("adaptation.yml", "terms.yml", "contacts.yml")
_ACTIONS: dict[str, type[BlockChange | PictureChange | CaseStudyChange]] = {
    **dict.fromkeys(("replace", "add-before", "add-after", "remove"), BlockChange),
    "picture": PictureChange,
    "case-study": CaseStudyChange,
}


@dc.dataclass(slots=True)
class _Reader:
    """Reads one context and gathers the findings."""

    raw: RawContext
    findings: list[Finding] = dc.field(default_factory=list)
    texts: list[TextChange] = dc.field(default_factory=list)
    pictures: list[Placed[PictureChange]] = dc.field(default_factory=list)
    case_studies: list[tuple[Placed[CaseStudyChange], Page]] = dc.field(default_factory=list)

    def fault(self, code: str, where: Location, message: str, hint: str) -> None:
        self.findings.append(Finding(code, where, message, hint))

    def file(self, name: str, model: type[M]) -> Placed[M] | None:
        document = self.raw.documents.get(name)
        if document is None:
            return None
        value, faults = check_model(document, model)
        self.findings += faults
        return None if value is None else Placed(value, document.source)

    def adaptation(self) -> Placed[AdaptationFile] | None:
        where = Location(f"{self.raw.folder}/adaptation.yml")
        if "adaptation.yml" not in self.raw.documents:
            hint = "Copy it from adaptations/_template/."
            self.fault("file-missing", where, "This file is missing.", hint)
        for name, document in self.raw.documents.items():
            if name not in _FILES:
                hint = did_you_mean(name, _FILES, f"Known files: {', '.join(_FILES)}.")
                message = "Nothing reads this file."
                self.fault("unknown-file", document.source.at(), message, hint)
        placed = self.file("adaptation.yml", AdaptationFile)
        if placed is not None:
            self._check_adaptation(placed)
        return placed

    def _check_adaptation(self, placed: Placed[AdaptationFile]) -> None:
        folder = self.raw.folder.rsplit("/", 1)[-1]
        if placed.value.id != folder:
            message = f'The id is "{placed.value.id}", but the folder is called "{folder}".'
            self.fault("id-not-folder", placed.at("id"), message, f"Write `id: {folder}`.")
        for index, code in enumerate(placed.value.languages):
            try:
                language(code)
            except ValueError as error:
                hint = "Use a language tag such as fr, tr, ar."
                self.fault("unknown-language", placed.at("languages", index), f"{error}.", hint)

    def change(self, raw: RawChange) -> None:
        source = raw.head.source
        if raw.head.data is None:
            return
        action = raw.head.data.get("action") if isinstance(raw.head.data, dict) else None
        model = _ACTIONS.get(str(action))
        if model is None:
            message = f'"{action}" is not an action.' if action else '"action" is required here.'
            allowed = f"Actions: {', '.join(_ACTIONS)}."
            hint = did_you_mean(str(action), _ACTIONS, allowed)
            self.fault("unknown-action", source.at("action"), message, hint)
            return
        record, faults = check_model(raw.head, model)
        self.findings += faults
        self.findings += text_findings(raw.body, source.file, raw.body_line)
        if isinstance(record, BlockChange):
            self._text_change(record, raw)
        elif isinstance(record, PictureChange):
            self._picture_change(Placed(record, source))
        elif isinstance(record, CaseStudyChange):
            self._case_study(Placed(record, source))

    def _text_change(self, record: BlockChange, raw: RawChange) -> None:
        where = Location(raw.head.source.file, raw.body_line)
        if record.action == "remove" and raw.body.strip():
            hint = "Delete the text below the head."
            self.fault("remove-with-text", where, "A removal holds no text.", hint)
        if record.action != "remove" and not raw.body.strip():
            hint = "Write the text below the head, after the second line of hyphens."
            self.fault("change-empty", where, f'"{record.action}" needs a text.', hint)
        if ":::" in raw.body or any(line.startswith("#") for line in raw.body.split("\n")):
            hint = "Write the text alone; the fence and its kind stay as in the core."
            self.fault("fence-in-change", where, "A change holds no fence and no heading.", hint)
        self.texts.append(TextChange(record, raw.body, raw.head.source, raw.body_line))

    def _picture_change(self, placed: Placed[PictureChange]) -> None:
        file = placed.value.file.removeprefix("images/")
        if file not in self.raw.images:
            self.findings.append(missing_picture(file, placed.at("file"), self.raw.images))
        self.pictures.append(placed)

    def _case_study(self, placed: Placed[CaseStudyChange]) -> None:
        raw = self.raw.case_studies.get(placed.value.file)
        if raw is None:
            hint = did_you_mean(placed.value.file, self.raw.case_studies, "Write the story there.")
            message = f'There is no file "{placed.value.file}".'
            self.fault("story-missing", placed.at("file"), message, hint)
            return
        page, faults = validate_page(raw)
        self.findings += faults
        if page is not None:
            self.case_studies.append((placed, page))


def validate_context(raw: RawContext) -> tuple[Context | None, list[Finding]]:
    """Return the context, or None where `adaptation.yml` cannot be used, and all findings."""
    reader = _Reader(raw)
    adaptation = reader.adaptation()
    terms = reader.file("terms.yml", TermChangesFile)
    contacts = reader.file("contacts.yml", ContactChangesFile)
    for change in raw.changes:
        reader.change(change)
    if adaptation is None:
        return None, reader.findings
    context = Context(
        adaptation=adaptation,
        folder=raw.folder,
        terms=_entries(terms, "terms", TermChange),
        contacts=_entries(contacts, "contacts", ContactChange),
        facts=_entries(contacts, "facts", FactChange),
        texts=tuple(reader.texts),
        pictures=tuple(reader.pictures),
        case_studies=tuple(reader.case_studies),
        images=raw.images,
    )
    return context, reader.findings + _id_findings(context)


def _entries(file: Placed[M] | None, key: str, _: type[M2]) -> tuple[Placed[M2], ...]:
    if file is None:
        return ()
    entries = enumerate(getattr(file.value, key))
    return tuple(Placed(entry, file.source, (key, index)) for index, entry in entries)


def _id_findings(context: Context) -> list[Finding]:
    """Change ids are unique in a context and begin with its prefix."""
    prefix, seen, findings = context.adaptation.value.prefix, set(), []
    records = [
        *((entry.value.id, entry.at("id")) for entry in (*context.terms, *context.contacts)),
        *((entry.value.id, entry.at("id")) for entry in (*context.facts, *context.pictures)),
        *((change.record.id, change.source.at("id")) for change in context.texts),
        *((placed.value.id, placed.at("id")) for placed, _ in context.case_studies),
    ]
    for change_id, where in records:
        if not change_id.startswith(f"{prefix}-"):
            hint = f"Ids of this adaptation begin with {prefix}-."
            message = f'The id "{change_id}" does not begin with the prefix of the adaptation.'
            findings.append(Finding("wrong-prefix", where, message, hint))
        if change_id in seen:
            message = f'The id "{change_id}" is used twice in this adaptation.'
            findings.append(Finding("id-twice", where, message, "Give one of them the next number."))
        seen.add(change_id)
    return findings

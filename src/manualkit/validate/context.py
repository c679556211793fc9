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
from manualkit.model.finding import Finding, Location, did_you_mean, nearest
from manualkit.model.page import Page
from manualkit.model.project import Context, Placed, TextChange
from manualkit.model.raw import RawChange, RawContext, Source
from manualkit.validate.core import missing_picture
from manualkit.validate.pages import validate_page
from manualkit.validate.schema import Part, check_model, check_part
from manualkit.validate.text import text_findings

M = TypeVar("M", bound=BaseModel)
_FILES = ("adaptation.yml", "terms.yml", "contacts.yml")
_PLACES = ("changes/<id>.md", "case-studies/<name>.md", "images/<name>")
_ChangeFile = BlockChange | PictureChange | CaseStudyChange
_ACTIONS: dict[str, type[_ChangeFile]] = {
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
    pages: dict[str, Page] = dc.field(default_factory=dict)
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
        if placed.value.id == "core":
            message = 'The id "core" belongs to the core manual.'
            self.fault("id-taken", placed.at("id"), message, "Give the folder another name.")

    def change(self, raw: RawChange) -> None:
        if not isinstance(raw.head.data, dict):
            self.findings += check_model(raw.head, BlockChange)[1]
            return
        model = self._model_of(raw.head.data, raw.head.source)
        if model is None:
            return
        record, faults = check_model(raw.head, model)
        self.findings += faults
        self.findings += text_findings(raw.body, raw.head.source.file, raw.body_line)
        if record is not None:
            self._check_body(record, raw)
            self._check_name(record, raw)
        if isinstance(record, BlockChange):
            self.texts.append(TextChange(record, raw.body, raw.head.source, raw.body_line))
        elif isinstance(record, PictureChange):
            self._picture_change(Placed(record, raw.head.source))
        elif isinstance(record, CaseStudyChange):
            self._case_study(Placed(record, raw.head.source))

    def _model_of(self, head: dict[str, object], source: Source) -> type[_ChangeFile] | None:
        """Return the model of a change's action, also where the word `action` is misspelt."""
        known = {name for model in _ACTIONS.values() for name in model.model_fields}
        misspelt = nearest("action", [key for key in head if key not in known])
        key = "action" if "action" in head else misspelt or "action"
        action = head.get(key)
        model = _ACTIONS.get(str(action))
        if model is None:
            message = f'"{action}" is not an action.' if action else '"action" is required here.'
            hint = did_you_mean(str(action), _ACTIONS, f"Actions: {', '.join(_ACTIONS)}.")
            self.fault("unknown-action", source.at(key), message, hint)
        return model

    def _check_body(self, record: _ChangeFile, raw: RawChange) -> None:
        """Note a text that is missing below the head, and one that no action uses."""
        where = Location(raw.head.source.file, raw.body_line)
        wanted = record.action in ("replace", "add-before", "add-after")
        if raw.body.strip() and not wanted:
            message = f'"{record.action}" holds no text.'
            self.fault("text-not-used", where, message, "Delete the text below the head.")
        if wanted and not raw.body.strip():
            hint = "Write the text below the head, after the second line of hyphens."
            self.fault("change-empty", where, f'"{record.action}" needs a text.', hint)

    def _check_name(self, record: _ChangeFile, raw: RawChange) -> None:
        name = raw.head.source.file.rsplit("/", 1)[-1].removesuffix(".md")
        if name != record.id:
            message = f'The id is "{record.id}", but the file is called "{name}.md".'
            hint = f'Call the file "{record.id}.md".'
            self.fault("id-not-file", raw.head.source.at("id"), message, hint)

    def _picture_change(self, placed: Placed[PictureChange]) -> None:
        file = placed.value.file.removeprefix("images/")
        if file not in self.raw.images:
            self.findings.append(missing_picture(file, placed.at("file"), self.raw.images))
        self.pictures.append(placed)

    def _case_study(self, placed: Placed[CaseStudyChange]) -> None:
        if placed.value.file not in self.raw.case_studies:
            hint = did_you_mean(placed.value.file, self.raw.case_studies, "Write the story there.")
            message = f'There is no file "{placed.value.file}".'
            self.fault("story-missing", placed.at("file"), message, hint)
            return
        page = self.pages.get(placed.value.file)
        if page is not None:
            self.case_studies.append((placed, page))

    def read_pages(self) -> None:
        """Read the files of case-studies/."""
        for name, raw in self.raw.case_studies.items():
            page, faults = validate_page(raw)
            self.findings += faults
            if page is not None:
                self.pages[name] = page


def validate_context(raw: RawContext) -> tuple[Context | None, list[Finding]]:
    """Return the context, or None where `adaptation.yml` cannot be used, and all findings."""
    reader = _Reader(raw)
    adaptation = reader.adaptation()
    terms = reader.entries("terms.yml", TermChangesFile, "terms", TermChange)
    contacts = reader.entries("contacts.yml", ContactChangesFile, "contacts", ContactChange)
    facts = reader.entries("contacts.yml", ContactChangesFile, "facts", FactChange)
    reader.read_pages()
    for change in raw.changes:
        reader.change(change)
    # contacts.yml is read twice, once for each of its lists.
    findings = list(dict.fromkeys(reader.findings))
    if adaptation is None:
        return None, findings
    context = Context(
        adaptation=adaptation,
        folder=raw.folder,
        terms=terms,
        contacts=contacts,
        facts=facts,
        texts=tuple(reader.texts),
        pictures=tuple(reader.pictures),
        case_studies=tuple(reader.case_studies),
        images=raw.images,
    )
    return context, findings + _id_findings(context)


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
            findings.append(
                Finding("id-twice", where, message, "Give one of them the next number.")
            )
        seen.add(change_id)
    return findings

"""The files of `changes/` → changes, each with its text or its page."""

import dataclasses as dc
from collections.abc import Iterator

from manualkit.model.change import (
    BlockChange,
    CaseStudyChange,
    ModuleAddition,
    PageAddition,
    PictureChange,
    Reorder,
    Repeat,
    Retime,
    Spread,
    StructureChange,
)
from manualkit.model.finding import Finding, Location, Severity, did_you_mean, nearest
from manualkit.model.page import Page
from manualkit.model.project import Placed, TextChange
from manualkit.model.raw import RawChange, RawContext, Source
from manualkit.validate.core import missing_picture
from manualkit.validate.pages import validate_page
from manualkit.validate.schema import check_model
from manualkit.validate.text import text_findings

_ChangeFile = BlockChange | PictureChange | CaseStudyChange | StructureChange
ACTIONS: dict[str, type[_ChangeFile]] = {
    **dict.fromkeys(("replace", "add-before", "add-after", "remove"), BlockChange),
    "picture": PictureChange,
    "case-study": CaseStudyChange,
    **dict.fromkeys(("add-page", "add-session"), PageAddition),
    "add-module": ModuleAddition,
    "reorder": Reorder,
    "retime": Retime,
    "spread": Spread,
    "repeat": Repeat,
}
"""What a change may do, and what its head must hold then."""


@dc.dataclass(slots=True)
class ChangeReader:
    """Reads the changes of one context and gathers the findings."""

    raw: RawContext
    findings: list[Finding] = dc.field(default_factory=list)
    texts: list[TextChange] = dc.field(default_factory=list)
    pictures: list[Placed[PictureChange]] = dc.field(default_factory=list)
    case_studies: list[tuple[Placed[CaseStudyChange], Page]] = dc.field(default_factory=list)
    structure: list[Placed[StructureChange]] = dc.field(default_factory=list)
    pages: dict[str, Page] = dc.field(default_factory=dict)
    """The files of `case-studies/` and `pages/` that could be read."""

    def read(self) -> None:
        """Read all files."""
        for name, raw in {**self.raw.case_studies, **self.raw.pages}.items():
            page, faults = validate_page(raw, numbered=name not in self.raw.pages)
            self.findings += faults
            if page is not None:
                self.pages[name] = page
        for change in self.raw.changes:
            self._change(change)
        self._unread_pages()

    def _fault(self, code: str, where: Location, message: str, hint: str) -> None:
        self.findings.append(Finding(code, where, message, hint))

    def _change(self, raw: RawChange) -> None:
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
        elif record is not None:
            self.structure.append(Placed(record, raw.head.source))
            self._own_pages(self.structure[-1])

    def _model_of(self, head: dict[str, object], source: Source) -> type[_ChangeFile] | None:
        """Return the model of a change's action, also where the word `action` is misspelt."""
        known = {name for model in ACTIONS.values() for name in model.model_fields}
        misspelt = nearest("action", [key for key in head if key not in known])
        key = "action" if "action" in head else misspelt or "action"
        action = head.get(key)
        model = ACTIONS.get(str(action))
        if model is None:
            message = f'"{action}" is not an action.' if action else '"action" is required here.'
            hint = did_you_mean(str(action), ACTIONS, f"Actions: {', '.join(ACTIONS)}.")
            self._fault("unknown-action", source.at(key), message, hint)
        return model

    def _check_body(self, record: _ChangeFile, raw: RawChange) -> None:
        """Note a text that is missing below the head, and one that no action uses."""
        where = Location(raw.head.source.file, raw.body_line)
        wanted = record.action in ("replace", "add-before", "add-after")
        if raw.body.strip() and not wanted:
            message = f'"{record.action}" holds no text.'
            self._fault("text-not-used", where, message, "Delete the text below the head.")
        if wanted and not raw.body.strip():
            hint = "Write the text below the head, after the second line of hyphens."
            self._fault("change-empty", where, f'"{record.action}" needs a text.', hint)

    def _check_name(self, record: _ChangeFile, raw: RawChange) -> None:
        name = raw.head.source.file.rsplit("/", 1)[-1].removesuffix(".md")
        if name != record.id:
            message = f'The id is "{record.id}", but the file is called "{name}.md".'
            hint = f'Call the file "{record.id}.md".'
            self._fault("id-not-file", raw.head.source.at("id"), message, hint)

    def _picture_change(self, placed: Placed[PictureChange]) -> None:
        file = placed.value.file.removeprefix("images/")
        if file not in self.raw.images:
            self.findings.append(missing_picture(file, placed.at("file"), self.raw.images))
        self.pictures.append(placed)

    def _case_study(self, placed: Placed[CaseStudyChange]) -> None:
        if placed.value.file not in self.raw.case_studies:
            hint = did_you_mean(placed.value.file, self.raw.case_studies, "Write the story there.")
            message = f'There is no file "{placed.value.file}".'
            self._fault("story-missing", placed.at("file"), message, hint)
            return
        page = self.pages.get(placed.value.file)
        if page is not None:
            self.case_studies.append((placed, page))

    def _own_pages(self, placed: Placed[StructureChange]) -> None:
        """Note each page that the change brings and that is not there."""
        change = placed.value
        if isinstance(change, PageAddition):
            files = [(change.file, placed.at("file"))]
        elif isinstance(change, ModuleAddition):
            files = [
                (m.file, placed.at("modules", n, "file")) for n, m in enumerate(change.modules)
            ]
        else:
            return
        for file, where in files:
            if file not in self.raw.pages:
                hint = did_you_mean(file, self.raw.pages, "Write the page there.")
                self._fault("page-missing", where, f'There is no file "{file}".', hint)

    def _unread_pages(self) -> None:
        """Note each page that no change names: nobody would see it."""
        if any(finding.code == "page-missing" for finding in self.findings):
            return  # a misspelt name says enough
        named = {text for change in self.raw.changes for text in _texts(change.head.data)}
        for name, page in self.raw.pages.items():
            if name not in named:
                message = "No change brings this page into the edition."
                hint = f"Write a change with `file: {name}` (action: add-page or add-session)."
                where = page.head.source.at()
                self.findings.append(Finding("page-unread", where, message, hint, Severity.WARNING))


def _texts(data: object) -> Iterator[str]:
    """Yield every text of plain data."""
    if isinstance(data, str):
        yield data
    elif isinstance(data, dict | list):
        for value in data.values() if isinstance(data, dict) else data:
            yield from _texts(value)

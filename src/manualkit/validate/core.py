"""The raw files of `docs/` → the core manual."""

import dataclasses as dc
from collections.abc import Mapping, Sequence
from typing import Any, TypeVar

from pydantic import BaseModel

from manualkit.model.approval import ApprovalsFile
from manualkit.model.checklist import Checklist, ItemBank
from manualkit.model.competency import CompetencyCheck
from manualkit.model.course import CoursePlan
from manualkit.model.finding import Finding, Location, did_you_mean
from manualkit.model.kits import KitsFile
from manualkit.model.manual import ContactsFile, ManualFile, PicturesFile, Term, TermsFile
from manualkit.model.news import RecallsFile, ReleasesFile
from manualkit.model.page import Page, duplicate_ids
from manualkit.model.project import Core, Placed, PlacedPicture
from manualkit.model.raw import RawProject
from manualkit.model.rights import DisclaimersFile, InstrumentsFile
from manualkit.model.wayfinding import DifficultiesFile, ExplainedWordsFile
from manualkit.validate.difficulties import difficulty_findings
from manualkit.validate.kits import kit_findings
from manualkit.validate.pages import validate_page
from manualkit.validate.schema import check_model
from manualkit.validate.strategies import step_findings
from manualkit.validate.term_forms import term_form_findings

M = TypeVar("M", bound=BaseModel)
_GENERATED = ("about", "contacts", "training/course-plan")
_COMPETENCY = "checklists/competency.yml"
_FROM_FILES = {
    "find": "difficulties.yml",
    "words": "explained-words.yml",
    "kits": "kits.yml",
    "checklists/competency": _COMPETENCY,
}
"""Pages that are made only where the manual has the file."""
_FILES: dict[str, type[BaseModel]] = {
    "manual.yml": ManualFile,
    "terms.yml": TermsFile,
    "contacts.yml": ContactsFile,
    "images/pictures.yml": PicturesFile,
    "checklists/items.yml": ItemBank,
    _COMPETENCY: CompetencyCheck,
    "training/course-plan.yml": CoursePlan,
    "rights.yml": DisclaimersFile,
    "instruments.yml": InstrumentsFile,
    "difficulties.yml": DifficultiesFile,
    "explained-words.yml": ExplainedWordsFile,
    "kits.yml": KitsFile,
    "approvals.yml": ApprovalsFile,
    "releases.yml": ReleasesFile,
    "recalls.yml": RecallsFile,
}


@dc.dataclass(slots=True)
class _Files:
    """The YAML files of the core, read one by one."""

    raw: RawProject
    findings: list[Finding] = dc.field(default_factory=list)

    def get(self, name: str, model: type[M]) -> Placed[M] | None:
        document = self.raw.documents.get(name)
        if document is None:
            where = Location(f"docs/{name}")
            message = "This file is missing; the core manual needs it."
            self.findings.append(Finding("file-missing", where, message, "Restore it."))
            return None
        value, faults = check_model(document, model)
        self.findings += faults
        return None if value is None else Placed(value, document.source)

    def entries(self, name: str, model: type[BaseModel], key: str) -> tuple[Placed, ...]:  # type: ignore[type-arg]
        """Return the entries of a file that may be missing."""
        placed = self.maybe(name, model)
        return tuple(_by_id(placed, key, self.findings).values()) if placed else ()

    def listed(self, name: str, model: type[BaseModel], key: str) -> tuple[Placed, ...]:  # type: ignore[type-arg]
        """Return the entries of a file that may be missing, in order."""
        placed = self.maybe(name, model)
        return placed.entries(key) if placed else ()

    def maybe(self, name: str, model: type[M]) -> Placed[M] | None:
        """Return a file that may be missing."""
        return self.get(name, model) if name in self.raw.documents else None

    def checklists(self) -> list[str]:
        names = [name for name in self.raw.documents if name.startswith("checklists/")]
        return [name for name in names if name not in _FILES]

    def unknown(self) -> None:
        known = set(_FILES)
        for name, document in self.raw.documents.items():
            if name not in known and not name.startswith("checklists/"):
                hint = did_you_mean(name, known, f"Known files: {', '.join(sorted(known))}.")
                message = "Nothing reads this file."
                self.findings.append(Finding("unknown-file", document.source.at(), message, hint))


def validate_core(raw: RawProject) -> tuple[Core | None, list[Finding]]:
    """Return the core manual, or None where a needed file cannot be used, and all findings."""
    files = _Files(raw)
    manual = files.get("manual.yml", ManualFile)
    terms = files.get("terms.yml", TermsFile)
    contacts = files.get("contacts.yml", ContactsFile)
    pictures = files.get("images/pictures.yml", PicturesFile)
    bank = files.get("checklists/items.yml", ItemBank)
    course = files.get("training/course-plan.yml", CoursePlan)
    others = _others(files)
    checklists = _checklists(files)
    files.unknown()
    pages, findings = _pages(raw)
    twice = duplicate_ids(block for page in pages for block in page.blocks)
    findings += [*twice, *step_findings(raw.pages, pages)]
    findings += [*difficulty_findings(others["difficulties"], pages), *files.findings]
    sheets = {f"checklists/{placed.value.id}" for placed in checklists}
    printed = {page.path for page in pages} | sheets | {*_GENERATED, *_FROM_FILES}
    cards = {page.path for page in pages if page.head.kind == "crisis-card"}
    findings += kit_findings(others["kits"], printed, cards)
    whole = len(pages) == len(raw.pages) and len(checklists) == len(files.checklists())
    if not (manual and terms and contacts and pictures and bank and course and whole) or twice:
        return None, findings
    _by_id(bank, "items", findings)
    _by_id_of_sheets(checklists, findings)
    core = Core(
        manual=manual,
        terms=_terms(terms, manual, findings),
        contacts=_by_id(contacts, "contacts", findings),
        facts=_by_id(contacts, "facts", findings),
        pictures=_pictures(pictures, raw.images, findings),
        pages=_in_order(pages, manual, _made(manual, checklists, files), findings),
        bank=bank,
        checklists=tuple(checklists),
        course=course,
        **others,
    )
    return core, findings


def _others(files: _Files) -> dict[str, Any]:
    """Return what a manual may do without, by its name in the core."""
    return {
        "disclaimers": files.entries("rights.yml", DisclaimersFile, "disclaimers"),
        "instruments": files.entries("instruments.yml", InstrumentsFile, "instruments"),
        "difficulties": files.entries("difficulties.yml", DifficultiesFile, "difficulties"),
        "kits": files.entries("kits.yml", KitsFile, "kits"),
        "explained": files.entries("explained-words.yml", ExplainedWordsFile, "words"),
        "approvals": files.maybe("approvals.yml", ApprovalsFile),
        "releases": files.listed("releases.yml", ReleasesFile, "releases"),
        "recalls": files.listed("recalls.yml", RecallsFile, "recalls"),
        "competency": files.maybe(_COMPETENCY, CompetencyCheck),
    }


def _terms(
    terms: Placed[TermsFile], manual: Placed[ManualFile], findings: list[Finding]
) -> dict[str, Placed[Term]]:
    found: dict[str, Placed[Term]] = _by_id(terms, "terms", findings)
    for term in found.values():
        findings += term_form_findings(term, manual.value.languages)
    return found


def _pages(raw: RawProject) -> tuple[list[Page], list[Finding]]:
    results = [validate_page(page) for page in raw.pages]
    pages = [page for page, _ in results if page is not None]
    findings = [finding for _, faults in results for finding in faults]
    return pages, findings


def _checklists(files: _Files) -> list[Placed[Checklist]]:
    placed = [files.get(name, Checklist) for name in files.checklists()]
    return [checklist for checklist in placed if checklist is not None]


def _by_id(file: Placed[M], key: str, findings: list[Finding]) -> dict[str, Placed]:  # type: ignore[type-arg]
    """Return the entries of a list by their id, each with its place."""
    entries: dict[str, Placed] = {}  # type: ignore[type-arg]
    for index, entry in enumerate(getattr(file.value, key)):
        placed = Placed(entry, file.source, (key, index))
        if entry.id in entries:
            message = f'The id "{entry.id}" is used twice.'
            hint = "Give one of the entries another id."
            findings.append(Finding("id-twice", placed.at("id"), message, hint))
        entries[entry.id] = placed
    return entries


def _by_id_of_sheets(checklists: Sequence[Placed[Checklist]], findings: list[Finding]) -> None:
    seen: dict[str, str] = {}
    for placed in checklists:
        first = seen.setdefault(placed.value.id, placed.source.file)
        if first != placed.source.file:
            message = f'The id "{placed.value.id}" is used twice (first in {first}).'
            hint = "Give one of the checklists another id."
            findings.append(Finding("id-twice", placed.at("id"), message, hint))


def _pictures(
    file: Placed[PicturesFile], images: frozenset[str], findings: list[Finding]
) -> dict[str, PlacedPicture]:
    pictures: dict[str, PlacedPicture] = {}
    for name, placed in _by_id(file, "pictures", findings).items():
        picture = placed.value
        if picture.file not in images:
            findings.append(missing_picture(picture.file, placed.at("file"), images))
        path = f"docs/images/{picture.file}"
        pictures[name] = PlacedPicture(picture, path, placed.location)
    return pictures


def missing_picture(file: str, where: Location, images: frozenset[str]) -> Finding:
    """Return the finding for a picture file that is not there."""
    hint = did_you_mean(file, sorted(images), "Put the file into the images folder.")
    return Finding("picture-missing", where, f'There is no file "{file}" in images/.', hint)


def _made(
    manual: Placed[ManualFile], checklists: Sequence[Placed[Checklist]], files: _Files
) -> dict[str, Location]:
    """Return the pages that the toolkit makes, each with the place that it comes from."""
    made = dict.fromkeys(_GENERATED, manual.location)
    made |= {f"checklists/{placed.value.id}": placed.location for placed in checklists}
    found = {path: files.raw.documents.get(name) for path, name in _FROM_FILES.items()}
    return made | {path: document.source.at() for path, document in found.items() if document}


def _in_order(
    pages: Sequence[Page],
    manual: Placed[ManualFile],
    generated: Mapping[str, Location],
    findings: list[Finding],
) -> dict[str, Page]:
    """Return the pages in the order of the contents; each stands there exactly once."""
    by_path = {page.path: page for page in pages}
    listed: set[str] = {"index"}
    for number, section in enumerate(manual.value.nav):
        for index, path in enumerate(section.pages):
            where = manual.source.at("nav", number, "pages", index)
            if path in listed:
                hint = "Keep one of them."
                findings.append(Finding("page-twice", where, f'"{path}" is listed twice.', hint))
            elif path not in by_path and path not in generated:
                hint = did_you_mean(path, [*by_path, *generated], "Remove the line.")
                findings.append(Finding("unknown-page", where, f'There is no page "{path}".', hint))
            listed.add(path)
    places = {page.path: page.location for page in pages} | dict(generated)
    findings += [_unlisted(path, places[path], manual) for path in places if path not in listed]
    if "index" not in by_path:
        message = "There is no home page."
        findings.append(Finding("file-missing", Location("docs/index.md"), message, "Write one."))
    paths = ["index", *(path for section in manual.value.nav for path in section.pages), *by_path]
    return {path: by_path[path] for path in paths if path in by_path}


def _unlisted(path: str, where: Location, manual: Placed[ManualFile]) -> Finding:
    message = f'The page "{path}" is not in the contents, so nobody would find it.'
    return Finding("page-unlisted", where, message, f"Add it to `nav` in {manual.source.file}.")

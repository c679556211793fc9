"""The order of the steps, and nothing else."""

import dataclasses as dc
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path

from manualkit.adapt import adapt, core_edition, core_in_words
from manualkit.approving import (
    Desk,
    claimed_findings,
    folder_words,
    release_findings,
    row_findings,
    with_states,
    with_texts,
)
from manualkit.catalogue import BROKEN, load_strings, term_findings, translated_in, written
from manualkit.check import (
    check_edition,
    font_findings,
    picture_findings,
    printed_languages,
    translation_findings,
)
from manualkit.check.release import as_released
from manualkit.compose import (
    Composition,
    Written,
    compose,
    remove_other_editions,
    write_composition,
)
from manualkit.extract import all_messages
from manualkit.load import load_project
from manualkit.model.edition import Edition
from manualkit.model.finding import Finding, InvalidProject, errors
from manualkit.model.manifest import Manifest
from manualkit.model.project import Core, Project
from manualkit.model.rendition import Message
from manualkit.pdf import JobResult, Outcome, PrintLink, PrintPlan, PrintReport, build_pdfs
from manualkit.record import Compared, Composed, unrecorded
from manualkit.site import (
    KEPT,
    PdfLink,
    ShardResult,
    SitePlan,
    SiteReport,
    build_site,
    old_versions,
    site_address,
)
from manualkit.translations import catalogue_findings
from manualkit.validate import validate_project


@dc.dataclass(frozen=True, slots=True)
class Options:
    """How strictly the project is looked at, and how much of it."""

    release: bool = False
    """Whether it is to be released: what may wait while people write is an error then."""
    editions: frozenset[str] = frozenset()
    """The only editions to look at; empty: all."""
    workers: int = 1
    """How many processes print and render."""
    kept: Path | None = None
    """Where old versions are kept; not given: `releases/`."""


_ALL = Options()


@dc.dataclass(frozen=True, slots=True)
class Prepared:
    """All editions, composed, and everything that somebody should look at."""

    compositions: tuple[Composition, ...]
    findings: tuple[Finding, ...]
    """Of the core and the adaptations; an error stops a build."""
    translations: tuple[Finding, ...] = ()
    """Of single translations. They stop nothing: a faulty one is never published."""
    desks: tuple[Desk, ...] = ()
    """The same editions as those see them who approve them."""
    compared: Mapping[str, Compared] = dc.field(default_factory=dict)
    """Every adapted edition beside the core that it stands on, by its id."""

    @property
    def manifests(self) -> list[Manifest]:
        """The manifests of all editions."""
        return [composition.manifest for composition in self.compositions]


def read_project(root: Path) -> tuple[Project | None, list[Finding]]:
    """Run the first two steps: the files as people wrote them, and what is wrong in them."""
    raw, findings = load_project(root)
    project, faults = validate_project(raw)
    return project, findings + faults


def prepare(root: Path, today: date, options: Options = _ALL) -> Prepared:
    """Run the steps from the files to the composed editions, in memory.

    No fault stops the others: all findings of all files come back together.
    """
    project, findings = read_project(root)
    compositions, desks = [], []
    compared: dict[str, Compared] = {}
    core: Composition | None = None
    for edition, faults in _editions(project, options.editions):
        composition, desk, words = _composed(root, edition)
        core = core or composition
        if options.editions and edition.id not in options.editions:
            continue
        findings += [*faults, *check_edition(edition, today), *words]
        findings += picture_findings(composition.images, root)
        findings += _of_languages(root, edition)
        compositions.append(composition)
        desks.append(desk)
        if project is not None and edition.adaptation:
            beside = _beside_core(project.core, edition, (core, composition), root)
            compared[edition.id] = beside
            # Where a change could not be made, its own finding says so.
            findings += [] if errors([*faults, *words]) else unrecorded(beside)
    if options.release:
        findings = as_released(findings)
        findings += [finding for desk in desks for finding in release_findings(desk)]
    translations = _of_translations(root, compositions, desks)
    # A catalogue that cannot be read would turn its whole language into English.
    findings += [finding for finding in translations if finding.code == BROKEN]
    translations = [finding for finding in translations if finding.code != BROKEN]
    return Prepared(
        tuple(compositions), _once(findings), _once(translations), tuple(desks), compared
    )


def prepare_sound(root: Path, today: date, options: Options = _ALL) -> Prepared:
    """Prepare and go on only without errors.

    Raises:
        InvalidProject: a finding is an error.
    """
    prepared = prepare(root, today, options)
    if errors(prepared.findings):
        raise InvalidProject(prepared.findings)
    return prepared


def compose_all(root: Path, today: date, options: Options = _ALL) -> tuple[Prepared, Written]:
    """Prepare and write `build/editions/`.

    Raises:
        InvalidProject: a finding is an error; nothing is written.
    """
    prepared = with_page_texts(prepare_sound(root, today, options))
    written = [write_composition(root, composition) for composition in prepared.compositions]
    removed = remove_other_editions(root, [m.edition.id for m in prepared.manifests])
    total = Written(sum(w.files for w in written), removed + sum(w.removed for w in written))
    return prepared, total


def with_page_texts(prepared: Prepared) -> Prepared:
    """Put into the manifests how far the words of each page have come in each language."""
    pairs = zip(prepared.compositions, prepared.desks, strict=True)
    return dc.replace(prepared, compositions=tuple(with_texts(c, desk) for c, desk in pairs))


@dc.dataclass(frozen=True, slots=True)
class Built:
    """What a whole build made."""

    prepared: Prepared
    sheets: PrintReport
    site: SiteReport
    kept: tuple[Finding, ...] = ()
    """Of old versions that cannot be shown."""

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Everything that somebody should look at, of the texts and of the sheets."""
        prepared = self.prepared
        found = (*prepared.findings, *prepared.translations, *self.sheets.findings)
        return (*found, *self.kept)


def build_all(
    root: Path,
    today: date,
    options: Options,
    *,
    on_sheet: Callable[[int, int, JobResult], None],
    on_shard: Callable[[ShardResult], None],
) -> Built:
    """Run all steps: compose, print, and build the site, which offers what was printed.

    Raises:
        InvalidProject: a finding is an error, or a sheet failed; the site is left as it was.
    """
    prepared, _ = compose_all(root, today, options)
    manifests = prepared.manifests
    printed = printed_languages(root, manifests)
    paper = PrintPlan(
        root,
        manifests,
        printed,
        workers=options.workers,
        on_progress=on_sheet,
        site=site_address(root),
        by_default=True,
    )
    sheets = build_pdfs(paper)
    if sheets.count(Outcome.FAILED):
        raise InvalidProject((*prepared.findings, *sheets.findings))
    old, faults = old_versions(options.kept or root / KEPT, manifests)
    plan = SitePlan(
        root,
        manifests,
        _pdf_links(sheets.links),
        old=old,
        made_on=today.isoformat(),
        words=[words for desk in prepared.desks for words in folder_words(desk)],
        workers=options.workers,
        on_progress=on_shard,
    )
    return Built(prepared, sheets, build_site(plan), tuple(faults))


def _pdf_links(links: Iterable[PrintLink]) -> dict[tuple[str, str], list[PdfLink]]:
    """Return the links to the sheets by edition and language, as the site wants them."""
    found: dict[tuple[str, str], list[PdfLink]] = defaultdict(list)
    for link in links:
        folder = f"dist/{link.edition}/{link.rendition}/"
        file = link.file.removeprefix(folder)
        kind = f"{link.kind}{link.variant.suffix}"
        found[link.edition, link.rendition].append(PdfLink(link.page, kind, file, link.bytes))
    return dict(found)


def _of_translations(
    root: Path, compositions: Iterable[Composition], desks: Sequence[Desk]
) -> list[Finding]:
    translations = catalogue_findings(root)
    for composition in compositions:
        translations += term_findings(root, composition.manifest)
    return [*translations, *claimed_findings(root, desks)]


def messages_of_all(root: Path, prepared: Prepared) -> Mapping[str, list[Message]]:
    """Return the messages of every edition, safety text included, by its id."""
    strings = load_strings(root / "templates")
    return {
        composition.manifest.edition.id: all_messages(
            composition.manifest, composition.pages, strings
        )
        for composition in prepared.compositions
    }


def _composed(root: Path, edition: Edition) -> tuple[Composition, Desk, list[Finding]]:
    """Compose an edition and tell how far its languages have come; its About page tells it too."""
    templates = root / "templates" / "pages"
    composition, findings = compose(edition, templates)
    desk = Desk(root, edition, composition)
    if desk.english.whole is not edition.state:
        composition, _ = compose(dc.replace(edition, state=desk.english.whole), templates)
    found = [*findings, *row_findings(desk)]
    return with_states(composition, desk.states()), desk, found


def _editions(
    project: Project | None, chosen: frozenset[str]
) -> Iterator[tuple[Edition, list[Finding]]]:
    """Yield the core, beside which each edition is looked at, and the chosen editions."""
    if project is not None:
        yield core_edition(project.core), []
        for context in project.contexts:
            if not chosen or context.adaptation.value.id in chosen:
                yield adapt(project.core, context)


def _of_languages(root: Path, edition: Edition) -> Iterator[Finding]:
    locale = root / "locale"
    yield from translation_findings(edition, translated_in(locale, edition.id, edition.extends))
    yield from font_findings(root, edition, lambda code: written(locale / code))


def _beside_core(
    core: Core, edition: Edition, made: tuple[Composition, Composition], root: Path
) -> Compared:
    """Return an edition beside the core, as it is and in the edition's words."""
    in_words, _ = compose(core_in_words(core, edition), root / "templates" / "pages")
    old, between, new = (Composed(c.manifest, c.pages) for c in (made[0], in_words, made[1]))
    return Compared(old, between, new, core_edition(core), edition)


def _once(findings: list[Finding]) -> tuple[Finding, ...]:
    """Return each finding once, by severity, file and line; editions share the core's faults."""
    return tuple(sorted(dict.fromkeys(findings), key=lambda f: (f.severity, f.location, f.code)))

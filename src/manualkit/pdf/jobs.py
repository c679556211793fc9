"""A plan → its jobs."""

import dataclasses as dc
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from manualkit.model.forms import NEUTRAL
from manualkit.model.language import is_english, language_of
from manualkit.model.manifest import Manifest, ManifestPage
from manualkit.model.page import PageKind
from manualkit.model.variant import USUAL
from manualkit.pdf.naming import others_of, sheet_file
from manualkit.pdf.plan import Job, PrintPlan, SheetKind

_BILINGUAL = frozenset({SheetKind.CHECKLIST, SheetKind.HANDOUT})
"""What people hold in their hands while two languages are spoken."""
_MORE: Mapping[PageKind, tuple[SheetKind, ...]] = {
    PageKind.CASE_STUDY: (SheetKind.PICTURE_CARDS,),
    PageKind.POSTER: (SheetKind.POSTER_TILES,),
}
"""What else is made of a page than its own sheet."""
_OF_ONE_SIZE = frozenset(
    {
        SheetKind.CRISIS_CARD,
        SheetKind.PICTURE_CARDS,
        SheetKind.POSTER,
        SheetKind.POSTER_TILES,
        SheetKind.ROLE_PLAY,
        SheetKind.CERTIFICATE,
    }
)
"""What is cut out, hung up or framed; it has a shape of its own, and no variants."""


def jobs(plan: PrintPlan) -> list[Job]:
    """Return the jobs of a plan: edition by edition, rendition by rendition, in reading order."""
    due = [
        job
        for manifest in plan.editions
        for name in manifest.edition.renditions
        if plan.languages is None or name in plan.languages
        if not plan.by_default or _prints(manifest, name)
        if plan.forms == NEUTRAL or not is_english(name)
        for job in _rendition(plan, manifest, name)
        if (plan.kinds is None or job.kind in plan.kinds) and _is_due(plan, job)
    ]
    return [*due, *_asked_before(plan, due)] if plan.whole else due


def _prints(manifest: Manifest, name: str) -> bool:
    """Whether every build makes the sheets of a rendition."""
    chosen = manifest.edition.prints
    return chosen is None or language_of(name) in chosen


def _asked_before(plan: PrintPlan, due: Iterable[Job]) -> Iterator[Job]:
    """Yield the sheets in other variants and forms that readers asked for earlier.

    They are kept up to date with the others: none may go on telling a number that has changed.
    """
    made = {job.file for job in due}
    for folder in dict.fromkeys(job.file.rpartition("/")[0] for job in due):
        others = others_of(plan.root, folder)
        for job in (job for job in due if job.file in others):
            for variant, forms in others[job.file]:
                file = sheet_file(job.file, variant, forms)
                if file not in made:
                    worded = forms.over(job.forms)
                    yield dc.replace(job, file=file, variant=variant, forms=worded, asked=True)


def _is_due(plan: PrintPlan, job: Job) -> bool:
    """Whether a sheet is made; in two languages, few are unless somebody asks for it."""
    named = plan.kinds is not None or plan.pages is not None
    asked = plan.languages is not None and named
    return not job.bilingual or asked or job.kind in _BILINGUAL


def reading_order(manifest: Manifest) -> list[ManifestPage]:
    """Return the pages as a reader meets them: those of no section first."""
    pages = {page.path: page for page in manifest.pages}
    listed = [path for section in manifest.nav for path in section.pages if path in pages]
    first = [path for path in pages if path not in listed]
    return [pages[path] for path in (*first, *listed)]


def _rendition(plan: PrintPlan, manifest: Manifest, name: str) -> Iterator[Job]:
    for job in _usual(plan, manifest, name):
        if plan.variant == USUAL or job.kind not in _OF_ONE_SIZE:
            file = sheet_file(job.file, plan.variant, plan.forms)
            yield dc.replace(job, file=file, variant=plan.variant)


def _usual(plan: PrintPlan, manifest: Manifest, name: str) -> Iterator[Job]:
    """Yield the sheets of a rendition, under their usual names."""
    edition = manifest.edition.id
    folder, language = f"dist/{edition}/{name}", language_of(name)
    forms = plan.forms.over(manifest.edition.forms.of(language))
    approved, asked = manifest.safety_approved(language), not plan.usual
    order = reading_order(manifest)
    sheets = [page for page in order if _printed(page, manifest, language)]
    names = _names(sheets)
    for page in sheets:
        if plan.pages is None or page.path in plan.pages:
            state = manifest.state(language, page.path)
            for kind in (SheetKind(page.kind.value), *_MORE.get(page.kind, ())):
                file = f"{folder}/{kind}{names[page.path].removeprefix(page.kind.value)}.pdf"
                yield Job(edition, name, kind, (page.path,), file, approved, state, forms, asked)
    if plan.pages is None:
        left_out = (PageKind.KITS, PageKind.NEWS, PageKind.RECORD)
        paths = tuple(page.path for page in order if page.kind not in left_out)
        file, state = f"{folder}/manual.pdf", manifest.state(language)
        whole = Job(edition, name, SheetKind.MANUAL, paths, file, approved, state, forms, asked)
        yield from _kits(plan, manifest, whole)
        yield whole


def _kits(plan: PrintPlan, manifest: Manifest, whole: Job) -> Iterator[Job]:
    """Yield the kits; what holds for the whole manual holds for them."""
    folder = whole.file.rpartition("/")[0]
    for kit in manifest.kits:
        if plan.kits is None or kit.id in plan.kits:
            pages = tuple(dict.fromkeys(sheet.page for sheet in kit.sheets))
            file = f"{folder}/kit-{kit.id}.pdf"
            yield dc.replace(whole, kind=SheetKind.KIT, pages=pages, file=file, kit=kit.id)


def _printed(page: ManifestPage, manifest: Manifest, language: str) -> bool:
    """Whether a page has a sheet; the record, which is in English, has one for all languages."""
    if page.kind is PageKind.RECORD:
        return language == record_language(manifest)
    return page.kind.value in set(SheetKind)


def record_language(manifest: Manifest) -> str:
    """Return the language in whose folder the sheet of the record is: English, or the first."""
    languages = manifest.edition.languages
    return "en" if "en" in languages else languages[0]


def _names(pages: list[ManifestPage]) -> dict[str, str]:
    """Return a file name for each page: the short one, unless two pages would share it."""
    short = {page.path: _short_name(page) for page in pages}
    shared = Counter(short.values())
    names = {
        page.path: name if shared[name := short[page.path]] == 1 else _long_name(page)
        for page in pages
    }
    if len(set(names.values())) == len(names):
        return names
    return {page.path: _long_name(page) for page in pages}


def _short_name(page: ManifestPage) -> str:
    """Return for example `session-group-2`, `handout-problem-worksheet` or `contacts`."""
    if page.kind is PageKind.SESSION:
        return f"session-{page.path.replace('/session-', '-').replace('/', '-')}"
    name = page.path.rpartition("/")[2]
    return name if f"{name}-".startswith(f"{page.kind}-") else f"{page.kind}-{name}"


def _long_name(page: ManifestPage) -> str:
    return f"{page.kind}-{page.path.replace('/', '-')}"

"""A plan → PDFs: only those whose text, look or tools have changed are rendered."""

import multiprocessing
import time
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor, as_completed
from pathlib import Path

from manualkit.catalogue import Catalogue, load_strings
from manualkit.model.forms import Forms
from manualkit.pdf.fonts import font_config
from manualkit.pdf.jobs import jobs
from manualkit.pdf.keys import Keys, Record, answers_digest
from manualkit.pdf.plan import Job, JobResult, Outcome, PrintPlan, PrintReport
from manualkit.pdf.warm import WarmWorkers
from manualkit.pdf.worker import Made, Worker, Workshop, make, start

KIT_FOLDER = "record"
"""What `manualkit record` writes below `dist/<edition>/`; it belongs to no language."""
_MOST_JOBS_IN_THIS_PROCESS = 2
"""Starting a pool takes longer than so few sheets."""


def build_pdfs(plan: PrintPlan, warm: WarmWorkers | None = None) -> PrintReport:
    """Make the PDFs of a plan and report on each.

    With `warm` workers, which outlive the run, the last good PDF stays where a new one fails.
    """
    return _Build(plan, warm).run()


class _Build:
    """One run of a plan."""

    def __init__(self, plan: PrintPlan, warm: WarmWorkers | None) -> None:
        self._plan, self._warm = plan, warm
        self._manifests = {manifest.edition.id: manifest for manifest in plan.editions}
        self._strings = load_strings(plan.root / "templates")
        self._keys = Keys(
            plan.root, self._strings, faithful_text=plan.faithful_text, site=plan.site
        )
        self._catalogues: dict[tuple[str, str, Forms], Catalogue] = {}
        self._results: dict[Job, JobResult] = {}
        self._jobs = jobs(plan)

    def run(self) -> PrintReport:
        """Make what is not up to date."""
        due: dict[Job, str] = {}
        for job in self._jobs:
            key = self._keys.key(job, self._manifests[job.edition])
            unchanged = self._unchanged(job, key)
            if unchanged is None:
                due[job] = key
            else:
                self._report(unchanged)
        # The longest first, so that no worker is left alone with the manual at the end.
        for made in self._made(sorted(due, key=lambda job: -len(job.pages))):
            self._remember(made, due[made.result.job])
            self._report(made.result)
        removed = self._remove_others() if self._plan.whole else 0
        return PrintReport(tuple(self._results[job] for job in self._jobs), removed)

    def _unchanged(self, job: Job, key: str) -> JobResult | None:
        """Return the result of a job that need not be done, or None."""
        begin = time.perf_counter()
        record = self._keys.read(job)
        if record is None or record.key != key or not self._same_answers(job, record):
            return None
        size = (self._plan.root / job.file).stat().st_size
        seconds = time.perf_counter() - begin
        return JobResult(job, Outcome.UNCHANGED, pages=record.pages, bytes=size, seconds=seconds)

    def _same_answers(self, job: Job, record: Record) -> bool:
        """Whether the catalogue still answers what it answered then."""
        if self._stamp(job) == record.catalogue:
            return True
        translate = self._catalogue(job).translate
        return answers_digest(record.asked, translate) == record.answers

    def _stamp(self, job: Job) -> str:
        """Return the digest of the files that the job's catalogue is read from."""
        return self._keys.catalogue(self._manifests[job.edition], job.language)

    def _catalogue(self, job: Job) -> Catalogue:
        key = (job.edition, job.language, job.forms)
        if key not in self._catalogues:
            edition = self._manifests[job.edition].edition
            self._catalogues[key] = Catalogue.of(self._plan.root, edition, job.language, job.forms)
        return self._catalogues[key]

    def _made(self, due: list[Job]) -> Iterator[Made]:
        if not due:
            return
        plan = self._plan
        workshop = Workshop(
            root=plan.root,
            manifests=self._manifests,
            strings=self._strings,
            fonts=font_config(plan.root),
            faithful_text=plan.faithful_text,
            site=plan.site,
            keeps_last=self._warm is not None,
        )
        if self._warm is not None:
            yield from self._warm.made(due, workshop, {job: self._stamp(job) for job in due})
        elif plan.workers == 1 or len(due) <= _MOST_JOBS_IN_THIS_PROCESS:
            yield from map(Worker(workshop).make, due)
        else:
            yield from _pooled(due, workshop, min(plan.workers, len(due)))

    def _remember(self, made: Made, key: str) -> None:
        job = made.result.job
        if made.result.outcome is Outcome.FAILED:
            self._keys.forget(job)
            return
        record = Record(
            key, self._stamp(job), made.asked, made.answers, made.content, made.result.pages
        )
        self._keys.write(job, record)

    def _report(self, result: JobResult) -> None:
        self._results[result.job] = result
        self._plan.on_progress(len(self._results), len(self._jobs), result)

    def _remove_others(self) -> int:
        """Take away PDFs that nobody asks for any more, such as that of a page that is gone."""
        wanted = {self._plan.root / job.file for job in self._jobs}
        folders = self._folders()
        others = [path for folder in folders for path in _pdfs(folder) if path not in wanted]
        for path in others:
            path.unlink()
        for folder in (*folders, *{folder.parent for folder in folders}):
            if not any(folder.iterdir()):
                folder.rmdir()
        return len(others)

    def _folders(self) -> set[Path]:
        """Return the folders that this plan decides on: those of gone renditions among them."""
        root, asked = self._plan.root, self._plan.languages
        editions = [
            folder
            for folder in (root / "dist").glob("*/")
            if folder.name in self._manifests
            or not (root / "build" / "editions" / folder.name).is_dir()
        ]
        folders = {path for folder in editions for path in folder.glob("*/") if path.is_dir()}
        folders = {path for path in folders if path.name != KIT_FOLDER}
        return {path for path in folders if asked is None or path.name in asked}


def _pooled(due: list[Job], workshop: Workshop, workers: int) -> Iterator[Made]:
    # Not "fork": a caller's threads (a progress bar has one) may hold locks that a fork inherits.
    context = multiprocessing.get_context("forkserver")
    with ProcessPoolExecutor(workers, context, start, (workshop,)) as pool:
        yield from (future.result() for future in as_completed(_submitted(pool, due)))


def _submitted(pool: ProcessPoolExecutor, due: Iterable[Job]) -> list[Future[Made]]:
    return [pool.submit(make, job) for job in due]


def _pdfs(folder: Path) -> list[Path]:
    return sorted(folder.glob("*.pdf")) if folder.is_dir() else []

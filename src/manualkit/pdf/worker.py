"""What runs in a worker process: jobs, one after another, with everything kept warm."""

import dataclasses as dc
import gc
import hashlib
import multiprocessing
import os
import time
from collections.abc import Mapping
from multiprocessing.process import BaseProcess
from pathlib import Path
from threading import Thread
from typing import Self

from manualkit.catalogue import Catalogue, safety_key
from manualkit.model.forms import Forms
from manualkit.model.manifest import Manifest
from manualkit.model.rendition import Translate
from manualkit.pdf.document import Source, build_markup
from manualkit.pdf.fonts import use_fonts
from manualkit.pdf.keys import answers_digest
from manualkit.pdf.plan import Job, JobResult, Outcome
from manualkit.store import write_if_changed

_MANY_PAGES = 40


@dc.dataclass(frozen=True, slots=True)
class Workshop:
    """What the workers of a plan share."""

    root: Path
    manifests: Mapping[str, Manifest]
    strings: Mapping[str, str]
    fonts: Path
    """The fontconfig file."""
    faithful_text: bool
    site: str = ""
    """The address of the site."""
    keeps_last: bool = False
    """Whether the PDF from before stays where a new one fails its gates."""

    def only(self, manifests: Mapping[str, Manifest]) -> Self:
        """Return the same workshop for some of its editions."""
        return dc.replace(self, manifests=manifests)


@dc.dataclass(frozen=True, slots=True)
class Made:
    """What came of a job, and what its key has to remember."""

    result: JobResult
    asked: tuple[str, ...] = ()
    answers: str = ""
    content: str = ""


class Worker:
    """Makes PDFs."""

    def __init__(self, workshop: Workshop) -> None:
        use_fonts(workshop.fonts)
        # Here and not above: the fonts have to be set before WeasyPrint is loaded, and a run in
        # which nothing changed must not load it at all.
        from manualkit.pdf.render import Press  # noqa: PLC0415

        self._workshop = workshop
        self._press = Press(workshop.root, faithful_text=workshop.faithful_text)
        self._catalogues: dict[tuple[str, str, Forms], tuple[str, Catalogue]] = {}

    def renew(self, workshop: Workshop) -> None:
        """Go on with the editions of another run of the same project."""
        self._workshop = workshop

    def make(self, job: Job, stamp: str = "") -> Made:
        """Make one PDF; it is written only if no gate finds a fault.

        `stamp` tells which state of the catalogue is needed, for a worker that outlives a run.
        """
        start = time.perf_counter()
        manifest = self._workshop.manifests[job.edition]
        catalogue = self._catalogue(job, stamp)
        asked = _Asked(catalogue.translate)
        markup = build_markup(job, self._source(job, asked))
        try:
            rendered = self._press.render(markup, job.edition, manifest.facts)
        except Exception as error:
            error.add_note(f"{job.file} was being made")
            raise
        if rendered.pages > _MANY_PAGES:
            gc.collect()  # else the boxes of a whole manual wait in memory beside those of the next
        findings = tuple(fault.finding(job.file) for fault in rendered.faults)
        path = self._workshop.root / job.file
        if findings:
            if not self._workshop.keeps_last:
                path.unlink(missing_ok=True)
            outcome, written = Outcome.FAILED, False
        else:
            outcome, written = Outcome.MADE, write_if_changed(path, rendered.content)
        result = JobResult(
            job=job,
            outcome=outcome,
            written=written,
            pages=rendered.pages,
            bytes=len(rendered.content),
            seconds=time.perf_counter() - start,
            findings=findings,
        )
        return Made(
            result=result,
            asked=tuple(asked.answers),
            answers=answers_digest(asked.answers, catalogue.translate),
            content=hashlib.sha256(rendered.content).hexdigest(),
        )

    def _source(self, job: Job, asked: "_Asked") -> Source:
        shop = self._workshop
        return Source(
            root=shop.root,
            manifest=shop.manifests[job.edition],
            strings=shop.strings,
            translate=asked.translate,
            translate_safety=asked.translate_safety,
            site=shop.site,
        )

    def _catalogue(self, job: Job, stamp: str) -> Catalogue:
        key = (job.edition, job.language, job.forms)
        known = self._catalogues.get(key)
        if known is not None and known[0] == stamp:
            return known[1]
        edition = self._workshop.manifests[job.edition].edition
        read = Catalogue.of(self._workshop.root, edition, job.language, job.forms)
        self._catalogues[key] = (stamp, read)
        return read


class _Asked:
    """Passes questions to a catalogue and remembers them."""

    def __init__(self, translate: Translate) -> None:
        self._translate = translate
        self.answers: dict[str, str | None] = {}

    def translate(self, message: str) -> str | None:
        """Return the translation of a message."""
        if message not in self.answers:
            self.answers[message] = self._translate(message)
        return self.answers[message]

    def translate_safety(self, message: str) -> str | None:
        """Return the translation of a safety text, which has a key of its own."""
        return self.translate(safety_key(message))


_worker: Worker | None = None


def start(workshop: Workshop) -> None:
    """Set up the worker of this process."""
    global _worker  # noqa: PLW0603  (a pool's initialiser has no other place for it)
    end_with_parent()
    _worker = Worker(workshop)


def end_with_parent() -> None:
    """End this process when the one that asks for sheets is gone: killed, it cannot say so."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        Thread(target=_end_after, args=(parent,), daemon=True).start()


def _end_after(parent: BaseProcess) -> None:
    parent.join()
    os._exit(1)


def make(job: Job) -> Made:
    """Make one PDF in this process."""
    if _worker is None:
        raise RuntimeError("start() has not run in this process")
    return _worker.make(job)

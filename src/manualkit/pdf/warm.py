"""Workers that stay warm from one run to the next, for somebody who writes and looks."""

import multiprocessing
import signal
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from types import TracebackType
from typing import Self

from manualkit.pdf.plan import Job
from manualkit.pdf.worker import Made, Worker, Workshop, end_with_parent

_worker: Worker | None = None


class WarmWorkers:
    """Processes that keep fonts, parsed CSS and catalogues between the runs of a plan."""

    def __init__(self, count: int) -> None:
        self._count = count
        self._pool: ProcessPoolExecutor | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        _type: type[BaseException] | None,
        _error: BaseException | None,
        _trace: TracebackType | None,
    ) -> None:
        self.dismiss()

    def made(
        self, due: Sequence[Job], workshop: Workshop, stamps: Mapping[Job, str]
    ) -> Iterator[Made]:
        """Make sheets. `stamps` tells of each job which state of its catalogue it needs."""
        pool = self._pool or self._started()
        waiting = []
        for job in due:
            manifests = {job.edition: workshop.manifests[job.edition]}
            waiting.append(pool.submit(_make, job, workshop.only(manifests), stamps[job]))
        yield from (future.result() for future in as_completed(waiting))

    def dismiss(self) -> None:
        """Let the processes go: when they are needed again, new ones read all anew."""
        if self._pool is not None:
            self._pool.shutdown(cancel_futures=True)
        self._pool = None

    def _started(self) -> ProcessPoolExecutor:
        context = multiprocessing.get_context("forkserver")
        self._pool = ProcessPoolExecutor(self._count, context, _unmoved)
        return self._pool


def _unmoved() -> None:
    """Leave Ctrl+C, which reaches every process, to the one that asks for the work."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    end_with_parent()


def _make(job: Job, workshop: Workshop, stamp: str) -> Made:
    global _worker  # noqa: PLW0603  (a pool's process has no other place for it)
    if _worker is None:
        _worker = Worker(workshop)
    _worker.renew(workshop)
    return _worker.make(job, stamp)

"""Progress of long work on the screen."""

from types import TracebackType
from typing import Self

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from manualkit.pdf import JobResult
from manualkit.site import ShardResult


class Steps:
    """A bar for the PDFs and a bar for the site."""

    def __init__(self, console: Console) -> None:
        self._progress = Progress(
            TextColumn("{task.description:<9}"),
            BarColumn(),
            MofNCompleteColumn(),
            TimeElapsedColumn(),
            TextColumn("{task.fields[now]}"),
            console=console,
        )
        self._sheets = self._progress.add_task("5 pdf", visible=False, now="")
        self._shards = self._progress.add_task("6 site", visible=False, now="")

    def __enter__(self) -> Self:
        self._progress.start()
        return self

    def __exit__(
        self,
        _type: type[BaseException] | None,
        _error: BaseException | None,
        _trace: TracebackType | None,
    ) -> None:
        for task in (self._sheets, self._shards):
            self._progress.update(task, now="")
        self._progress.stop()

    def sheets(self, done: int, total: int, result: JobResult) -> None:
        """Note that a PDF is over."""
        now = f"{result.job.edition} {result.job.rendition} {result.job.kind}"
        self._progress.update(self._sheets, visible=True, completed=done, total=total, now=now)

    def expect_shards(self, total: int) -> None:
        """Show how many renditions of the site there are."""
        self._progress.update(self._shards, visible=True, total=total)

    def shard(self, result: ShardResult) -> None:
        """Note that a rendition of the site is over."""
        self._progress.update(self._shards, advance=1, now=f"{result.edition} {result.rendition}")

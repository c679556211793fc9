"""What a command and its workers need: seconds, processor seconds, memory (Linux: `/proc`)."""

import dataclasses as dc
import os
import subprocess
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

_PROC = Path("/proc")
_EVERY = 0.05
"""Seconds between two looks. Peaks are the system's own: only a short-lived process is missed."""
_MEGABYTE = 1024


@dc.dataclass(frozen=True, slots=True)
class Needs:
    """What a command needed."""

    seconds: float
    processor_seconds: float
    """Of all its processes, whatever else the machine does."""
    peak_worker: float
    """MB of the largest single process."""
    peak_all: float
    """MB of all its processes at the worst moment; what they share is counted for each."""


class _Watch(threading.Thread):
    """Looks at a process and its children until they end."""

    def __init__(self, top: int) -> None:
        super().__init__(daemon=True)
        self._top = top
        self._over = threading.Event()
        self.largest = 0.0
        self.together = 0.0

    def run(self) -> None:
        """Look again and again."""
        while not self._over.wait(_EVERY):
            family = list(_family(self._top))
            self.largest = max(self.largest, *(_memory(pid, "VmHWM") for pid in family), 0.0)
            self.together = max(self.together, sum(_memory(pid, "VmRSS") for pid in family))

    def end(self) -> None:
        """Stop looking."""
        self._over.set()
        self.join()


def needs(command: Sequence[str], env: Mapping[str, str] | None = None) -> Needs:
    """Run a command to its end and tell what it needed; raise `CalledProcessError` if it failed."""
    before = os.times()
    start = time.perf_counter()
    with subprocess.Popen(  # noqa: S603, the commands are those of the benchmarks
        command, env={**os.environ, **(env or {})}, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    ) as process:
        watch = _Watch(process.pid)
        watch.start()
        told, _ = process.communicate()
    watch.end()
    seconds = time.perf_counter() - start
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command, told)
    after = os.times()
    spent = after.children_user + after.children_system
    spent -= before.children_user + before.children_system
    return Needs(seconds, spent, watch.largest, watch.together)


def _family(top: int) -> Iterator[int]:
    """Yield a process and all below it."""
    yield top
    for task in (_PROC / str(top) / "task").glob("*/children"):
        try:
            children = task.read_text().split()
        except OSError:
            continue  # it has just ended
        for child in children:
            yield from _family(int(child))


def _memory(pid: int, name: str) -> float:
    """Return megabytes of a process; 0 if it has ended."""
    try:
        lines = (_PROC / str(pid) / "status").read_text().splitlines()
    except OSError:
        return 0.0
    found = [line.split()[1] for line in lines if line.startswith(f"{name}:")]
    return int(found[0]) / _MEGABYTE if found else 0.0

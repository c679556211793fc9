"""Run a command and tell its seconds and the peak memory of all its processes."""

import dataclasses as dc
import subprocess
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path

_EVERY = 0.1
_PROC = Path("/proc")


@dc.dataclass(frozen=True, slots=True)
class Run:
    """What a command took."""

    seconds: float
    together: int
    """MB of all its processes at the worst moment; 0 where the system does not tell."""
    largest: int
    """MB of the largest single process."""
    failed: str = ""
    """The last lines of what it said, if it failed."""


def run(command: Sequence[str], folder: Path, environment: Mapping[str, str]) -> Run:
    """Run a command to its end."""
    start, together, largest = time.perf_counter(), 0, 0
    log = folder / "run.log"
    with (
        log.open("w", encoding="utf-8") as said,
        subprocess.Popen(  # noqa: S603  (our own commands)
            command, cwd=folder, env=environment, stdout=said, stderr=subprocess.STDOUT
        ) as process,
    ):
        while process.poll() is None:
            sizes = [_megabytes(pid) for pid in _tree(process.pid)]
            together = max(together, sum(now for now, _ in sizes))
            largest = max([largest, *(peak for _, peak in sizes)])
            with suppress(subprocess.TimeoutExpired):
                process.wait(_EVERY)
    seconds = time.perf_counter() - start
    tail = "\n".join(log.read_text("utf-8").splitlines()[-5:]) if process.returncode else ""
    return Run(seconds, together, largest, tail)


def _tree(top: int) -> list[int]:
    found = [top]
    for pid in found:  # it grows while it is read
        for path in _PROC.glob(f"{pid}/task/*/children"):
            with suppress(OSError):
                found += [int(child) for child in path.read_text("utf-8").split()]
    return found


def _megabytes(pid: int) -> tuple[int, int]:
    """Return the memory of a process, now and at its peak."""
    try:
        lines = (_PROC / str(pid) / "status").read_text("utf-8").splitlines()
    except OSError:
        return 0, 0
    found = dict(line.split(":", 1) for line in lines if ":" in line)
    return tuple(int(found.get(name, "0").split()[0]) // 1024 for name in ("VmRSS", "VmHWM"))  # type: ignore[return-value]

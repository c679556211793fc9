"""`manualkit pdf --watch` as a person runs it: edit, look, mend, end with Ctrl+C."""

import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

import pytest

pytestmark = pytest.mark.pdf
SHEET = "dist/core/en/session-group-1.pdf"


@contextmanager
def watching(root: Path) -> Iterator["subprocess.Popen[str]"]:
    command = [sys.executable, "-u", "-m", "manualkit", "pdf", "--watch", "--root", str(root)]
    asked = ["--edition", "core", "--lang", "en", "--kind", "session", "--today", "2026-03-01"]
    # A test run in the background may ignore Ctrl+C, and what it starts would inherit that.
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    with subprocess.Popen([*command, *asked], stdout=subprocess.PIPE, text=True) as process:
        signal.signal(signal.SIGINT, before)
        try:
            yield process
        finally:
            process.send_signal(signal.SIGINT)


def until(stream: IO[str] | None, mark: str) -> list[str]:
    """Read the lines up to the one with the mark; without one, until the program ends."""
    read: list[str] = []
    for line in stream or ():
        read.append(line)
        if mark in line:
            return read
    raise AssertionError("".join(read))


def descendants(process: int) -> set[int]:
    children = Path(f"/proc/{process}/task/{process}/children").read_text("ascii").split()
    return {number for child in map(int, children) for number in {child, *descendants(child)}}


def gone(process: int) -> bool:
    try:
        return "Z" in Path(f"/proc/{process}/stat").read_text("ascii").rpartition(")")[2]
    except FileNotFoundError:
        return True


def test_an_edit_makes_its_sheet_again_and_a_fault_leaves_the_last_good_one(
    project: Callable[[str], Path],
) -> None:
    root = project("good-minimal")
    page = root / "docs/group/session-1.md"
    text = page.read_text("utf-8")
    assert "Tell the story slowly." in text
    with watching(root) as process:
        until(process.stdout, "End with Ctrl+C")
        first = (root / SHEET).read_bytes()
        page.write_text(text + "\n::: notice\nHello.\n:::\n", "utf-8")
        told = "".join(until(process.stdout, "the last good sheets stay"))
        assert "docs/group/session-1.md" in told
        assert (root / SHEET).read_bytes() == first
        page.write_text(text.replace("slowly", "in your own words"), "utf-8")
        line = until(process.stdout, " s).")[-1]
        assert "1 made: core/en/session-group-1.pdf; 0 unchanged" in line
        assert (root / SHEET).read_bytes() != first
    assert process.returncode == 0


@pytest.mark.skipif(not Path("/proc/self/task").is_dir(), reason="there is no /proc here")
def test_when_it_is_killed_its_workers_end_too(project: Callable[[str], Path]) -> None:
    with watching(project("good-minimal")) as process:
        until(process.stdout, "End with Ctrl+C")
        workers = descendants(process.pid)
        assert workers
        process.kill()
        process.wait()
        deadline = time.monotonic() + 20
        while not all(map(gone, workers)):
            assert time.monotonic() < deadline
            time.sleep(0.1)

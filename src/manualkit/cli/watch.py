"""Do something again whenever a source of the project has changed, until Ctrl+C."""

import queue
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

SOURCES = ("docs", "adaptations", "locale", "templates")
"""The folders that people write in."""
_CHANGES = frozenset({"created", "modified", "moved", "deleted"})
_SETTLED = 0.05
"""Seconds without a change after which an editor has finished saving."""
_PASSING = (".swp", ".swx", ".swpx", ".tmp", "~")
"""Ends of the names under which editors keep what is not saved yet."""


class Changes(FileSystemEventHandler):
    """The changes of a project's sources, from when they began to be watched."""

    def __init__(self) -> None:
        self._waiting: queue.SimpleQueue[Path] = queue.SimpleQueue()

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Note which file was changed; being read is no change."""
        if event.event_type in _CHANGES and not event.is_directory:
            for name in filter(None, (event.src_path, event.dest_path)):
                path = Path(str(name))
                if not path.name.startswith(".") and not path.name.endswith(_PASSING):
                    self._waiting.put(path)

    def next(self) -> frozenset[Path]:
        """Wait for a change; return all files that were saved together."""
        found = {self._waiting.get()}
        try:
            while True:
                found.add(self._waiting.get(timeout=_SETTLED))
        except queue.Empty:
            return frozenset(found)


@contextmanager
def watched(root: Path) -> Iterator[Changes]:
    """Watch the sources of a project inside this context."""
    changes, observer = Changes(), Observer()
    for folder in SOURCES:
        if (root / folder).is_dir():
            observer.schedule(changes, str(root / folder), recursive=True)
    observer.start()
    try:
        yield changes
    finally:
        observer.stop()
        observer.join()

"""A person says that a change still holds: `base:` in its head, and the core text beside it."""

import dataclasses as dc
from pathlib import Path

from manualkit.adaptor.comparison import Comparison
from manualkit.adaptor.head import own_text, stamped, with_text
from manualkit.adaptor.kept import Kept, kept_bytes
from manualkit.model.core_text import CoreText
from manualkit.store import write_if_changed


@dc.dataclass(frozen=True, slots=True)
class Accepted:
    """What accepting a change wrote."""

    id: str
    base: str
    files: tuple[Path, ...]
    """Those whose bytes changed."""


def accept(root: Path, kept: Kept, change: Comparison, now: CoreText) -> Accepted:
    """Stamp a change with the core of today. Only the line `base:` of its file changes."""
    file = root / change.where.file
    contents = {
        # The core text first: a base without its text could not be compared later.
        kept.file(change.id): kept_bytes(now.text),
        file: stamped(file.read_bytes(), now.digest),
    }
    return _write(change.id, now.digest, contents)


def accept_suggestion(
    root: Path, kept: Kept, change: Comparison, now: CoreText, text: str
) -> Accepted:
    """Put a suggested text in place of the change's own, which is kept, and stamp the change."""
    file = root / change.where.file
    content = file.read_bytes()
    earlier = kept_bytes(own_text(content))
    contents = {
        kept.earlier(change.id, earlier): earlier,
        kept.file(change.id): kept_bytes(now.text),
        file: stamped(with_text(content, text), now.digest),
    }
    return _write(change.id, now.digest, contents)


def _write(change: str, base: str, contents: dict[Path, bytes]) -> Accepted:
    written = [path for path, content in contents.items() if write_if_changed(path, content)]
    return Accepted(change, base, tuple(written))

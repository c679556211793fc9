"""`changes/.base/`: the core text that each change was written against, kept beside the changes."""

import dataclasses as dc
from pathlib import Path

from manualkit.model.digest import text_digest


@dc.dataclass(frozen=True, slots=True)
class Kept:
    """The kept texts of one adaptation."""

    folder: Path
    """The adaptation's folder."""

    def file(self, change: str) -> Path:
        """Return where the core text of a change is kept."""
        return self.folder / "changes" / ".base" / f"{change}.md"

    def earlier(self, change: str, content: bytes) -> Path:
        """Return where a context's own text goes when a suggestion takes its place.

        An earlier text that is kept already stays.
        """
        number, file = 1, self.folder / "changes" / ".base" / f"{change}.before.md"
        while file.exists() and file.read_bytes() != content:
            number += 1
            file = file.with_name(f"{change}.before-{number}.md")
        return file

    def text(self, change: str, base: str) -> str | None:
        """Return the core text that belongs to `base`; None if it was not kept."""
        file = self.file(change)
        if not file.is_file():
            return None
        text = file.read_text("utf-8-sig", errors="replace").strip()
        return text if base.startswith(text_digest(text)) else None


def kept_bytes(text: str) -> bytes:
    """Return the content of a kept file."""
    return f"{text.strip()}\n".encode()

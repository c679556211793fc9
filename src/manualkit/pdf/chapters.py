"""Pages as the print templates see them."""

import dataclasses as dc

from manualkit.model.page import PageKind
from manualkit.pdf.links import anchor


@dc.dataclass(frozen=True, slots=True)
class Chapter:
    """A page."""

    path: str
    kind: PageKind
    title: str
    section: str
    body: str

    @property
    def anchor(self) -> str:
        """Its place in the document."""
        return anchor(self.path)


@dc.dataclass(frozen=True, slots=True)
class Section:
    """Chapters that stand together in the contents."""

    name: str
    chapters: tuple[Chapter, ...]

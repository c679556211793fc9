"""What the page behind the code on a printed sheet tells."""

import dataclasses as dc

from manualkit.model.language import Language
from manualkit.site.texts import Text


@dc.dataclass(frozen=True, slots=True)
class Elsewhere:
    """A page in a language that the edition still has."""

    language: Language
    title: Text
    href: str


@dc.dataclass(frozen=True, slots=True)
class SheetRecall:
    """A recall, as the holder of a sheet is told of it."""

    what: Text
    do: Text
    texts: str
    """Text versions that are concerned, with spaces between them; `*` for all but the newest."""
    newest: bool
    """Whether the newest text is concerned as well: then there is none to print instead."""
    title: str = ""
    """The page that it is about, on the page of the whole manual."""


@dc.dataclass(frozen=True, slots=True)
class ShortPage:
    """What the page behind a QR code tells."""

    rendition: str
    language: Language
    title: str
    edition: str
    page: str
    """Path of the page that was printed; empty for the whole manual."""
    digest: str
    """Its text version now; empty if the newest version has it no longer."""
    recalls: tuple[SheetRecall, ...]
    released: tuple[tuple[str, Text], ...]
    """Text versions that went out before, and the sentence that names their release."""
    read: str
    """Where it stands, seen from here."""
    print: str
    """The newest sheet; empty if the site has none in this language."""
    elsewhere: tuple[Elsewhere, ...] = ()
    """Where it stands in other languages, if the edition has that of the sheet no longer."""

    @property
    def spoilt(self) -> bool:
        """Whether even the newest text is recalled."""
        return any(recall.newest for recall in self.recalls)

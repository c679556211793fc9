"""Where the pages of each rendition stand, and how one leads to the other."""

import dataclasses as dc
from collections.abc import Sequence
from posixpath import relpath

from manualkit.model.language import language_of
from manualkit.model.manifest import Manifest
from manualkit.model.message_state import MessageState

HOME = "index"
"""Path of the page that an edition opens with."""


def page_url(path: str) -> str:
    """Return a page's address below its rendition: `group/session-2/`; empty for the home page."""
    return "" if path == HOME else f"{path}/"


@dc.dataclass(frozen=True, slots=True)
class Sister:
    """An edition, as the switches of the others see it."""

    id: str
    title: str
    note: str
    renditions: tuple[str, ...]
    """Names of its renditions: languages and bilingual ones."""
    pages: tuple[str, ...]
    untranslated: tuple[tuple[str, str], ...] = ()
    """Languages and pages of which readers see nothing in that language."""

    @classmethod
    def of(cls, manifest: Manifest) -> "Sister":
        """Return what the others need to know of an edition."""
        edition = manifest.edition
        return cls(
            id=edition.id,
            title=edition.title,
            note=edition.where,
            renditions=tuple(edition.renditions),
            pages=tuple(page.path for page in manifest.pages),
            untranslated=tuple(
                (code, path)
                for code, state in manifest.states.items()
                for path, text in state.texts.items()
                if text is MessageState.MISSING
            ),
        )


@dc.dataclass(frozen=True, slots=True)
class Places:
    """The folders of a site: below edition and rendition, or, in a preview, below a language."""

    sisters: Sequence[Sister]
    preview_language: str = ""
    """In a preview of one edition, the language that stands at the top."""

    def folder(self, edition: str, rendition: str) -> str:
        """Return the folder of a rendition from the top of the site: `core/ar/`, `core/ar+en/`."""
        if not self.preview_language:
            return f"{edition}/{rendition}/"
        return "" if rendition == self.preview_language else f"{rendition}/"

    def sister(self, edition: str) -> Sister:
        """Return an edition."""
        return next(sister for sister in self.sisters if sister.id == edition)


@dc.dataclass(frozen=True, slots=True)
class Spot:
    """One page of a rendition, as the place that links start from."""

    places: Places
    edition: str
    rendition: str
    """Its name: a language, or a bilingual one."""
    path: str

    @property
    def url(self) -> str:
        """The page's address from the top of the site."""
        return self.places.folder(self.edition, self.rendition) + page_url(self.path)

    @property
    def base(self) -> str:
        """The rendition's top folder, from here."""
        return relpath("/" + self.places.folder(self.edition, self.rendition), "/" + self.url)

    @property
    def top(self) -> str:
        """The top of the site, from here."""
        return relpath("/", "/" + self.url)

    def home(self, edition: str, rendition: str) -> str:
        """Return the way to the home page of a rendition."""
        return relpath("/" + self.places.folder(edition, rendition), "/" + self.url) + "/"

    def same_page(self, edition: str, rendition: str) -> tuple[str, bool]:
        """Return the way to this page in another rendition, and whether that one has the page."""
        sister = self.places.sister(edition)
        wishes = (rendition, language_of(rendition))
        name = next((each for each in wishes if each in sister.renditions), sister.renditions[0])
        there = self.path in sister.pages
        folder = self.places.folder(edition, name)
        target = "/" + folder + (page_url(self.path) if there else "")
        return relpath(target, "/" + self.url) + "/", there

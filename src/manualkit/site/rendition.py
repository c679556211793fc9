"""A rendition as the site sees it: an edition, a language, and all that its pages depend on."""

import dataclasses as dc
from collections.abc import Mapping, Sequence
from pathlib import Path

from manualkit.model.approval import State
from manualkit.model.language import Language, beside_english, language
from manualkit.model.manifest import Manifest, ManifestPage
from manualkit.model.message_state import MessageState
from manualkit.model.rendition import RenderContext, Translate
from manualkit.site.links import PdfLink
from manualkit.site.places import HOME, Places, Spot
from manualkit.site.texts import Text, Texts

NavItem = dict[str, str | list[dict[str, str]]]
"""An entry of MkDocs' `nav`: a title and a page, or a title and its pages."""


@dc.dataclass(frozen=True, slots=True)
class OlderLink:
    """An old version of the edition, as its home page names it."""

    version: str
    date: str
    folder: str
    """The folder of its rendition, from the edition's: `v/1.0.0/ur`."""


@dc.dataclass(frozen=True, slots=True)
class Rendition:
    """An edition in a language, alone or beside English."""

    folder: Path
    """The composed edition: `manifest.json`, `pages/`, `images/`."""
    manifest: Manifest
    language: Language
    translate: Translate
    strings: Mapping[str, str]
    places: Places
    pdfs: Sequence[PdfLink] = ()
    translate_safety: Translate = lambda _: None
    bilingual: bool = False
    """Whether its pages show the language beside English."""
    older: Sequence[OlderLink] = ()
    """Old versions that stay readable, the newest first."""

    @property
    def name(self) -> str:
        """Name of its folder: the language, or `ur+en`."""
        code = self.language.code
        return beside_english(code) if self.bilingual else code

    @property
    def texts(self) -> Texts:
        """Texts in the reader's language."""
        return Texts(self.strings, self.translate, self.english)

    @property
    def english(self) -> bool:
        """Whether this is the language that the manual is written in."""
        return self.language.code.partition("-")[0] == "en"

    @property
    def site_name(self) -> Text:
        """The manual's title."""
        return self.texts.of(self.manifest.edition.core_title)

    @property
    def edition_name(self) -> Text:
        """The edition's title; the core is not named as the whole manual is."""
        return self.texts.of(self.manifest.edition.title)

    def page(self, path: str) -> ManifestPage:
        """Return a page of the edition."""
        return next(page for page in self.manifest.pages if page.path == path)

    def spot(self, path: str) -> Spot:
        """Return the place of a page."""
        return Spot(self.places, self.manifest.edition.id, self.name, path)

    def render_context(self, path: str) -> RenderContext:
        """Return what rendering a page depends on."""
        return RenderContext(
            page=path,
            language=self.language,
            translate=self.translate,
            facts=self.manifest.facts,
            strings=self.strings,
            safety_approved=self.manifest.safety_approved(self.language.code),
            translate_safety=self.translate_safety,
        )

    def english_context(self, path: str) -> RenderContext:
        """Return what rendering the English side of a bilingual page depends on."""
        context = self.render_context(path)
        return dc.replace(context, language=language("en"), translate=lambda _: None)

    def approval(self, path: str) -> State:
        """Return how far a page has come; the home page speaks for the whole."""
        return self.manifest.state(self.language.code, path)

    def text_state(self, path: str) -> MessageState | None:
        """Return how far the words of a page have come; None in English."""
        return self.manifest.text_state(self.language.code, path)

    def untranslated(self, path: str) -> bool:
        """Whether readers see nothing of a page in their language."""
        return self.text_state(path) is MessageState.MISSING

    def title(self, path: str) -> Text:
        """Return the title of a page."""
        return self.texts.of(self.page(path).title)

    def nav(self) -> list[NavItem]:
        """Return the contents for MkDocs."""
        sections: list[NavItem] = [{str(self.title(HOME)): f"{HOME}.md"}]
        for section in self.manifest.nav:
            pages = [
                {str(self.title(path)): f"{path}.md"} for path in section.pages if self.has(path)
            ]
            if pages:
                sections.append({str(self.texts.of(section.title)): pages})
        return sections

    def has(self, path: str) -> bool:
        """Whether the edition has a page."""
        return any(page.path == path for page in self.manifest.pages)

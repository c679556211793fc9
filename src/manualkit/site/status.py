"""The page that tells how far everything has come: approvals, translations, contacts."""

import dataclasses as dc
from collections.abc import Sequence
from itertools import groupby

from manualkit.catalogue import load_strings
from manualkit.model.language import Language, is_english, language
from manualkit.model.manifest import Manifest, ManifestContact
from manualkit.model.message_state import MessageState
from manualkit.model.words import FolderWords
from manualkit.site.care import landing_care
from manualkit.site.landing import landing_templates
from manualkit.site.plan import SitePlan

FILE = "status/index.html"
"""Its address from the top of the site."""


@dc.dataclass(frozen=True, slots=True)
class LanguageStatus:
    """How far an edition has come in a language."""

    language: Language
    text: str
    """State of the translation, or of the English text."""
    safety: str
    """State of the safety text; empty in English, where it belongs to the text."""
    folders: Sequence[FolderWords]

    @property
    def shown(self) -> list[MessageState]:
        """The states that some of its translated words are in, the worst first."""
        there = {state for row in self.folders for state, count in row.words.items() if count}
        return [state for state in MessageState if state.shown and state in there]


@dc.dataclass(frozen=True, slots=True)
class EditionStatus:
    """How far an edition has come."""

    id: str
    title: str
    languages: Sequence[LanguageStatus]
    contacts: Sequence[ManifestContact]


def status_page(plan: SitePlan) -> dict[str, bytes]:
    """Return the page by its file name. It holds dates and no "today": it is right on any day."""
    template = landing_templates(plan.root).get_template("status.html.j2")
    strings = load_strings(plan.root / "templates")
    page = template.render(
        home="../",
        unlisted=False,
        care=landing_care(plan.editions, strings),
        title=plan.editions[0].edition.core_title,
        editions=[_edition(plan, manifest) for manifest in plan.editions],
        strings=strings,
    )
    return {FILE: page.encode()}


def _edition(plan: SitePlan, manifest: Manifest) -> EditionStatus:
    edition = manifest.edition
    own = [words for words in plan.words if words.edition == edition.id]
    folders = {code: list(group) for code, group in groupby(own, lambda words: words.language)}
    languages = [_language(manifest, code, folders.get(code, ())) for code in edition.languages]
    return EditionStatus(edition.id, edition.title, languages, manifest.contacts)


def _language(manifest: Manifest, code: str, folders: Sequence[FolderWords]) -> LanguageStatus:
    known = manifest.states.get(code)
    if known is None:
        return LanguageStatus(language(code), "draft", "draft", folders)
    text = known.edition if is_english(code) else known.translation
    return LanguageStatus(language(code), text or "draft", known.safety or "", folders)

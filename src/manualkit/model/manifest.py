"""The manifest: what compose hands over beside the Markdown of an edition.

`build/editions/<edition>/` holds `manifest.json`, `pages/<path>.md` and `images/`. Site, PDF and
reports read only that, `locale/` and `templates/`.
"""

from typing import Any, Literal

from manualkit.model.approval import RenditionState, State
from manualkit.model.base import Model
from manualkit.model.block import Kind, Lock
from manualkit.model.forms import FormsFile
from manualkit.model.kits import Kit
from manualkit.model.language import beside_english, is_english
from manualkit.model.manual import FactKind, NavSection, Picture
from manualkit.model.message_state import MessageState, worst_shown
from manualkit.model.news import Recall, Release
from manualkit.model.page import PageKind
from manualkit.model.rights import Rights
from manualkit.model.sheet import Sheet
from manualkit.model.site_settings import SiteSettings
from manualkit.model.wayfinding import ExplainedWord

_HOME = "index"


class ManifestBlock(Model):
    """A block as it stands in the edition."""

    id: str
    page: str
    kind: Kind
    lock: Lock
    file: str
    """File that the text comes from, from the project's top folder."""
    line: int
    digest: str
    """Hash of the composed English text (words in, facts not yet)."""
    core_digest: str = ""
    """Hash of the core block as typed; empty for a block that the context added."""
    change: str = ""
    """Id of the change that wrote it."""
    text: str = ""
    """The composed English text of a locked block; empty for the others."""
    copy_of: str = ""
    """Id of the block that this is a copy of."""


class ManifestPage(Model):
    """A page of the edition, in reading order."""

    path: str
    """`group/session-2`; the Markdown is `pages/group/session-2.md`."""
    title: str
    """English; a message of the catalogue."""
    kind: PageKind
    summary: str = ""
    section: str = ""
    """English title of its section in the contents; empty for the home page."""
    manual: str = ""
    session: int | None = None
    status: str = "complete"
    minutes: int = 0
    digest: str
    """Hash of the Markdown file."""
    pictures: list[str] = []
    """Files in `images/` that the page shows."""
    facts: list[str] = []
    """Ids of the facts that the page uses."""
    change: str = ""
    """Id of the change that brought the page; empty for a page of the core."""
    alternatives: list[str] = []
    """Paths of the pages that one chooses between, this one among them."""
    case_study: str = ""
    """Id of the case study that the page tells."""
    variant: str = ""
    """Which telling of it: female, male, town …"""
    steps: list[str] = []
    """Of a strategy: ids of the steps that teach or review it here, in reading order."""


class ManifestTerm(Model):
    """A word of the context."""

    id: str
    forms: dict[str, str]
    """English forms by name, as they stand in the pages."""
    translations: dict[str, dict[str, str]] = {}
    """Forms in other languages, by language and name."""


class ManifestFact(Model):
    """An opaque value, filled in after translation."""

    kind: FactKind
    value: str


class ManifestContact(Model):
    """A contact: its dates, for the warning that it has run out, and what helps at once.

    Its numbers are facts: `crisis_line`, `crisis_line_sms`.
    """

    id: str
    label: str
    purpose: str = ""
    hours: str = ""
    languages: str = ""
    """Which languages are spoken and how to ask for an interpreter."""
    emergency: bool = False
    """Whether it is called when life is at risk."""
    checked_on: str
    expires: str = ""
    example: bool = True


class ManifestChange(Model):
    """One line of the adaptation record."""

    id: str
    action: str
    target: str
    summary: str
    reason: str
    nature: list[str]
    file: str
    line: int
    adaptation: str = ""
    """Id of the adaptation that holds it: an extended one's changes are the edition's too."""
    head: dict[str, Any] = {}
    """Everything that the change says of itself, as plain data."""
    before: str = ""
    """What the core says there, as typed; for pictures and contacts in words."""
    after: str = ""
    """What the edition says there, as typed."""
    pages: list[str] = []
    """Paths of the edition's pages that show it; empty for words that stand on many."""
    applied: bool = True
    """False for one that is only proposed, was rejected or withdrawn, or is superseded."""
    superseded_by: str = ""
    """Id of the change that took its place in this edition."""


class ManifestLocalText(Model):
    """A text that was written directly in one language; the others keep what they have."""

    language: str
    page: str
    block: str
    """The block that it replaces, or that it stands beside."""
    action: Literal["replace", "add-before", "add-after"]
    kind: Kind
    id: str
    """Id of the block that holds it: the replaced one, or a new one."""
    text: str
    """Markdown in the language, facts as `{name}`."""
    change: str
    """Id of the change that wrote it."""
    back_translation: str
    """What it says, in English, for those who review it."""


class ManifestEdition(Model):
    """What the edition says about itself."""

    id: str
    title: str
    note: str = ""
    for_whom: str = ""
    where: str = ""
    about: str = ""
    core_title: str
    core_version: str
    languages: list[str]
    extends: list[str] = []
    """Ids of the adaptations that it stands on, the nearest first; catalogues follow them."""
    forms: FormsFile = FormsFile()
    """Whom its translations are worded for."""
    paper: str = "A4"
    prints: list[str] | None = None
    """Languages whose sheets every build makes; None: all."""
    numerals: dict[str, str] = {}
    """Digits of pages, minutes and steps, in languages that the edition says it of."""
    sample: bool
    sample_notice: str
    rights: Rights
    site: SiteSettings = SiteSettings()
    """How the published site treats its readers."""
    digest: str = ""
    """Hash of all pages and facts: the document's own version."""

    @property
    def bilingual(self) -> list[str]:
        """Names of the renditions that show a language beside English, if it is there: `ur+en`."""
        others = [code for code in self.languages if not is_english(code)]
        return (
            [beside_english(code) for code in others] if len(others) < len(self.languages) else []
        )

    @property
    def renditions(self) -> list[str]:
        """Names of all renditions: the languages, then the bilingual ones."""
        return [*self.languages, *self.bilingual]


class Manifest(Model):
    """The hand-over from compose to everything behind it."""

    edition: ManifestEdition
    nav: list[NavSection]
    pages: list[ManifestPage]
    blocks: list[ManifestBlock]
    facts: dict[str, ManifestFact]
    contacts: list[ManifestContact]
    pictures: list[Picture]
    changes: list[ManifestChange]
    local_texts: list[ManifestLocalText] = []
    terms: list[ManifestTerm] = []
    explained: list[ExplainedWord] = []
    """Words of the field in plain words, in the words of the context."""
    kits: list[Kit] = []
    """Those of whose sheets all pages are there, in the words of the context."""
    sheets: list[Sheet] = []
    """The fidelity checklists as data."""
    releases: list[Release] = []
    recalls: list[Recall] = []
    states: dict[str, RenditionState] = {}
    """How far each language has come; one that is not here is a draft."""

    def state(self, language: str, page: str = "") -> State:
        """Return how far a page has come in a language; without a page, the whole manual.

        The home page and the About page speak for the whole.
        """
        known = self.states.get(language)
        if known is None:
            return State.DRAFT
        return known.whole if page == _HOME else known.pages.get(page, known.whole)

    def text_state(self, language: str, *pages: str) -> MessageState | None:
        """Return the worst state of what readers see of some pages in translation.

        None where there is nothing to tell: in English.
        """
        known = self.states.get(language)
        texts = known.texts if known else {}
        found = [texts[page] for page in pages if page in texts]
        return worst_shown(found) if found else None

    def safety_approved(self, language: str) -> bool:
        """Whether the safety text of a language may be shown in that language."""
        known = self.states.get(language)
        return known is not None and known.safety is State.APPROVED

"""An edition on the desk: composed text, catalogues and rows, and how far each language is."""

import dataclasses as dc
import hashlib
from collections.abc import Mapping
from functools import cached_property
from pathlib import Path

from manualkit.approvals import (
    Answers,
    Hashes,
    Standing,
    edition_hashes,
    front_texts,
    rendition_state,
    rows_of,
    safety_hashes,
    safety_state,
    standing,
    text_hashes,
)
from manualkit.catalogue import BrokenCatalogueError, Catalogue, load_strings
from manualkit.compose import Composition
from manualkit.extract import all_messages, asked_in
from manualkit.model.approval import Approval, ApprovalsFile, Needs, RenditionState, State
from manualkit.model.edition import Edition
from manualkit.model.project import Placed
from manualkit.model.rendition import Message


@dc.dataclass(frozen=True)
class Desk:
    """An edition on the desk of those who approve it: its texts as they stand now, and its rows."""

    root: Path
    edition: Edition
    composition: Composition

    @property
    def id(self) -> str:
        """Id of the edition."""
        return self.edition.id

    @property
    def approvals(self) -> Placed[ApprovalsFile] | None:
        """Its `approvals.yml`, if there is one."""
        return self.edition.approvals

    @property
    def file(self) -> str:
        """Where its rows stand, from the project's top folder."""
        return "docs/approvals.yml" if self.id == "core" else f"adaptations/{self.id}/approvals.yml"

    @property
    def languages(self) -> list[str]:
        """The languages that it is translated into."""
        codes = self.composition.manifest.edition.languages
        return [code for code in codes if not is_english(code)]

    @property
    def rows(self) -> list[Approval]:
        """The rows in their order."""
        return self.approvals.value.approvals if self.approvals else []

    @property
    def needs(self) -> Needs:
        """Who must have approved."""
        return self.approvals.value.needs if self.approvals else Needs()

    @cached_property
    def edition_hashes(self) -> Hashes:
        """The English text as it stands now."""
        pictures = {
            name: _bytes_hash(self.root / source)
            for name, source in self.composition.images.items()
        }
        return edition_hashes(self.composition.manifest, self.composition.pages, pictures)

    @cached_property
    def messages(self) -> list[Message]:
        """Every message of the edition, safety text included."""
        strings = load_strings(self.root / "templates")
        return all_messages(self.composition.manifest, self.composition.pages, strings)

    def asked(self, language: str) -> list[Message]:
        """Return the messages that a language is asked for."""
        return asked_in(self.messages, self.composition.manifest.local_texts, language)

    def catalogue(self, language: str) -> Catalogue:
        """Return what a language says."""
        edition = self.composition.manifest.edition
        try:
            return Catalogue.of(self.root, edition, language)
        except BrokenCatalogueError:  # it has its finding
            return Catalogue(language, {}, {})

    def translation_hashes(self, language: str) -> Hashes:
        """Return the translation of a language as it stands now."""
        catalogue = self.catalogue(language)
        own: dict[str, list[str]] = {}
        for text in self.composition.manifest.local_texts:
            if text.language == language:
                own.setdefault(text.page, []).append(f"{text.block} {text.action} {text.text}")
        answers = Answers(catalogue.translate, catalogue.stands_up, own, catalogue.wordings)
        return text_hashes(self.composition.manifest, self.asked(language), answers)

    def safety_hashes(self, language: str) -> Hashes:
        """Return the safety text of a language as it stands now."""
        answers = Answers(self.catalogue(language).translate_safety)
        return safety_hashes(self.messages, answers)

    @property
    def front_texts(self) -> list[str]:
        """What the edition says above its pages, as messages of a catalogue."""
        return front_texts(self.composition.manifest)

    @cached_property
    def english(self) -> Standing:
        """How far the English text has come."""
        rows = rows_of(self.rows, "edition")
        return standing(rows, self.edition_hashes, self.needs.edition)

    def translation(self, language: str) -> Standing:
        """Return how far a translation has come; without a row nothing needs to be read."""
        rows = rows_of(self.rows, "translation", language)
        if not rows:
            return Standing(State.DRAFT, dict.fromkeys(self.edition_hashes.pages, State.DRAFT))
        return standing(rows, self.translation_hashes(language), self.needs.translation)

    def safety(self, language: str) -> State:
        """Return how far the safety text of a language has come."""
        rows = rows_of(self.rows, "safety", language)
        return safety_state(rows, self.safety_hashes(language)) if rows else State.DRAFT

    def states(self) -> dict[str, RenditionState]:
        """Return how far each language has come."""
        return {
            code: rendition_state(self.english, None, None)
            if is_english(code)
            else rendition_state(self.english, self.translation(code), self.safety(code))
            for code in self.composition.manifest.edition.languages
        }


def is_english(code: str) -> bool:
    """Whether a language is the one that the manual is written in."""
    return code.partition("-")[0] == "en"


def with_states(composition: Composition, states: Mapping[str, RenditionState]) -> Composition:
    """Return the composition with the states in its manifest."""
    manifest = composition.manifest.model_copy(update={"states": dict(states)})
    return dc.replace(composition, manifest=manifest)


def _bytes_hash(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()[:12] if path.is_file() else ""

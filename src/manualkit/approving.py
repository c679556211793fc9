"""Composed text, catalogues and rows together: how far each rendition of an edition has come."""

import dataclasses as dc
import hashlib
from collections.abc import Collection, Iterator, Mapping
from functools import cached_property
from pathlib import Path

from manualkit.approvals import (
    Answers,
    Hashes,
    Standing,
    edition_hashes,
    rendition_state,
    rows_of,
    safety_hashes,
    safety_state,
    standing,
    text_hashes,
)
from manualkit.catalogue import BrokenCatalogueError, Catalogue, load_strings
from manualkit.compose import Composition
from manualkit.extract import all_messages
from manualkit.model.approval import Approval, ApprovalsFile, Needs, RenditionState, State
from manualkit.model.edition import Edition
from manualkit.model.finding import Finding, Severity, did_you_mean
from manualkit.model.project import Placed
from manualkit.model.rendition import Message


@dc.dataclass(frozen=True)
class Desk:
    """An edition on the desk of those who approve it: its texts as they stand now, and its rows."""

    root: Path
    composition: Composition
    approvals: Placed[ApprovalsFile] | None

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

    def catalogue(self, language: str) -> Catalogue:
        """Return what a language says."""
        edition = self.composition.manifest.edition
        try:
            return Catalogue.open(self.root / "locale", edition.id, language, edition.extends)
        except BrokenCatalogueError:  # it has its finding
            return Catalogue(language, {}, {})

    def translation_hashes(self, language: str) -> Hashes:
        """Return the translation of a language as it stands now."""
        catalogue = self.catalogue(language)
        answers = Answers(catalogue.translate, catalogue.stands_up)
        return text_hashes(self.composition.manifest, self.messages, answers)

    def safety_hashes(self, language: str) -> Hashes:
        """Return the safety text of a language as it stands now."""
        answers = Answers(self.catalogue(language).translate_safety)
        return safety_hashes(self.messages, answers)

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


def desk_of(root: Path, edition: Edition, composition: Composition) -> Desk:
    """Return an edition on the desk."""
    return Desk(root, composition, edition.approvals)


def with_states(composition: Composition, states: Mapping[str, RenditionState]) -> Composition:
    """Return the composition with the states in its manifest."""
    manifest = composition.manifest.model_copy(update={"states": dict(states)})
    return dc.replace(composition, manifest=manifest)


def row_findings(desk: Desk) -> Iterator[Finding]:
    """Yield a warning for each row whose pages are gone, or that cannot have its effect."""
    if desk.approvals is None:
        return
    pages = desk.edition_hashes.pages
    for number, row in enumerate(desk.rows):
        placed = Placed(row, desk.approvals.source, ("approvals", number))
        later = desk.rows[number + 1 :]
        yield from _gone_pages(placed, pages, later)
        yield from _same_role(placed, desk.rows[:number])


def _gone_pages(
    placed: Placed[Approval], pages: Collection[str], later: Collection[Approval]
) -> Iterator[Finding]:
    row = placed.value
    if row.decision == "withdrawn":
        return
    after = [other for other in later if (other.scope, other.language) == (row.scope, row.language)]
    for path in row.pages:
        overtaken = any(path in other.pages or not other.pages or other.front for other in after)
        if path not in pages and not overtaken:
            message = f'The row names the page "{path}", which this edition does not have.'
            hint = "If the page was taken out, approve the edition anew."
            where = placed.source.key_at(*placed.key, "pages", path)
            hint = did_you_mean(path, pages, hint)
            yield Finding("approval-page", where, message, hint, Severity.WARNING)


def _same_role(placed: Placed[Approval], before: Collection[Approval]) -> Iterator[Finding]:
    row = placed.value
    if (row.scope, row.decision) != ("safety", "approved"):
        return
    same = [
        other
        for other in before
        if (other.scope, other.language, other.decision, other.hash, other.role)
        == (row.scope, row.language, row.decision, row.hash, row.role)
    ]
    if same:
        message = f'The safety text in "{row.language}" is approved twice by the role "{row.role}".'
        hint = "It needs two people with different roles, one of them a clinician."
        yield Finding("approval-one-role", placed.at("role"), message, hint, Severity.WARNING)


def _bytes_hash(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()[:12] if path.is_file() else ""

"""Raw values: what a person typed, with file, line and column, before anything is believed."""

import dataclasses as dc
from collections.abc import Mapping
from typing import Any

from manualkit.model.finding import Location

Key = tuple[str | int, ...]
Position = tuple[int, int]
"""Line and column, both from 1."""


@dc.dataclass(frozen=True, slots=True)
class Source:
    """Where the values of a document stand."""

    file: str
    keys: Mapping[Key, Position] = dc.field(default_factory=dict)
    """Position of each key (for list entries: of the entry)."""
    values: Mapping[Key, Position] = dc.field(default_factory=dict)
    """Position of each value."""

    def at(self, *key: str | int) -> Location:
        """Return where the value of `key` stands, or of the nearest thing around it."""
        return self._find(self.values, key)

    def key_at(self, *key: str | int) -> Location:
        """Return where the key itself stands, or the nearest thing around it."""
        return self._find(self.keys, key)

    def _find(self, positions: Mapping[Key, Position], key: Key) -> Location:
        while key and key not in positions:
            key = key[:-1]
        return Location(self.file, *positions.get(key, (1, 1)))


@dc.dataclass(frozen=True, slots=True)
class RawDocument:
    """A YAML file or the head of a page: plain dicts, lists and texts. Every scalar is text."""

    source: Source
    data: Any


@dc.dataclass(frozen=True, slots=True)
class RawPiece:
    """A heading, a fence or loose text of a page."""

    form: str
    """`head`, `fence` or `text`."""
    line: int
    text_line: int = 0
    """Line that a fence's inside or the loose text begins at."""
    text: str = ""
    """A heading's title, a fence's inside, or the loose text."""
    kind: str = ""
    """The word behind `:::`."""
    braces: str = ""
    level: int = 0


@dc.dataclass(frozen=True, slots=True)
class RawPage:
    """A Markdown page: its head and its pieces."""

    path: str
    """Path without the ending, from the folder that it belongs to."""
    head: RawDocument
    pieces: tuple[RawPiece, ...]
    whole: bool = True
    """False where a fence could not be read, so that blocks are missing."""


@dc.dataclass(frozen=True, slots=True)
class RawChange:
    """A file of `changes/`: its head (the record) and its body (the new text)."""

    head: RawDocument
    body: str
    body_line: int


@dc.dataclass(frozen=True, slots=True)
class RawContext:
    """A folder of `adaptations/`."""

    folder: str
    """Path from the project's top folder, for example `adaptations/prosper-liverpool`."""
    documents: Mapping[str, RawDocument]
    """`adaptation.yml`, `terms.yml` … by file name."""
    changes: tuple[RawChange, ...]
    case_studies: Mapping[str, RawPage]
    """By path in the folder, for example `case-studies/group-story-male.md`."""
    pages: Mapping[str, RawPage]
    """Pages of the context's own, by path in the folder, for example `pages/family-evening.md`."""
    images: frozenset[str]
    """File names in `images/`."""
    others: tuple[str, ...] = ()
    """Files that no step reads, by path in the folder."""


@dc.dataclass(frozen=True, slots=True)
class RawProject:
    """Everything that people wrote."""

    documents: Mapping[str, RawDocument]
    """YAML files of `docs/` by path, for example `checklists/items.yml`."""
    pages: tuple[RawPage, ...]
    images: frozenset[str]
    contexts: tuple[RawContext, ...]

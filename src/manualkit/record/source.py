"""What the record is made from: an edition beside the core that it stands on."""

import dataclasses as dc
from collections.abc import Mapping
from typing import Any

from manualkit.model.edition import Edition
from manualkit.model.manifest import Manifest, ManifestChange


@dc.dataclass(frozen=True, slots=True)
class Composed:
    """An edition as compose hands it over."""

    manifest: Manifest
    pages: Mapping[str, str]
    """Markdown by page path."""


@dc.dataclass(frozen=True, slots=True)
class Compared:
    """An edition and its core, so that each difference can be traced to a change."""

    core: Composed
    in_words: Composed
    """The core in the words of the edition: only its terms, facts, contacts and pictures differ.

    What differs between this and the edition is no matter of words."""
    edition: Composed
    core_edition: Edition
    edition_itself: Edition

    @property
    def changes(self) -> list[ManifestChange]:
        """The changes that reach the text."""
        return [change for change in self.edition.manifest.changes if change.applied]


@dc.dataclass(frozen=True, slots=True)
class Own:
    """What the adaptation's folder holds besides its changes; the record must not lose it."""

    adaptation: Mapping[str, Any]
    """`adaptation.yml` as plain data."""
    texts: Mapping[str, str]
    """Own stories and pages by file, for example `case-studies/walk-male.md`."""


@dc.dataclass(frozen=True, slots=True)
class Pictures:
    """The bytes of pictures by file name."""

    old: Mapping[str, bytes]
    new: Mapping[str, bytes]

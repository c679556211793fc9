"""What the site is built from, and what building it did."""

import dataclasses as dc
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from manualkit.model.manifest import Manifest
from manualkit.model.words import FolderWords
from manualkit.site.links import PdfLink
from manualkit.site.versions import OldVersion


@dc.dataclass(frozen=True, slots=True)
class Counts:
    """What publishing did to the files of `site/`."""

    written: int = 0
    unchanged: int = 0
    removed: int = 0

    def __add__(self, other: "Counts") -> "Counts":
        return Counts(
            self.written + other.written,
            self.unchanged + other.unchanged,
            self.removed + other.removed,
        )


@dc.dataclass(frozen=True, slots=True)
class ShardResult:
    """One rendition of the site: an edition in a language, or in one beside English."""

    edition: str
    rendition: str
    """Its name: `ur` or `ur+en`."""
    pages: int
    """Pages that were rendered; 0 if nothing that they depend on had changed."""
    untranslated: int
    """Words of the rendered pages that fell back to English."""
    files: Counts
    seconds: float


@dc.dataclass(frozen=True, slots=True)
class SitePlan:
    """Everything that the site is built from."""

    root: Path
    """The project's top folder, with `mkdocs.yml`, `build/editions/`, `locale/`, `templates/`."""
    editions: Sequence[Manifest]
    """All editions, in the order in which readers meet them; others are removed from `site/`."""
    pdfs: Mapping[tuple[str, str], Sequence[PdfLink]] = dc.field(default_factory=dict)
    """PDF links by edition and name of the rendition."""
    words: Sequence[FolderWords] = ()
    """How far each folder has come in each language, for the page that tells it."""
    only: frozenset[tuple[str, str]] = frozenset()
    """Renditions to build now, by edition and name; empty for all."""
    made_on: str = ""
    """The day, such as `2026-03-31`: copies for reading without internet tell it."""
    old: Sequence[OldVersion] = ()
    """Versions that were replaced and stay readable, the newest first."""
    workers: int = 1
    on_progress: Callable[[ShardResult], None] = lambda _result: None
    """Called in this process as each rendition is done."""

    @property
    def renditions(self) -> list[tuple[Manifest, str]]:
        """All renditions of the site by edition and name, in order."""
        return [(m, name) for m in self.editions for name in m.edition.renditions]


@dc.dataclass(frozen=True, slots=True)
class SiteReport:
    """What building the site did."""

    shards: tuple[ShardResult, ...]
    shared: Counts
    """Files that belong to no rendition: assets, landing page."""

    @property
    def rendered(self) -> int:
        """Renditions that were rendered anew."""
        return sum(shard.pages > 0 for shard in self.shards)

    @property
    def pages(self) -> int:
        """Pages that were rendered."""
        return sum(shard.pages for shard in self.shards)

    @property
    def files(self) -> Counts:
        """What happened to all files of `site/`."""
        return sum((shard.files for shard in self.shards), self.shared)

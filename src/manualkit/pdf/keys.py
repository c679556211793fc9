"""Which PDFs are up to date: a key over everything that a job's bytes depend on.

The translations are kept apart: a job remembers what it asked the catalogue for, so that a new
translation makes only those PDFs again that show it.
"""

import dataclasses as dc
import hashlib
import json
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

import manualkit
from manualkit.catalogue import SAFETY
from manualkit.markdown.local_texts import texts_for
from manualkit.markdown.text_version import text_version
from manualkit.model.digest import data_digest
from manualkit.model.manifest import Manifest
from manualkit.model.rendition import Translate
from manualkit.pdf.libraries import library_versions
from manualkit.pdf.plan import Job, SheetKind
from manualkit.store import write_if_changed

_ROOMS = ("catalogue", "markdown", "model", "pdf")
"""The packages of ours whose code takes part in a rendering."""


@dc.dataclass(frozen=True, slots=True)
class Record:
    """What is remembered of a job that was made."""

    key: str
    catalogue: str
    """Digest of the catalogue's files then: as long as it is the same, they are not even parsed."""
    asked: tuple[str, ...]
    """The messages that the job asked for."""
    answers: str
    """Digest of their translations."""
    content: str
    """SHA-256 of the PDF."""
    pages: int


def answers_digest(asked: Iterable[str], translate: Translate) -> str:
    """Return a digest of the translations of some messages."""
    return data_digest([translate(message) for message in asked])


class Keys:
    """The keys of one plan, and the records in `build/keys/pdf/`."""

    def __init__(
        self, root: Path, strings: Mapping[str, str], *, faithful_text: bool, site: str = ""
    ) -> None:
        self._root = root
        self._catalogues: dict[tuple[str, str], str] = {}
        self._common = data_digest(
            {
                "strings": strings,
                "templates": _tree(root / "templates" / "pdf"),
                "fonts": _fonts(root),
                "code": _code(),
                "libraries": library_versions(),
                "faithful text": faithful_text,
                "site": site,
            }
        )

    def key(self, job: Job, manifest: Manifest) -> str:
        """Return the key of a job, over everything but its translations."""
        folder = self._root / "build" / "editions" / job.edition
        pages = [page for page in manifest.pages if page.path in job.pages]
        facts = sorted({name for page in pages for name in page.facts})
        pictures = sorted({name for page in pages for name in page.pictures})
        return data_digest(
            {
                "common": self._common,
                "job": dc.asdict(job),
                "edition": _edition(manifest, job),
                "translation": manifest.text_state(job.language, *job.pages),
                "text version": text_version(manifest, job.versioned, job.language),
                "kit": [kit.model_dump() for kit in manifest.kits if kit.id == job.kit],
                "titles": [page.title for page in manifest.pages],
                "sections": [page.section for page in pages],
                "pages": [_digest(folder / "pages" / f"{path}.md") for path in job.pages],
                "local texts": [
                    text.model_dump(mode="json")
                    for path in job.pages
                    for text in texts_for(manifest.local_texts, path, job.language)
                ],
                "pictures": [_digest(folder / "images" / name) for name in pictures],
                "facts": {name: manifest.facts[name].model_dump() for name in facts},
            }
        )

    def catalogue(self, manifest: Manifest, language: str) -> str:
        """Return a digest of the files that a catalogue is read from."""
        edition = manifest.edition
        if (edition.id, language) not in self._catalogues:
            folder = self._root / "locale" / language
            names = ("core", *edition.extends, edition.id, SAFETY)
            files = [_digest(folder / f"{name}.po") for name in names]
            self._catalogues[edition.id, language] = data_digest(files)
        return self._catalogues[edition.id, language]

    def read(self, job: Job) -> Record | None:
        """Return what is remembered of a job, if its PDF still stands as it was made."""
        path = self._path(job)
        if not path.is_file():
            return None
        try:
            record = Record(**json.loads(path.read_bytes()))
        except (ValueError, TypeError):
            return None
        return record if _digest(self._root / job.file) == record.content else None

    def write(self, job: Job, record: Record) -> None:
        """Remember a job."""
        content = json.dumps(dc.asdict(record), ensure_ascii=False, indent=1)
        write_if_changed(self._path(job), content.encode())

    def forget(self, job: Job) -> None:
        """Forget a job, so that it is made again."""
        self._path(job).unlink(missing_ok=True)

    def _path(self, job: Job) -> Path:
        name = job.file.removeprefix("dist/").removesuffix(".pdf")
        return self._root / "build" / "keys" / "pdf" / f"{name}.json"


def _edition(manifest: Manifest, job: Job) -> object:
    """Return what a PDF says of its edition. Only the manual carries the digest of all pages.

    The forms of its own language are the job's.
    """
    whole = job.kind is SheetKind.MANUAL
    others = {"languages", "forms", "prints", "site"} | (set() if whole else {"digest", "about"})
    return manifest.edition.model_dump(exclude=others)


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else ""


def _tree(folder: Path, pattern: str = "*") -> list[tuple[str, str]]:
    files = sorted(path for path in folder.rglob(pattern) if path.is_file())
    return [(path.relative_to(folder).as_posix(), _digest(path)) for path in files]


def _fonts(root: Path) -> list[tuple[str, str]]:
    folder = root / "templates" / "fonts"
    return [*_tree(folder / "print", "*.ttf"), *_tree(folder, "*.toml")]


@cache
def _code() -> list[tuple[str, str]]:
    package = Path(manualkit.__file__).parent
    return [entry for room in _ROOMS for entry in _tree(package / room, "*.py")]

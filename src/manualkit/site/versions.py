"""Old versions of an edition: from the files that the publisher kept to pages with a banner."""

import dataclasses as dc
import hashlib
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from pydantic import ValidationError

from manualkit.model.base import Model
from manualkit.model.finding import Finding, Location, Severity
from manualkit.model.manifest import Manifest
from manualkit.model.news import Release

LIST = "release.json"
"""Names the files of a kept version, each with its hash."""
FOLDER = "v"
"""The folder below an edition that holds its old versions."""
KEPT = "releases"
"""The folder that versions are kept in, if no other one is named."""
NO_CARE = '<aside class="care"></aside>'
"""Stands in a kept page for help at once: that is of the day on which the page is read."""
_LOST = "Put the file back into this folder, and build again."
_HINT = "Take the file from where you keep your releases. The site is built without it."
_TOO_OLD = "An earlier version of the toolkit made the file. The site is built without it."


class FileList(Model):
    """`release.json`: what a kept version holds."""

    edition: str
    version: str
    date: str
    renditions: list[str]
    files: dict[str, str]
    """SHA-256 of each file by its name."""
    numbers: dict[str, str] = {}
    """Its telephone numbers, by the id of their fact."""
    help: list[str] = []
    """Ids of those that were one tap away on every page, and stand on many sheets."""
    named: dict[str, list[str]] = {}
    """Ids of those that stand in the text of a page, by its file."""


@dc.dataclass(frozen=True, slots=True)
class OldVersion:
    """A version of an edition that is kept, and is not the newest."""

    file: Path
    listed: FileList
    raw: bytes
    """The list as it stands in the file."""
    newest: str
    """Number of the edition's newest version."""

    @property
    def folder(self) -> str:
        """Its folder on the site, from the top."""
        return f"{self.listed.edition}/{FOLDER}/{self.listed.version}"

    def contents(self) -> Iterator[tuple[str, bytes]]:
        """Yield its files, one after the other."""
        with zipfile.ZipFile(self.file) as archive:
            for name in self.listed.files:
                yield name, archive.read(name)


def old_versions(
    folder: Path, manifests: Sequence[Manifest]
) -> tuple[list[OldVersion], list[Finding]]:
    """Return the versions in a folder that an edition has replaced, the newest first.

    What is damaged, or not as it was when it was released, is not among them and has a finding.
    """
    found: list[OldVersion] = []
    faults: list[Finding] = []
    editions = {manifest.edition.id: manifest for manifest in manifests}
    for file in sorted(folder.glob("*.zip")):
        where = Location(f"{folder.name}/{file.name}")
        try:
            version = _opened(file, editions)
        except (_NotOursError, OSError, ValueError, zipfile.BadZipFile, KeyError) as error:
            message = f"This file is no version that can be shown: {error}."
            hint = _TOO_OLD if isinstance(error, _TooOldError) else _HINT
            faults.append(Finding("kept-version", where, message, hint, Severity.WARNING))
            continue
        if version is not None and version.listed.version != version.newest:
            found.append(version)
    faults += _missing(folder, manifests)
    return sorted(found, key=_number, reverse=True), faults


def _missing(folder: Path, manifests: Iterable[Manifest]) -> Iterator[Finding]:
    """Yield a finding for each version that went out and is not in the folder, if there is one."""
    for manifest in manifests if folder.is_dir() else ():
        for release in manifest.releases[:-1]:
            file = folder / f"{manifest.edition.id}-{release.version}.zip"
            if release.kept and not file.is_file():
                message = f"Version {release.version} went out, and the site shows it no longer."
                where = Location(f"{folder.name}/{file.name}")
                yield Finding("kept-missing", where, message, _LOST, Severity.WARNING)


class _NotOursError(Exception):
    """A file that is no version of ours, or not as it was."""


class _TooOldError(_NotOursError):
    """A file from before pages kept a place for help of today; without it none is shown."""


def _number(version: OldVersion) -> tuple[int, ...]:
    return tuple(int(part) for part in version.listed.version.split("."))


def _opened(file: Path, editions: dict[str, Manifest]) -> OldVersion | None:
    """Return a version; None for one of an edition that is not built now."""
    with zipfile.ZipFile(file) as archive:
        raw = archive.read(LIST)
        try:
            listed = FileList.model_validate_json(raw)
        except ValidationError as error:
            raise _NotOursError("its list cannot be read") from error
        if listed.edition not in editions:
            return None
        releases = editions[listed.edition].releases
        _refuse_unknown(listed, raw, releases)
        for name, digest in listed.files.items():
            if ".." in Path(name).parts or name.startswith(("/", "\\")):
                raise _NotOursError(f'"{name}" leads out of it')
            content = archive.read(name)
            if hashlib.sha256(content).hexdigest() != digest:
                raise _NotOursError(f'"{name}" is not as it was')
            if name.endswith(".html") and NO_CARE.encode() not in content:
                raise _TooOldError(f'"{name}" has no place for help at once as it is today')
    return OldVersion(file, listed, raw, releases[-1].version)


def _refuse_unknown(listed: FileList, raw: bytes, releases: Iterable[Release]) -> None:
    release = next((each for each in releases if each.version == listed.version), None)
    if release is None:
        raise _NotOursError(f'releases.yml of "{listed.edition}" knows no {listed.version}')
    if release.kept and release.kept != hashlib.sha256(raw).hexdigest():
        raise _NotOursError("it is not the one that releases.yml names behind `kept`")

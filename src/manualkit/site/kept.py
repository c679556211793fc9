"""A released version as one file that the publisher keeps: its pages and sheets, as they were."""

import dataclasses as dc
import hashlib
import json
import posixpath
import re
from collections.abc import Iterator
from pathlib import Path

from manualkit.markdown.text_version import text_version
from manualkit.model.finding import Finding, Location
from manualkit.model.language import language, language_of
from manualkit.model.manifest import Manifest
from manualkit.site.numbers import help_numbers, named_in, numbers_of, without_numbers
from manualkit.site.offline import assets_of
from manualkit.site.packs import zipped
from manualkit.site.places import page_url
from manualkit.site.versions import FOLDER, LIST, NO_CARE

_NOT_KEPT = ("offline/", "keep.json", "sw.js", "sitemap.xml", "recalls.json")
_ELSEWHERE = re.compile(
    r'<details class="switch switch-editions">.*?</details>|'
    r'<section class="(?:take|older)".*?</section>|<link rel="canonical"[^>]*>',
    re.DOTALL,
)
"""What belongs to the newest version alone."""
_CARE = re.compile(r'<aside class="care".*?</aside>', re.DOTALL)
_INDEX = "search/index.js"
_ADDRESS = re.compile(r'(\b(?:href|src)="|"search":")([^"]*)(")')
_CHARSET = '<meta charset="utf-8">'
_UNLISTED = '<meta name="robots" content="noindex">'


@dc.dataclass(frozen=True, slots=True)
class Kept:
    """The file, and the hash of its list: who has that can tell whether anything was changed."""

    name: str
    content: bytes
    digest: str


def keep_version(root: Path, manifest: Manifest, version: str, day: str) -> Kept:
    """Return a version of an edition, as the site shows it now, to be kept."""
    edition = manifest.edition.id
    files, numbers = dict(_files(root, manifest, version)), numbers_of(manifest)
    pages = {name: files[name].decode() for name in sorted(files) if name.endswith(".html")}
    rows = {
        "edition": edition,
        "version": version,
        "date": day,
        "renditions": manifest.edition.renditions,
        "numbers": numbers,
        "help": help_numbers(manifest),
        "named": {name: list(named_in(text, numbers)) for name, text in pages.items()},
        "files": {name: hashlib.sha256(files[name]).hexdigest() for name in sorted(files)},
    }
    listed = json.dumps(rows, ensure_ascii=False, indent=1).encode()
    content = zipped({**files, LIST: listed})
    return Kept(f"{edition}-{version}.zip", content, hashlib.sha256(listed).hexdigest())


def older_than_text(root: Path, manifest: Manifest) -> Iterator[Finding]:
    """Yield a finding for each rendition whose pages on the site do not hold the text of today."""
    edition = manifest.edition
    for name in edition.renditions:
        folder = root / "site" / edition.id / name
        for page in manifest.pages:
            file = folder / page_url(page.path) / "index.html"
            version = text_version(manifest, [page.path], language_of(name))
            text = file.read_text("utf-8") if file.is_file() else ""
            if f'data-text="{version}"' not in text:
                where = Location(file.relative_to(root).as_posix())
                message = f"The site does not hold the text of today: {edition.id}, {name}."
                hint = f"Run `manualkit build --release --edition {edition.id}` first."
                yield Finding("release-site", where, message, hint)
                break


def _files(root: Path, manifest: Manifest, version: str) -> Iterator[tuple[str, bytes]]:
    edition, site = manifest.edition, root / "site"
    for name in edition.renditions:
        top = site / edition.id / name
        for path in sorted(path for path in top.rglob("*") if path.is_file()):
            inner = path.relative_to(top).as_posix()
            if not inner.startswith(_NOT_KEPT):
                content = path.read_bytes()
                if inner.endswith(".html"):
                    content = kept_page(content.decode(), f"{name}/{inner}", manifest, version)
                elif inner == _INDEX:
                    content = without_numbers(content.decode(), numbers_of(manifest)).encode()
                yield f"{name}/{inner}", content
    needed = {name for code in edition.languages for name in assets_of(root, language(code))}
    for path in sorted(path for path in (site / "assets").rglob("*") if path.is_file()):
        # As published; of the letters, those of its own languages.
        name = path.relative_to(site).as_posix()
        if name in needed or "/fonts/" not in name:
            yield name, path.read_bytes()


def kept_page(text: str, name: str, manifest: Manifest, version: str) -> bytes:
    """Return a page as it is kept: its links lead to pages and files of its own version.

    `name` begins at the edition. No word of the text changes.
    """
    text = _CARE.sub(NO_CARE, _ELSEWHERE.sub("", text), count=1)
    if 'name="robots"' not in text:
        text = text.replace(_CHARSET, f"{_CHARSET}\n{_UNLISTED}", 1)
    move = _Move(manifest.edition.id, name, f"{manifest.edition.id}/{FOLDER}/{version}")
    own = frozenset(manifest.edition.renditions)
    return _ADDRESS.sub(lambda found: found[1] + move.led(found[2], own) + found[3], text).encode()


@dc.dataclass(frozen=True, slots=True)
class _Move:
    """A page that moves from its edition's folder to that of a version."""

    edition: str
    name: str
    to: str

    def led(self, address: str, renditions: frozenset[str]) -> str:
        """Return an address as it is written from the new place."""
        path = re.split(r"[#?]", address, maxsplit=1)[0]
        if not path or path.startswith("/") or re.match(r"[a-z]+:", path):
            return address
        start = posixpath.dirname(f"{self.edition}/{self.name}")
        target = posixpath.normpath(posixpath.join(start, path))
        first, _, inner = target.partition("/")
        if first == self.edition and inner.partition("/")[0] in renditions:
            return address
        if first == "assets":
            target = f"{self.to}/{target}"
        there = posixpath.relpath(f"/{target}", f"/{self.to}/{posixpath.dirname(self.name)}")
        return there + ("/" if path.endswith(("/", "..")) else "") + address[len(path) :]

"""A rendition as one file for a memory stick: it opens from a folder, with no network."""

import dataclasses as dc
import html
import io
import posixpath
import re
import zipfile
from collections.abc import Iterable, Mapping
from pathlib import Path

from markupsafe import Markup

from manualkit.markdown.text_version import text_version
from manualkit.model.approval import State
from manualkit.site.landing import landing_templates
from manualkit.site.places import HOME
from manualkit.site.rendition import Rendition

LIMIT = 3_000_000
"""Most bytes of a pack: it is sent in a message and paid for by the megabyte."""
START = "START-HERE.html"
_SHEETS = ("handout", "checklist", "contacts", "safety", "session", "case-study", "course-plan")
"""Kinds of sheets in the order in which they are taken along, as far as the limit allows."""
_FORBIDDEN = re.compile(r' *<meta http-equiv="Content-Security-Policy"[^>]*>\n?')
"""A page that was opened from a folder is no origin: "self" would forbid its own style sheet."""
_ELSEWHERE = re.compile(
    r'<details class="switch .*?</details>|<section class="take".*?</section>|'
    r'<link rel="canonical"[^>]*>',
    re.DOTALL,
)
"""Ways to other editions and languages, and to this very file."""
_ADDRESS = re.compile(r'\b(href|src)="([^"]*)"')
_ASTRAY = re.compile(
    r"<(li|p)>\s*<a [^>]*\bdata-elsewhere\b[^>]*>(?:(?!</a>).)*</a>\s*</\1>", re.DOTALL
)
_BEFORE = '<aside class="care"'
"""What the line about the copy stands before, on every page."""
_LTR = Markup('<bdi dir="ltr">{}</bdi>')
_UNASKED = Markup('<span class="unasked"> · {}</span>')
_SAME_DAY = (1980, 1, 1, 0, 0, 0)
"""The time stamp of every file, so that the same text gives the same bytes."""


@dc.dataclass(frozen=True, slots=True)
class Origin:
    """Where and when a copy was made."""

    address: str
    """Where the site is published; empty if that is not known."""
    made_on: str
    """A day such as `2026-03-31`."""


@dc.dataclass(frozen=True, slots=True)
class Pack:
    """The file, and how a reader tells it from others."""

    name: str
    content: bytes


def make_pack(
    root: Path, rendition: Rendition, contents: Mapping[str, bytes], origin: Origin
) -> Pack:
    """Return the pack of a rendition whose pages are `contents`, shared assets among them.

    Names in `contents` begin at the top of the site: `core/ar/index.html`, `assets/manual/care.js`.
    """
    top = f"{rendition.manifest.edition.id}-{rendition.name}"
    folder = rendition.places.folder(rendition.manifest.edition.id, rendition.name)
    files = {name: content for name, content in contents.items() if not name.endswith(".pdf")}
    files |= _sheets(rendition, folder, contents, LIMIT - _size(files))
    copied = _copied(rendition, files, origin)
    copied[START] = _start_page(root, rendition, folder, origin).encode()
    packed = {f"{top}/{name}": content for name, content in copied.items()}
    return Pack(f"{top}.zip", zipped(packed))


def zipped(files: Mapping[str, bytes]) -> bytes:
    """Return a ZIP file: the same files give the same bytes."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name in sorted(files):
            entry = zipfile.ZipInfo(name, _SAME_DAY)
            entry.external_attr = 0o644 << 16
            packed = name.endswith((".pdf", ".woff2", ".png", ".jpg"))
            entry.compress_type = zipfile.ZIP_STORED if packed else zipfile.ZIP_DEFLATED
            archive.writestr(entry, files[name])
    return buffer.getvalue()


def _size(files: Mapping[str, bytes]) -> int:
    return len(zipped(files))


def _sheets(
    rendition: Rendition, folder: str, contents: Mapping[str, bytes], room: int
) -> dict[str, bytes]:
    """Return the sheets that fit, handouts and checklists first; never the whole manual."""
    ranked = sorted(
        (link for link in rendition.pdfs if link.kind in _SHEETS),
        key=lambda link: (_SHEETS.index(link.kind), link.file),
    )
    taken: dict[str, bytes] = {}
    for name in dict.fromkeys(f"{folder}pdf/{link.file}" for link in ranked):
        content = contents.get(name, b"")
        if content and len(content) < room:
            taken[name] = content
            room -= len(content)
    return taken


def _copied(rendition: Rendition, files: Mapping[str, bytes], origin: Origin) -> dict[str, bytes]:
    """Return the files as they work in a folder."""
    inside, line = frozenset(files), pack_line(rendition, origin)
    copied = dict(files)
    for name, content in files.items():
        if name.endswith(".html"):
            text = as_file(content.decode(), name, inside, origin.address)
            if _BEFORE not in text:  # a copy that does not tell its age would be taken for new
                raise ValueError(f"{name}: no place for the line about the copy")
            copied[name] = text.replace(_BEFORE, line + _BEFORE, 1).encode()
    return copied


def as_file(text: str, name: str, inside: Iterable[str], address: str) -> str:
    """Return a page whose links lead to files of the pack, or to the published site, or nowhere."""
    known = frozenset(inside)
    text = _ELSEWHERE.sub("", _FORBIDDEN.sub("", text))
    text = _ADDRESS.sub(lambda found: _led(found, name, known, address), text)
    return _ASTRAY.sub("", text)


def _led(found: re.Match[str], name: str, inside: frozenset[str], address: str) -> str:
    whole, kind = html.unescape(found[2]), found[1]
    path, mark, fragment = whole.partition("#")
    if not path or re.match(r"[a-z]+:", path):
        return found[0]
    target = posixpath.normpath(posixpath.join(posixpath.dirname(name), path))
    if target in inside:
        return found[0]
    if f"{target}/index.html" in inside:
        return f'{kind}="{html.escape(path.rstrip("/"))}/index.html{mark}{html.escape(fragment)}"'
    if not address:
        return "data-elsewhere"
    there = "" if target == "." else target + ("/" if path.endswith(("/", ".")) else "")
    whole = f"{address.rstrip('/')}/{there}{mark}{fragment}"
    return f'{kind}="{html.escape(whole)}"'


def pack_line(rendition: Rendition, origin: Origin) -> str:
    """Return the line that stands on every page of a copy: what it is, and how old."""
    texts, edition = rendition.texts, rendition.manifest.edition
    said = [
        texts["pack.copy"],
        texts.named("pack.made", date=_LTR.format(origin.made_on)),
        texts[f"site.state.{rendition.approval(HOME)}"],
        texts.named("site.text-version", digest=_LTR.format(_version(rendition))),
    ]
    asked = ""
    if origin.address:
        there = f"{origin.address.rstrip('/')}/{edition.id}/{rendition.name}/"
        said.append(texts.named("pack.from", address=_LTR.format(origin.address)))
        asked = Markup(' data-origin="{}" data-made="{}" data-newer="{}"').format(
            there, origin.made_on, texts["recall.newer"].plain
        )
    # Said by the copy itself, and taken back once it has asked: also where no script runs.
    unasked = _UNASKED.format(texts.named("pack.unasked", date=_LTR.format(origin.made_on)))
    return f'<aside class="pack-line"{asked}>{Markup(" · ").join(said)}{unasked}</aside>\n'


def _version(rendition: Rendition) -> str:
    """Return the text version of the whole, as on the foot of its PDF."""
    return text_version(rendition.manifest, [], rendition.language.code)


def _start_page(root: Path, rendition: Rendition, folder: str, origin: Origin) -> str:
    edition, texts = rendition.manifest.edition, rendition.texts
    state: State = rendition.approval(HOME)
    return (
        landing_templates(root)
        .get_template("start.html.j2")
        .render(
            language=rendition.language,
            title=rendition.site_name,
            edition=rendition.edition_name,
            sample=texts.of(edition.sample_notice) if edition.sample else "",
            state=texts[f"site.state.{state}"],
            version=_LTR.format(edition.core_version),
            digest=_LTR.format(_version(rendition)),
            origin=origin,
            home=f"{folder}index.html",
            text=texts,
        )
    )

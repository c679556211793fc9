"""Reading without internet: one file to take along, and a language kept on a reader's device."""

import dataclasses as dc
import gzip
import hashlib
import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from markupsafe import Markup

from manualkit.model.language import Language
from manualkit.model.typeface import TYPEFACES, Typefaces
from manualkit.site.assets import shared_assets
from manualkit.site.links import size_text
from manualkit.site.packs import Origin, make_pack
from manualkit.site.places import HOME
from manualkit.site.recalled import FILE as RECALLS
from manualkit.site.recalled import recalls_file
from manualkit.site.rendition import Rendition
from manualkit.site.texts import Text

FOLDER = "offline"
"""Where the pack of a rendition stands, below the rendition."""
_PACK_SIZE, _KEEP_SIZE = "PACK-SIZE", "KEEP-SIZE"
"""Stand on the home page until the sizes are known: the pages are made first."""
_LTR = Markup('<bdi dir="ltr">{}</bdi>')
_NOT_KEPT = (f"{FOLDER}/", "pdf/", "sitemap.xml")
_NOT_PACKED = ("assets/manual/keep.js", "assets/javascripts/workers/")


@dc.dataclass(frozen=True, slots=True)
class Take:
    """What the home page offers."""

    file: str
    size: str
    keep_size: Text


def take_of(rendition: Rendition, path: str) -> Take | None:
    """Return what the home page offers; nothing elsewhere, and nothing in a preview."""
    if path != HOME or rendition.places.preview_language:
        return None
    name = f"{rendition.manifest.edition.id}-{rendition.name}.zip"
    size = _LTR.format(_KEEP_SIZE)
    return Take(f"{FOLDER}/{name}", _PACK_SIZE, rendition.texts.named("keep.size", size=size))


def with_offline(
    root: Path, rendition: Rendition, contents: Mapping[str, bytes], origin: Origin
) -> dict[str, bytes]:
    """Return what is published of a rendition, with its pack and with what keeping it needs.

    Names in `contents` begin at the rendition's own folder.
    """
    folder = rendition.places.folder(rendition.manifest.edition.id, rendition.name)
    assets = assets_of(root, rendition.language)
    whole = {f"{folder}{name}": content for name, content in contents.items()}
    shared = {name: each for name, each in assets.items() if not name.startswith(_NOT_PACKED)}
    pack = make_pack(root, rendition, whole | shared, origin)
    kept = _kept(contents, assets, Path(folder))
    sizes = {
        _PACK_SIZE: size_text(len(pack.content)),
        _KEEP_SIZE: size_text(sum(len(gzip.compress(each, mtime=0)) for each in kept.values())),
    }
    home = contents["index.html"].decode()
    for token, size in sizes.items():
        home = home.replace(token, size)
    kept[""] = home.encode()
    return {
        **contents,
        "index.html": home.encode(),
        RECALLS: recalls_file(rendition),
        "keep.json": _listed(kept),
        "sw.js": (root / "templates" / "site" / "sw.js").read_bytes(),
        f"{FOLDER}/{pack.name}": pack.content,
    }


def assets_of(root: Path, language: Language) -> dict[str, bytes]:
    """Return the shared files that a language needs: of the fonts, its own and that of Latin."""
    faces = Typefaces.parse((root / TYPEFACES).read_text("utf-8"))
    own = faces.of(language).screen.font
    latin = faces.scripts["Latn"]["screen"]["font"]
    return {
        f"assets/{name}": content
        for name, content in _shared(root).items()
        if not name.startswith("fonts/")
        or name.removeprefix("fonts/").partition("-")[0] in (own, latin)
    }


@cache
def _shared(root: Path) -> dict[str, bytes]:
    return shared_assets(root)


def _kept(
    contents: Mapping[str, bytes], assets: Mapping[str, bytes], folder: Path
) -> dict[str, bytes]:
    """Return what is kept, by its address from the rendition's home page."""
    top = "../" * len(folder.parts)
    kept = {
        name.removesuffix("index.html"): each
        for name, each in contents.items()
        if not name.startswith(_NOT_KEPT)
    }
    return kept | {f"{top}{name}": content for name, content in assets.items()}


def _listed(kept: Mapping[str, bytes]) -> bytes:
    """Return the list for `keep.js`: files with hashes, to fetch what changed."""
    files = {name: hashlib.sha256(each).hexdigest()[:12] for name, each in sorted(kept.items())}
    return json.dumps({"files": files}, ensure_ascii=False, indent=0).encode()

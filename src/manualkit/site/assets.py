"""Files that all renditions share: one copy in `site/assets/`, fetched once by a reader."""

import re
from importlib.util import find_spec
from pathlib import Path

from manualkit.site.typefaces import typeface_rules

BUNDLES = {
    "manual.css": (
        "tokens.css", "fonts.css", "icons.css", "layout.css", "text.css", "minutes.css",
        "blocks.css", "pairs.css", "record.css", "print.css",
    ),
    "landing.css": ("tokens.css", "fonts.css", "icons.css", "landing.css"),
}  # fmt: skip
"""Style sheets that are sent as one, so that a page waits for one file."""

_MATERIAL_FILES = (
    "javascripts/bundle.*.min.js",
    "javascripts/workers/search.*.min.js",
    "stylesheets/main.*.min.css",
)
_SOURCE_MAP = re.compile(rb"\n?(//|/\*)# sourceMappingURL=[^\n]*")


def shared_assets(root: Path) -> dict[str, bytes]:
    """Return the contents of `assets/` by path below it."""
    own = root / "templates" / "site" / "theme" / "assets" / "manual"
    scripts = typeface_rules(root).encode()
    assets = {
        f"manual/{name}": b"\n".join((scripts, _joined(own, parts)))
        for name, parts in BUNDLES.items()
    }
    for pattern in ("*.js", "*.svg"):
        assets |= {f"manual/{path.name}": path.read_bytes() for path in sorted(own.glob(pattern))}
    for path in sorted((root / "templates" / "fonts" / "site").glob("*.woff2")):
        assets[f"fonts/{path.name}"] = path.read_bytes()
    return assets | _material_assets()


def preview_assets(root: Path) -> dict[str, bytes]:
    """Return what a preview has besides: the marks of its blocks. No published site holds them."""
    own = root / "templates" / "site" / "theme" / "assets" / "preview"
    return {f"preview/{path.name}": path.read_bytes() for path in sorted(own.glob("*.*"))}


def _joined(folder: Path, names: tuple[str, ...]) -> bytes:
    return b"\n".join((folder / name).read_bytes() for name in names)


def _material_assets() -> dict[str, bytes]:
    """Return what the pages use of Material's own files; nobody needs its source maps."""
    folder = material_folder() / "assets"
    return {
        path.relative_to(folder).as_posix(): _SOURCE_MAP.sub(b"", path.read_bytes())
        for pattern in _MATERIAL_FILES
        for path in sorted(folder.glob(pattern))
    }


def material_folder() -> Path:
    """Return the folder of Material's templates, without importing it."""
    spec = find_spec("material")
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError("mkdocs-material is not installed", name="material")
    return Path(spec.origin).parent / "templates"


def theme_language(code: str) -> str:
    """Return the language of Material's own few texts: English where it has none (Somali)."""
    texts = material_folder() / "partials" / "languages"
    names = (code, code.partition("-")[0])
    return next((name for name in names if (texts / f"{name}.html").is_file()), "en")

"""Files that all renditions share: one copy in `site/assets/`, fetched once by a reader."""

import re
from importlib.util import find_spec
from pathlib import Path

from manualkit.site.stylesheets import minified, split
from manualkit.site.typefaces import typeface_rules

STYLES = {
    "manual.css": (
        "tokens.css", "fonts.css", "icons.css", "layout.css", "menus.css", "text.css", "tools.css",
        "steps.css", "minutes.css", "blocks.css", "ways.css", "sheets.css", "training.css",
        "pairs.css", "record.css", "search.css", "care.css", "offline.css", "print.css",
    ),
    "landing.css": (
        "tokens.css", "fonts.css", "icons.css", "landing.css", "care.css", "offline.css",
    ),
}  # fmt: skip
"""Style sheets that are sent as one, so that a page waits for one file."""

STYLES_OF_CHECKLISTS = "checklist.css"
"""What checklists need besides."""

SCRIPTS = {
    "manual.js": (
        "manual.js", "frame.js", "search-box.js", "menus.js", "steps.js", "reading.js",
        "explained.js", "place.js",
    ),
    "checklist.js": ("score.js", "checklist.js"),
    "care.js": ("care.js", "report.js"),
    "keep.js": ("keep.js",),
}  # fmt: skip
"""The same for scripts; each part keeps its names to itself."""

SEARCH = "search.js"
SEARCH_PARTS = (
    "fold.js", "stems.js", "few.js", "words.js", "index.js", "match.js", "rank.js", "show.js",
    "answer.js",
)  # fmt: skip
"""What the script of the search is put together from; the first letter that is typed loads it."""

RARE_STYLES = "rare.css"
"""Material's rules for what few pages hold (manualkit.site.stylesheets)."""

_MATERIAL_FILES = (
    "javascripts/bundle.*.min.js",
    "javascripts/workers/search.*.min.js",
)
_SOURCE_MAP = re.compile(r"\n?(//|/\*)# sourceMappingURL=[^\n]*")
_LINE_START = re.compile(r"^[ \t]*(?:/\*.*?\*/[ \t]*(?:\n|$))?[ \t]*", re.MULTILINE | re.DOTALL)


def shared_assets(root: Path) -> dict[str, bytes]:
    """Return the contents of `assets/` by path below it."""
    own = root / "templates" / "site" / "theme" / "assets" / "manual"
    assets = {f"manual/{name}": text.encode() for name, text in _styles(root, own).items()}
    joined = {part for names in SCRIPTS.values() for part in names}
    for pattern in ("*.js", "*.svg"):
        files = [path for path in sorted(own.glob(pattern)) if path.name not in joined]
        assets |= {f"manual/{path.name}": path.read_bytes() for path in files}
    for name, names in SCRIPTS.items():
        parts = "\n".join(f"{{\n{(own / part).read_text('utf-8')}}}" for part in names)
        assets[f"manual/{name}"] = bare_script(f'"use strict";\n{parts}\n').encode()
    search = bare_script(_joined(own / "search", SEARCH_PARTS))
    assets[f"manual/{SEARCH}"] = f"(() => {{\n{search}}})();\n".encode()
    for path in sorted((root / "templates" / "fonts" / "site").glob("*.woff2")):
        assets[f"fonts/{path.name}"] = path.read_bytes()
    return assets | _material_assets()


def _styles(root: Path, own: Path) -> dict[str, str]:
    """Return the style sheets: Material's own rules stand in front of ours."""
    scripts = typeface_rules(root)
    sheets = {name: minified(scripts + _joined(own, parts)) for name, parts in STYLES.items()}
    (material,) = (material_folder() / "assets" / "stylesheets").glob("main.*.min.css")
    usual, rare = split(_SOURCE_MAP.sub("", material.read_text("utf-8")), sheets["manual.css"])
    sheets["manual.css"] = f"{usual}\n{sheets['manual.css']}"
    checklists = minified(_joined(own, (STYLES_OF_CHECKLISTS,)))
    return sheets | {RARE_STYLES: rare, STYLES_OF_CHECKLISTS: checklists}


def preview_assets(root: Path) -> dict[str, bytes]:
    """Return what a preview has besides: the marks of its blocks. No published site holds them."""
    own = root / "templates" / "site" / "theme" / "assets" / "preview"
    return {f"preview/{path.name}": path.read_bytes() for path in sorted(own.glob("*.*"))}


def bare_script(text: str) -> str:
    """Return a script without the comments and blanks that its lines begin with."""
    return _LINE_START.sub("", text)


def _joined(folder: Path, names: tuple[str, ...]) -> str:
    return "\n".join((folder / name).read_text("utf-8") for name in names)


def _material_assets() -> dict[str, bytes]:
    """Return what the pages use of Material's own files; nobody needs its source maps."""
    folder = material_folder() / "assets"
    return {
        path.relative_to(folder).as_posix(): _SOURCE_MAP.sub("", path.read_text("utf-8")).encode()
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

"""In a preview, each block says at its end whether a context may change it, and how.

A published site never holds these marks: they are put in when a preview's page is finished.
"""

import re
from collections.abc import Iterator

from markupsafe import Markup, escape

from manualkit.model.block import Lock
from manualkit.model.manifest import Manifest, ManifestBlock
from manualkit.site.rendition import Rendition

ASSETS = "assets/preview"
"""Folder of the preview's own style sheet and script."""
_FENCE = re.compile(r'<div class="block [^"]*" id="([^"]+)"[^>]*>')
_STEP = re.compile(r'<h([1-6])\b[^>]*\bid="([^"]+)"[^>]*>.*?</h\1>', re.DOTALL)
_DIV = re.compile(r"<(/?)div\b")
_MARK = Markup(
    '<div class="block-mark {shape}" lang="en" dir="ltr" translate="no">'
    "<strong>{word}</strong> {rest}</div>"
)
_COPY = Markup(
    '<code class="copy">{}</code> <button type="button" class="copy-button">Copy</button>'
)


def with_marks(html: str, rendition: Rendition, path: str) -> str:
    """Return a page of a preview with a mark at the end of every block."""
    marks = _marks(rendition, path)
    parts, start = [], 0
    for at, name in sorted(_ends(html)):
        if name in marks:
            parts += [html[start:at], marks[name]]
            start = at
    return _with_assets("".join([*parts, html[start:]]), rendition.spot(path).top)


def _marks(rendition: Rendition, path: str) -> dict[str, str]:
    """Return the marks of a page's blocks by their id."""
    manifest, code = rendition.manifest, rendition.language.code
    marks = {block.id: _mark(manifest, block) for block in manifest.blocks if block.page == path}
    for text in manifest.local_texts:
        if (text.page, text.language) == (path, code):
            line = next(change for change in manifest.changes if change.id == text.change)
            marks[text.id] = _changed(text.change, f"{line.file}:{line.line}")
    return marks


def _ends(html: str) -> Iterator[tuple[int, str]]:
    """Yield where a block's mark belongs: inside a fence at its end, or behind a step's heading."""
    for fence in _FENCE.finditer(html):
        yield _closing(html, fence.end()), fence[1]
    for head in _STEP.finditer(html):
        yield head.end(), head[2]


def _closing(html: str, start: int) -> int:
    """Return where the `</div>` stands that closes the one opened before `start`."""
    depth = 1
    for tag in _DIV.finditer(html, start):
        depth += -1 if tag[1] else 1
        if depth == 0:
            return tag.start()
    return len(html)


def _mark(manifest: Manifest, block: ManifestBlock) -> str:
    if block.lock is not Lock.ADAPTABLE:
        name = Markup("<code>{}</code>").format(block.copy_of or block.id)
        return _MARK.format(shape=block.lock.value, word=f"locked ({block.lock})", rest=name)
    # A copy names the change that repeats it; its words may still be the core's.
    if block.change and block.file.startswith("adaptations/"):
        return _changed(block.change, f"{block.file}:{block.line}")
    edition = manifest.edition.id
    context = "<your-context>" if edition == "core" else edition
    command = _COPY.format(f"manualkit change {context} {block.id}")
    return _MARK.format(shape="open", word="open", rest=command)


def _changed(change: str, where: str) -> str:
    place = Markup("<code>{}</code>").format(where)
    return _MARK.format(shape="changed", word=f"changed: {change}", rest=place)


def _with_assets(html: str, top: str) -> str:
    folder = escape(f"{top}/{ASSETS}")
    lines = (
        f'<link rel="stylesheet" href="{folder}/preview.css">'
        f'<script src="{folder}/preview.js" defer></script>'
    )
    return html.replace("</head>", f"{lines}</head>", 1)

"""Pictures that can be printed and shown by anyone: whole, small, and holding nothing that runs."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from manualkit.check.raster import raster_fault
from manualkit.model.finding import Finding, Location

_MOST_BYTES = 200_000
_REFUSED_IN_SVG = tuple(
    (re.compile(pattern, re.IGNORECASE), what)
    for pattern, what in (
        (r"<!(?:DOCTYPE|ENTITY)", "a document type"),
        (r"<(?:[\w.-]+:)?script", "a script"),
        (r"<(?:[\w.-]+:)?foreignObject", "foreign content"),
        (r"<(?:[\w.-]+:)?image", "a picture inside the picture"),
        (r"<(?:[\w.-]+:)?(?:set|animate\w*)\b", "a movement"),
        (r"\son\w+\s*=", "an event handler"),
        (r"href\s*=\s*[\"'](?!#)", "a link to the outside"),
        (r"url\s*+\(\s*+[\"']?+(?!#)|@import", "an address of the outside"),
        (r"<(?:[\w.-]+:)?text", "text, which no translator sees"),
    )
)


def picture_findings(images: Mapping[str, str], root: Path) -> Iterator[Finding]:
    """Yield a finding for each picture file (name → path from `root`) that cannot be published."""
    for source in images.values():
        path = root / source
        if path.is_file():
            for what in _faults(path):
                hint = "Save the picture anew from your drawing program, as plain SVG, PNG or JPEG."
                message = f"The picture {what}."
                yield Finding("bad-picture", Location(source), message, hint)


def _faults(path: Path) -> Iterator[str]:
    size = path.stat().st_size
    if size > _MOST_BYTES:
        yield f"is too large ({size // 1000} KB; {_MOST_BYTES // 1000} KB at most)"
    elif path.suffix == ".svg":
        text = path.read_text("utf-8", errors="replace")
        yield from (f"holds {what}" for pattern, what in _REFUSED_IN_SVG if pattern.search(text))
        if "viewBox" not in text:
            yield "has no viewBox, so it cannot be scaled"
    elif fault := raster_fault(path.read_bytes()):
        yield f"cannot be used: {fault}"

"""What every page of a rendition has around its text, as one script that a reader fetches once.

A page holds of it what works without a script: its own section of the contents, the way to the
first page of each other section, and to the home page. That holds all of it, and the script is
made from there.
"""

import json
import re
from pathlib import Path

from manualkit.site.places import HOME
from manualkit.site.rendition import Rendition
from manualkit.store import write_if_changed

FRAME = "frame.js"
"""Address of the script, from the rendition's top folder."""
_HOME = "index.html"
_PARTS = {
    "contents": re.compile(r'<nav class="contents".*?</nav>', re.DOTALL),
    "search": re.compile(r'<div class="md-search" .*?</div>(?=\s*</nav>)', re.DOTALL),
    "steps": re.compile(r'<details class="step-line".*?</details>', re.DOTALL),
    "kept": re.compile(r'<p class="size-kept".*?</p>', re.DOTALL),
    "report": re.compile(r'<form class="report-form".*?</form>', re.DOTALL),
}
CONFIG = re.compile(r'(<script id="__config" type="application/json">)(.*?)(</script>)', re.DOTALL)
"""What Material's script reads."""
WORDS = "translations"
"""What of it is the same on all pages: the words of the search."""


def is_framed(rendition: Rendition, path: str) -> bool:
    """Whether `frame.js` brings what stands around a page; a preview has whole pages."""
    return path != HOME and not rendition.places.preview_language


def frame_script(home: str) -> bytes:
    """Return the script, from the finished HTML of a rendition's home page."""
    found = {name: pattern.search(home) for name, pattern in _PARTS.items()}
    missing = [name for name, part in found.items() if part is None]
    config = CONFIG.search(home)
    if missing or config is None:
        raise ValueError(f"The home page has no {', '.join(missing or ['settings'])}.")
    parts = {name: part[0] for name, part in found.items() if part}
    data = {**parts, "words": json.loads(config[2])[WORDS]}
    written = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return f"manualFrame({written});\n".encode()


def write_frame(folder: Path) -> None:
    """Write the script into the folder that a rendition was built in."""
    home = (folder / _HOME).read_text("utf-8")
    write_if_changed(folder / FRAME, frame_script(home))

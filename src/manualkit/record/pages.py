"""The readable parts of the kit, through the templates of `templates/report/`."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import jinja2
from jinja2.sandbox import SandboxedEnvironment
from markupsafe import Markup, escape

from manualkit.model.difference import Piece, word_difference
from manualkit.model.manifest import ManifestEdition
from manualkit.record.bernal import coverage
from manualkit.record.counts import by_action, counts
from manualkit.record.own import states_in_words
from manualkit.record.recapt import gaps, recapt
from manualkit.record.safety import SafetyBlock, safety_diff
from manualkit.record.source import Compared

FILES: Mapping[str, str] = {
    "summary.html": "This page.",
    "adaptation-record.xlsx": "Everything, as sheets: one row per change, and all lists.",
    "adaptation-record.csv": "The record alone, one row per change.",
    "side-by-side.pdf": "Before, after and reason of each change, side by side, for print.",
    "changes-by-frame.html": "The changes counted by the categories of FRAME.",
    "bernal-coverage.html": "Which dimension has a decision in which section, and which has none.",
    "safety-diff.html": "Every safety block, compared with the core.",
    "recapt.md": "A report in the order of RECAPT, with its gaps.",
    "pictures/": "The pictures that were changed, old and new.",
}
"""What the kit holds, in plain words."""
_REVIEWS = {
    "not-submitted": "Not sent to WHO.",
    "submitted": "Sent to WHO; no answer recorded yet.",
    "comments-received": "WHO has sent comments.",
    "approved-in-writing": "Approved in writing.",
}


def report_pages(compared: Compared, templates: Path) -> dict[str, bytes]:
    """Return the HTML pages and the RECAPT outline by file name."""
    environment = _environment(templates)
    values = _values(compared)
    names = ("summary.html", "changes-by-frame.html", "bernal-coverage.html", "safety-diff.html")
    made = {name: environment.get_template(f"{name}.j2").render(values) for name in names}
    made["recapt.md"] = environment.get_template("recapt.md.j2").render(values)
    return {name: text.encode() for name, text in made.items()}


def _environment(folder: Path) -> SandboxedEnvironment:
    environment = SandboxedEnvironment(
        loader=jinja2.FileSystemLoader(folder),
        undefined=jinja2.StrictUndefined,
        autoescape=jinja2.select_autoescape(["html.j2"]),
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters["line"] = lambda text: " ".join(str(text).split())
    environment.globals["pieces"] = _pieces
    return environment


def _values(compared: Compared) -> dict[str, Any]:
    manifest = compared.edition.manifest
    blocks = safety_diff(compared)
    return {
        "edition": manifest.edition,
        "state": states_in_words(manifest),
        "changes": manifest.changes,
        "actions": by_action(manifest.changes),
        "counts": counts(manifest.changes),
        "coverage": coverage(manifest),
        "parts": recapt(manifest),
        "gaps": gaps(manifest),
        "blocks": blocks,
        "facts": _facts(blocks),
        "review": _review(manifest.edition),
        "files": FILES,
    }


def _facts(blocks: Sequence[SafetyBlock]) -> dict[str, tuple[str, str, list[str]]]:
    """Return each fact of a safety block that has another value, with the blocks that use it."""
    found: dict[str, tuple[str, str, list[str]]] = {}
    for block in blocks:
        for name, old, new in block.values:
            found.setdefault(name, (old, new, []))[2].append(block.id)
    return found


def _review(edition: ManifestEdition) -> str:
    review = edition.rights.who_review
    said = [_REVIEWS[edition.rights.who_review_status]]
    said += [f"{name}: {value}." for name, value in review.model_dump().items() if value]
    return " ".join(said)


def _pieces(before: str, after: str) -> Markup:
    """Return two versions as one text in which what is gone is struck and what is new is marked."""
    core, edition = (Markup("").join(map(_piece, s)) for s in word_difference(before, after))
    return Markup("<b>Core:</b> {}\n<b>Edition:</b> {}").format(core, edition)


def _piece(piece: Piece) -> Markup:
    if piece.side == "gone":
        return Markup("<del>{}</del>").format(piece.text)
    return Markup("<ins>{}</ins>").format(piece.text) if piece.side == "new" else escape(piece.text)

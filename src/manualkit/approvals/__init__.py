"""Approvals bound to the text: rows and hashes in, states out. Nothing here reads a file."""

from manualkit.approvals.hashes import (
    Answers,
    Hashes,
    edition_hashes,
    front_texts,
    safety_hashes,
    text_hashes,
)
from manualkit.approvals.rows import appended
from manualkit.approvals.states import Standing, rendition_state, rows_of, safety_state, standing

__all__ = [
    "Answers",
    "Hashes",
    "Standing",
    "appended",
    "edition_hashes",
    "front_texts",
    "rendition_state",
    "rows_of",
    "safety_hashes",
    "safety_state",
    "standing",
    "text_hashes",
]

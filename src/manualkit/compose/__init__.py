"""Step 4: edition → finished English Markdown and a manifest. The context's words are filled in."""

from manualkit.compose.edition import Composition, compose
from manualkit.compose.write import Written, remove_other_editions, write_composition

__all__ = [
    "Composition",
    "Written",
    "compose",
    "remove_other_editions",
    "write_composition",
]

"""What people say of a translation, as lines of a translator comment, which every PO tool keeps."""

from collections.abc import Mapping
from typing import Final

STATE, MONITORING, BACK, COMMENT = "state", "monitoring", "back-translation", "comment"
NAMES: Final = (STATE, MONITORING, BACK, COMMENT)
"""The names of remarks, in the order in which they are written."""


def remarks_of(comment: str) -> dict[str, str]:
    """Return the remarks of a translator comment by their names."""
    found: dict[str, str] = {}
    for line in comment.split("\n"):
        name, colon, text = line.partition(":")
        if colon and name in NAMES:
            found.setdefault(name, text.strip())
    return found


def with_remarks(comment: str, remarks: Mapping[str, str]) -> str:
    """Return the comment with these remarks in place of those of the same name.

    An empty text takes a remark away. What else stands in the comment stays.
    """
    wanted = {name: one_line(text) for name, text in (remarks_of(comment) | dict(remarks)).items()}
    lines = [f"{name}: {wanted[name]}" for name in NAMES if wanted.get(name)]
    others = [line for line in comment.split("\n") if line and line.partition(":")[0] not in NAMES]
    return "\n".join([*lines, *others])


def one_line(text: str) -> str:
    """Return a text on one line, so that nobody's comment can pass for a remark of its own."""
    return " ".join(text.split())

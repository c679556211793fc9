"""What a translation must have as the English has it: placeholders, links, tags, bold marks."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import Final

from manualkit.catalogue.faults import Fault, error, warning

PLACEHOLDER = re.compile(r"\{[^{}]*\}|⟨\d+⟩")
"""A fact (`{crisis_line}`), braces of any other kind, a piece of code (`⟨1⟩`)."""
FOOTNOTE = re.compile(r"\[\^[^\]\s]+\]")
"""The mark of a footnote."""
LINK = re.compile(
    r"""\]\(\s*<?([^)\s>]+)          # [words](target)
      | (?<=\])\[([^\]^]+)\]         # [words][name]
      | (https?://[^\s<>()"']*[^\s<>()"'.,;:!?])""",
    re.VERBOSE,
)
"""Where a link leads."""
_TAG = re.compile(r"<(/?[a-z][a-z0-9]*)(?=[\s/>])", re.IGNORECASE)
_BOLD = re.compile(r"\*\*")
_PRIVATE = re.compile("[\ue000-\uf8ff\U000f0000-\U000ffffd\U00100000-\U0010fffd\x00-\x08\x0b-\x1f]")
# Embeddings, overrides and isolates. Plain marks (LRM, RLM) turn nothing around.
_OVERRIDE = re.compile("[\u202a-\u202e\u2066-\u2069]")

_SAME: Final = (
    ("placeholder", PLACEHOLDER, "Keep what stands in braces exactly as it is in the English."),
    ("footnote", FOOTNOTE, "Keep the mark of the footnote, for example [^1]."),
    ("tag", _TAG, "Keep the tags of the English, no more and no fewer."),
)


def mark_faults(english: str, translation: str) -> Iterator[Fault]:
    """Find marks that were lost, changed or added."""
    for code, rule, hint in _SAME:
        yield from _difference(code, rule.findall(english), rule.findall(translation), hint)
    hint = "Keep the link's target, the part in round brackets, as it is in the English."
    yield from _difference("link", _targets(english), _targets(translation), hint)
    if found := _PRIVATE.search(translation):
        what = f"a character that nobody can see, U+{ord(found[0]):04X}"
        yield error("private-character", what, "Delete it, and type the word anew.")
    if found := _OVERRIDE.search(translation):
        what = f"a hidden mark that can turn numbers around, U+{ord(found[0]):04X}"
        yield error("hidden-direction", what, "Delete it; the toolkit sets numbers right for you.")
    if len(_BOLD.findall(english)) != len(_BOLD.findall(translation)):
        yield warning("bold", "other ** marks than the English", "Set bold what is bold there.")


def _targets(text: str) -> list[str]:
    return ["".join(found) for found in LINK.findall(text)]


def _difference(
    code: str, english: list[str], translation: list[str], hint: str
) -> Iterator[Fault]:
    if english == translation:
        return  # nearly always, and far quicker than counting
    ours, theirs = Counter(english), Counter(translation)
    lost, added = ours - theirs, theirs - ours
    parts = [f"lost: {', '.join(lost)}"] if lost else []
    parts += [f"added: {', '.join(added)}"] if added else []
    if parts:
        yield error(code, "; ".join(parts), hint)

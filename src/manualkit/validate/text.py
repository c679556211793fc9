"""What no text of the manual may hold, whoever wrote it."""

import re
from collections.abc import Callable, Iterator

from manualkit.model.finding import Finding, Location

_Rule = tuple[str, re.Pattern[str], Callable[[str], str], str]

# Bidi controls can turn a number around without a trace on the screen; private-use characters stand
# for facts inside the toolkit; both have no place in a source.
_HIDDEN = re.compile("[\u202a-\u202e\u2066-\u2069\u200e\u200f\ue000-\uf8ff\u0000-\u0008\u000e-\u001f]")
_RULES: tuple[_Rule, ...] = (
    (
        "hidden-character",
        _HIDDEN,
        lambda found: f"A character that nobody can see stands here (U+{ord(found):04X}).",
        "Delete the word and type it again by hand.",
    ),
    (
        "raw-html",
        re.compile(r"<(?:!--|/?[a-zA-Z][^>]*>)"),
        lambda found: f'HTML is not allowed in the text: "{found[:40]}".',
        "Write it in Markdown; for a special form ask for a new kind of block.",
    ),
    (
        "number-in-text",
        re.compile(r"\+?\d(?:[ ().-]?\d){5,}"),
        lambda found: f'A number like a phone number is typed into the text: "{found}".',
        "Put it in contacts.yml and write its name in braces, like {crisis_line}.",
    ),
    (
        "fixme-left",
        re.compile(r"FIXME"),
        lambda _: "A FIXME is left.",
        "Fill in what it asks for.",
    ),
)


def text_findings(text: str, file: str, first_line: int) -> Iterator[Finding]:
    """Yield a finding for everything that may not stand in a text."""
    for number, line in enumerate(text.split("\n"), first_line):
        for code, pattern, message, hint in _RULES:
            for found in pattern.finditer(line):
                where = Location(file, number, found.start() + 1)
                yield Finding(code, where, message(found[0]), hint)

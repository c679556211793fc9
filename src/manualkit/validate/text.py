"""What no text of the manual may hold, whoever wrote it.

Markdown reads some marks for the whole page and not for the block that they stand in: a definition,
a fence of code, a brace. Such a mark in one block could change another one, a locked one too. So
the marks that the manual does not need are refused.
"""

import dataclasses as dc
import re
from collections.abc import Callable, Iterator

from manualkit.model.finding import Finding, Location, Severity


@dc.dataclass(frozen=True, slots=True)
class _Rule:
    """A pattern and what to say where it is found (in its first group, if it has one)."""

    code: str
    pattern: re.Pattern[str]
    message: Callable[[str], str]
    hint: str
    severity: Severity = Severity.ERROR


def _quoting(words: str) -> Callable[[str], str]:
    return lambda found: f'{words}: "{found[:40].strip()}".'


def _saying(words: str) -> Callable[[str], str]:
    return lambda _: words


# Bidi controls can turn a number around without a trace on the screen; private-use characters stand
# for facts inside the toolkit; both have no place in a source.
_HIDDEN = re.compile(
    "[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b\u200e\u200f"
    "\u2028-\u202e\u2060-\u206f\ue000-\uf8ff\ufeff\ufff9-\uffff\U000e0000-\U0010ffff]"
)
_NEXT = r"(?:[ \t\u00a0\u2000-\u200a\u202f().\-\u2010-\u2015/*_~\\]{0,3}\d)"
_NUMBER = re.compile(
    rf"\+?\d{_NEXT}{{5,}}"
    rf"|(?i:\b(?:call|dial|phone|ring|text|tel|sms)\b[^.\d\n]{{0,15}}\d{{3,}}{_NEXT}*)"
)
_WELL_FORMED = r"\{\{[^{}\n]*\}\}|\{%[^{}\n]*%\}|(?<![\w{])\{[a-z][a-z0-9_]*\}(?!\})"
_RULES = (
    _Rule(
        "hidden-character",
        _HIDDEN,
        lambda found: f"A character that nobody can see stands here (U+{ord(found):04X}).",
        "Delete the word and type it again by hand.",
    ),
    _Rule(
        "raw-html",
        re.compile(r"<[a-zA-Z/!?][^>\n]{0,200}>?|&#?\w{1,40};"),
        _quoting("HTML is not allowed in the text"),
        "Write it in Markdown; for a special form ask for a new kind of block.",
    ),
    _Rule(
        "number-in-text",
        _NUMBER,
        _quoting("A number like a phone number is typed into the text"),
        "Put it in contacts.yml and write its name in braces, like {crisis_line}.",
    ),
    _Rule(
        "bad-braces",
        re.compile(rf"(?:{_WELL_FORMED})|(\{{[^{{}}\n]{{0,60}}\}}?|\}})"),
        _quoting("Braces may hold the name of a word or of a fact and nothing else"),
        "Write {{ helper }} for a word, {crisis_line} for a fact.",
    ),
    _Rule(
        "fence-in-text",
        re.compile(r":::"),
        _saying("Three colons stand inside a text."),
        "Write the text alone; a fence opens and closes at the start of a line of a page.",
    ),
    _Rule(
        "heading-in-text",
        re.compile(r"^#+.*|(?<=\S\n)(?:=+|-+)[ \t]*$", re.MULTILINE),
        _saying("A heading stands inside a text."),
        "Write it in **bold**; a heading is a step of a page, with an id.",
    ),
    _Rule(
        "code-in-text",
        re.compile(r"`+|^[ \t]*~~~+", re.MULTILINE),
        _saying("Code is not allowed in the text."),
        'Write the words in "quotes".',
    ),
    _Rule(
        "definition-in-text",
        re.compile(r"^[ \t>*+-]*\[[^\]\n]*\]:", re.MULTILINE),
        _saying("A definition would hold for the whole page, so it is not allowed."),
        "Write the address behind the words: [words](page.md).",
    ),
    _Rule(
        "picture-in-text",
        re.compile(r"!\["),
        _saying("A picture stands inside a text."),
        "Put it in pictures.yml and write ::: picture {#an-id picture=its-name}.",
    ),
    _Rule(
        "fixme-left",
        re.compile(r"FIXME"),
        _saying("A FIXME is left."),
        "Fill in what it asks for.",
        Severity.WARNING,  # a fresh copy of the template has to build; a release refuses it
    ),
)


def text_findings(text: str, file: str, first_line: int) -> Iterator[Finding]:
    """Yield a finding for everything that may not stand in a text."""
    for rule in _RULES:
        for found in rule.pattern.finditer(text):
            words = found[rule.pattern.groups]
            if words:
                at = found.start(rule.pattern.groups)
                line = first_line + text.count("\n", 0, at)
                where = Location(file, line, at - text.rfind("\n", 0, at))
                yield Finding(rule.code, where, rule.message(words), rule.hint, rule.severity)

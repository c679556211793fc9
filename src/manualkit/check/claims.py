"""Sentences that claim a review or an approval by the World Health Organization (WHO)."""

import re
from collections.abc import Iterator
from enum import StrEnum


class Claim(StrEnum):
    """What a sentence says that WHO did."""

    REVIEWED = "reviewed"
    APPROVED = "approved"


_WHO = r"(?:\b(?-i:WHO)\b(?:['’]s)?|\bworld health organi[sz]ation(?:['’]s)?(?: \((?-i:WHO)\))?)"
_APPROVED = (
    r"(?:approve[sd]?|endorse[sd]?|certif(?:y|ie[sd])|accredit(?:s|ed)?|authori[sz]e[sd]?|"
    r"signed off)\b"
)
_APPROVAL = r"(?:approval|endorsement|certification|certificate|accreditation|seal of approval)\b"
_BETWEEN = (
    r"(?:(?:has|have|had|is|was|also|and|already|now|fully|formally|officially|itself|in writing|"
    r"staff|experts|headquarters|read|seen|checked|reviewed)[ ,]+){0,5}"
)
_BY = r"(?: (?:in writing|officially|formally|fully))? by (?:[\w’'-]+,? ){0,6}?"
_MANUAL = r"(?:manual|edition|version|translation|adaptation|handbook)\b"
_ALWAYS = (
    (Claim.APPROVED, rf"{_WHO}[ -]+{_BETWEEN}{_APPROVED}"),
    (Claim.APPROVED, rf"(?<!\bbe )(?<!\bbeing ){_APPROVED}{_BY}{_WHO}"),
    (Claim.APPROVED, rf"{_WHO}[ -]+(?:official |formal |full |written )?{_APPROVAL}"),
    (Claim.APPROVED, rf"{_APPROVAL} (?:of|from|by) (?:the )?{_WHO}"),
    (Claim.APPROVED, rf"\b(?:this is|it is|our|this) (?:the |an? )?(?:official )?{_WHO} {_MANUAL}"),
    (Claim.REVIEWED, rf"{_WHO}[ -]+{_BETWEEN}reviewed\b"),
    (Claim.REVIEWED, rf"(?<!\bbe )(?<!\bbeing )\breviewed{_BY}{_WHO}"),
)
_IN_NAMES = (
    rf"(?<!\bfrom )(?<!\bof )(?<!\bon )(?<!\bthe )(?<!\ba ){_WHO} (?:official )?{_MANUAL}"
    rf"|^the (?:official )?{_WHO} {_MANUAL}"
)
_IN_TEXTS = [(claim, re.compile(pattern, re.IGNORECASE)) for claim, pattern in _ALWAYS]
_IN_ALL = [*_IN_TEXTS, (Claim.APPROVED, re.compile(_IN_NAMES, re.IGNORECASE))]

# Where a new thought begins: a "not" before it says nothing of what stands behind it.
_BOUNDARY = re.compile(
    r"[.!?:;|—–…\n]|, (?:which|who|so|and (?=(?-i:WHO)\b))|\b(?:but|yet|because|although|though)\b",
    re.IGNORECASE,
)
_NOT_SAID = re.compile(
    r"\b(?:not|never|no|nor|none|nobody|nothing|neither|without|unless|until|cannot|if|whether|"
    r"once|when|before|whoever)\b|n['’]t\b",
    re.IGNORECASE,
)
_WANTED = re.compile(
    r"\b(?:ask(?:s|ed|ing)?|await\w*|pending|seek\w*|request\w*|require\w*|needs?|apply|applied|"
    r"to (?:get|obtain|receive))\b"
    rf"|\bfor (?:(?:formal|written|the|an?) )*(?:{_WHO}|approval|endorsement|certification)",
    re.IGNORECASE,
)
_DENIED_BEHIND = re.compile(r"[\s:|–-]*\b(?:no|not|never|none|nothing)\b", re.IGNORECASE)
_EMPTY_WORDS = re.compile(r"\b(?:not (?:only|just|merely)|(?:no|without) (?:doubt|question))\b")
_LIST_MARK = re.compile(r"\n\s*(?:[-*+]|\d+\.)\s+|\n\s*\n")


def claims(text: str, *, is_name: bool = False) -> Iterator[tuple[Claim, str]]:
    """Yield each claim of a text with its words. A sentence that says it is not so claims nothing.

    `is_name` says that the text is a title, in which "WHO manual" alone is a claim.
    """
    if "WHO" not in text and "world health" not in text.lower():
        return
    plain = _LIST_MARK.sub(" … ", re.sub(r"[*_]+|[\"“”]", "", text))
    plain = _EMPTY_WORDS.sub("", " ".join(plain.split()))
    for claim, pattern in _IN_ALL if is_name else _IN_TEXTS:
        for found in pattern.finditer(plain):
            if _is_said(plain, found):
                yield claim, found[0].strip()


def _is_said(text: str, found: re.Match[str]) -> bool:
    ends = (boundary.end() for boundary in _BOUNDARY.finditer(text))
    start = max((end for end in ends if end <= found.start()), default=0)
    before = text[start : found.end()]
    behind = text[found.end() :]
    wanted = re.search(_APPROVAL, found[0], re.IGNORECASE) and _WANTED.search(before)
    ending = re.search(r"[.!?…]", behind)
    asked = ending is not None and ending[0] == "?"
    return not (_NOT_SAID.search(before) or wanted or asked or _DENIED_BEHIND.match(behind))

"""Nobody says that the World Health Organization (WHO) approved what it did not approve."""

import re
from collections.abc import Iterator

from manualkit.check.claims import Claim, claims
from manualkit.check.texts import texts_of
from manualkit.model.edition import Edition
from manualkit.model.finding import Finding
from manualkit.model.manual import Picture

_WHO_FILE = re.compile(
    r"^who$|(?:^|-)(?:who|oms|world-health-organi[sz]ation)-?(?:logo|emblem)"
    r"|(?:logo|emblem)-?(?:of-)?(?:the-)?(?:(?:who|oms)(?:-|\d|$)|world-health)"
)
_WHO_LOGO = re.compile(
    r"(?:(?-i:WHO)\b|world health organi[sz]ation)[^.;]{0,30}\b(?:logo|emblem)"
    r"|\b(?:logo|emblem)\b[^.;]{0,30}(?:\b(?-i:WHO)\b|world health organi[sz]ation)",
    re.IGNORECASE,
)
_LEFT_OUT = re.compile(r"\b(?:no|not|without|removed|taken out|left out)\b", re.IGNORECASE)


def approval_findings(edition: Edition) -> Iterator[Finding]:
    """Yield a finding for each approval or review that is claimed without its proof."""
    own = edition.rights[0]
    status, letter = own.value.who_review_status, own.value.who_review
    if status == "approved-in-writing" and not (letter.date and letter.ref.strip()):
        message = "An approval in writing has a date and a reference, and one of them is missing."
        hint = "Write both below `who_review:`, as they stand in the letter of WHO."
        yield Finding("rights-approval-unproved", own.at("who_review_status"), message, hint)
    proved = {
        "approved-in-writing": {Claim.APPROVED, Claim.REVIEWED},
        "comments-received": {Claim.REVIEWED},
    }.get(status, set())
    for text in texts_of(edition):
        for claim, words in claims(text.text, is_name=text.is_name):
            if claim not in proved:
                message = f'"{words}" says that WHO {claim} this, but the edition "{edition.id}" '
                message += f"has `who_review_status: {status}`."
                hint = "Take the words out. Only a letter of WHO, named in `who_review`, "
                hint += "lets you write them."
                yield Finding("rights-approval-claimed", text.location, message, hint)


def logo_findings(edition: Edition) -> Iterator[Finding]:
    """Yield a finding for each picture that is, or shows, a logo of WHO."""
    for placed in edition.pictures.values():
        where = _logo(placed.picture)
        if where:
            message = f'The picture "{placed.picture.id}" is or shows a logo of WHO (see {where}).'
            hint = "Take it out. WHO lets nobody use its logo without an agreement in writing."
            yield Finding("rights-who-logo", placed.location, message, hint)


def _logo(picture: Picture) -> str:
    """Return the name of the field that tells of a logo of WHO, or an empty string."""
    for name in ("id", "file"):
        value = getattr(picture, name).rsplit(".", 1)[0]
        if _WHO_FILE.search(value):
            return name
    for name in ("alt", "origin", "creator"):
        value = getattr(picture, name)
        if _WHO_LOGO.search(value) and not _LEFT_OUT.search(value):
            return name
    return ""

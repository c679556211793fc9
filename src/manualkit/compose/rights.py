"""What the page about an edition says of rights, in plain words."""

import re
from collections.abc import Sequence
from typing import Any

from manualkit.model.edition import Edition
from manualkit.model.language import language
from manualkit.model.licence import licence_of
from manualkit.model.rights import Rights, SourceWork, TranslationRights
from manualkit.model.sources import disclaimers_of, works_of

_RIGHTS = {
    "all-rights-reserved": "All rights reserved",
    "cc0": "CC0",
    "original": "Our own work",
}


def about_rights(edition: Edition) -> dict[str, Any]:
    """Return what the template of the page needs."""
    rights = edition.rights[0].value
    works = [work.value for work in works_of(edition)]
    licence = licence_of(rights.licence)
    return {
        "rights": rights,
        "licence": licence,
        "learned": [_work(work) for work in works if not _used(work)],
        "used": [_work(work) for work in works if _used(work)],
        "translations": [_translation(each, rights.licence) for each in rights.translations],
        "review": _review(rights),
        "disclaimers": [placed.value for placed in disclaimers_of(edition)],
        "instruments": [placed.value for placed in edition.instruments],
    }


def _translation(translation: TranslationRights, licence: str) -> dict[str, str]:
    names = [language(code).english_name for code in translation.languages]
    return {
        "languages": _and(names),
        "holder": translation.holder,
        "licence": translation.licence or licence,
    }


def _used(work: SourceWork) -> bool:
    return set(work.used) != {"facts"}


def _work(work: SourceWork) -> tuple[str, str]:
    """Return how a work is cited, and its rights and what was taken from it."""
    parts = [part for part in (work.publisher, work.year) if part]
    cited = ". ".join([work.title, *([", ".join(parts)] if parts else [])])
    rights = _RIGHTS.get(work.rights) or _licence_name(work.rights)
    taken = _and(work.used)
    only = " only" if not _used(work) else ""
    return f"{cited}.", f"{rights}. Used here: {taken}{only}."


def _licence_name(rights: str) -> str:
    """Return `cc-by-nc-sa-3.0-igo` as people write it: CC BY-NC-SA 3.0 IGO."""
    terms, version = re.split(r"-(?=\d)", rights.removeprefix("cc-"))
    return f"CC {terms} {version.replace('-', ' ')}".upper()


def _and(words: Sequence[str]) -> str:
    return " and ".join(filter(None, (", ".join(words[:-1]), words[-1])))


def _review(rights: Rights) -> str:
    """Return how far a review by WHO has come, in one plain paragraph."""
    letter = rights.who_review
    about = ", ".join(filter(None, (str(letter.date or ""), letter.ref, letter.scope)))
    behind = f" ({about})" if about else ""
    return {
        "not-submitted": "This edition has not been sent to WHO, and WHO has not reviewed it.",
        "submitted": f"This edition was sent to WHO{behind}. WHO has not reviewed it yet.",
        "comments-received": f"WHO sent comments on this edition{behind}. WHO has not approved it.",
        "approved-in-writing": f"WHO has approved this edition in writing{behind}.",
    }[rights.who_review_status]

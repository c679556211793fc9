"""The works that an edition stands on, and the disclaimers that they ask for."""

from manualkit.model.edition import Edition
from manualkit.model.project import Placed
from manualkit.model.rights import Disclaimer, SourceWork


def works_of(edition: Edition) -> list[Placed[SourceWork]]:
    """Return the source works of an edition and of what it stands on, each once."""
    found: dict[str, Placed[SourceWork]] = {}
    for rights in edition.rights:
        for index, work in enumerate(rights.value.source_works):
            place = Placed(work, rights.source, (*rights.key, "source_works", index))
            first = found.setdefault(work.title, place)
            # Of two files that name a work, the one counts that took more than facts.
            if work.taken and not first.value.taken:
                found[work.title] = place
    return list(found.values())


def taken_works(edition: Edition) -> list[Placed[SourceWork]]:
    """Return those source works of which more than facts was taken."""
    return [work for work in works_of(edition) if work.value.taken]


def disclaimer_kinds(edition: Edition) -> list[str]:
    """Return what an edition is to its source works: `adaptation`, `translation` or both."""
    types = {rights.value.edition_type for rights in edition.rights}
    translated = any(code != "en" for code in edition.sources[0].value.languages)
    kinds = {kind for each in types for kind in each.split("+") if kind != "original"}
    return sorted(kinds | ({"translation"} if translated else set()))


def disclaimers_of(edition: Edition) -> list[Placed[Disclaimer]]:
    """Return the disclaimers that an edition must carry."""
    works = [work.value for work in taken_works(edition)]
    return [
        disclaimer
        for kind in disclaimer_kinds(edition)
        for disclaimer in edition.disclaimers
        if disclaimer.value.applies_to == kind and any(map(disclaimer.value.is_for, works))
    ]

"""The sentences that a licence makes translations and adaptations carry."""

from collections.abc import Callable, Iterator

from manualkit.model.digest import normalised
from manualkit.model.edition import Edition
from manualkit.model.finding import Finding, Severity, did_you_mean
from manualkit.model.language import language
from manualkit.model.project import Placed
from manualkit.model.rights import SourceWork
from manualkit.model.sources import disclaimer_kinds, disclaimers_of, taken_works

Translated = Callable[[str, str], bool]
"""Whether a language (its tag) has a translation of an English text that readers see."""


def disclaimer_findings(edition: Edition) -> Iterator[Finding]:
    """Yield a finding for each disclaimer that is not in docs/rights.yml, or not yet sure."""
    for work in taken_works(edition):
        for kind in disclaimer_kinds(edition):
            if work.value.rights.endswith("-igo"):
                yield from _missing(edition, work, kind)
    for placed in disclaimers_of(edition):
        if placed.value.verify_wording:
            message = f'Nobody has compared the wording of the disclaimer "{placed.value.id}" '
            message += "with its source."
            hint = "Compare it letter by letter, name the source, and take out `verify_wording`."
            code = "rights-wording-unverified"
            yield Finding(code, placed.location, message, hint, Severity.WARNING)


def translation_findings(edition: Edition, translated: Translated) -> Iterator[Finding]:
    """Yield a finding for each disclaimer that a language of the edition does not have.

    A translation carries it twice, in English and in its own language.
    """
    languages = edition.sources[0].value.languages
    for placed in disclaimers_of(edition):
        for index, code in enumerate(languages):
            if code == "en" or translated(code, normalised(placed.value.text)):
                continue
            name = language(code).english_name
            message = f'The disclaimer "{placed.value.id}" must stand in English and in {name}, '
            message += f"but it has no {name} translation."
            hint = f"Translate it in locale/{code}/core.po, or take {code} out of the languages."
            where = edition.sources[0].at("languages", index)
            yield Finding("rights-disclaimer-untranslated", where, message, hint)


def _missing(edition: Edition, work: Placed[SourceWork], kind: str) -> Iterator[Finding]:
    known = [d.value for d in edition.disclaimers if d.value.applies_to == kind]
    if any(disclaimer.is_for(work.value) for disclaimer in known):
        return
    article = "an" if kind == "adaptation" else "a"
    message = f'The licence of "{work.value.title}" asks {article} {kind} to carry a disclaimer, '
    message += f'and docs/rights.yml has none of "{work.value.publisher}".'
    hint = "Copy the sentence from the work's licence page into docs/rights.yml, with its source."
    names = [name for disclaimer in known for name in disclaimer.publishers]
    hint = did_you_mean(work.value.publisher, names, hint)
    yield Finding("rights-disclaimer-missing", work.at("publisher"), message, hint)

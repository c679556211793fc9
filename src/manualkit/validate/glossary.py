"""A glossary: each term once, and no word both agreed and not to be used."""

from collections.abc import Iterator

from manualkit.model.finding import Finding
from manualkit.model.glossary import GlossaryFile, GlossaryTerm
from manualkit.model.raw import RawDocument, Source
from manualkit.validate.schema import check_model


def validate_glossary(document: RawDocument) -> tuple[GlossaryFile | None, list[Finding]]:
    """Return a language's glossary, or None, and what is wrong in it."""
    glossary, findings = check_model(document, GlossaryFile)
    if glossary is not None:
        findings += _term_findings(glossary, document.source)
    return glossary, findings


def _term_findings(glossary: GlossaryFile, source: Source) -> Iterator[Finding]:
    ids: dict[str, int] = {}
    words: dict[str, str] = {}
    for index, term in enumerate(glossary.terms):
        if term.id in ids:
            where = source.at("terms", index, "id")
            first = source.at("terms", ids[term.id], "id").line
            message = f'The id "{term.id}" is given twice (first in line {first}).'
            yield Finding("glossary-id-twice", where, message, "Keep one, or give it another id.")
        ids.setdefault(term.id, index)
        for at, word in enumerate(term.en):
            other = words.setdefault(word.casefold(), term.id)
            if other != term.id:
                where = source.at("terms", index, "en", at)
                message = f'The English "{word}" stands in the term "{other}" already.'
                hint = "Put all its renderings into one term, or name the longer phrase."
                yield Finding("glossary-word-twice", where, message, hint)
        yield from _avoid_findings(term, index, source)


def _avoid_findings(term: GlossaryTerm, index: int, source: Source) -> Iterator[Finding]:
    agreed = {word.casefold() for word in (*term.renderings, *term.forms)}
    for at, word in enumerate(term.avoid):
        if word.casefold() in agreed:
            where = source.at("terms", index, "avoid", at)
            message = f'"{word}" is a rendering of "{term.en[0]}", and also a word to avoid.'
            yield Finding(
                "glossary-avoided-rendering", where, message, "Keep it in one of the two."
            )

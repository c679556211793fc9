"""Compare translations with the glossary: agreed words, words to avoid, names, no and not."""

import dataclasses as dc
import re
from collections.abc import Iterator
from pathlib import Path

from manualkit.catalogue.checks import is_sound
from manualkit.catalogue.entries import BrokenCatalogueError, Entry, read_entries, read_forms
from manualkit.catalogue.phrases import (
    doubled_words,
    english_finder,
    exact_finder,
    plain,
    rendering_finder,
    without_titles,
    words_only,
)
from manualkit.catalogue.wording import doubles_words
from manualkit.model.finding import Finding, Location, Severity
from manualkit.model.glossary import GlossaryFile, GlossaryTerm
from manualkit.model.language import language

_SAYS_NO = re.compile(
    r"\b(?:not|never|cannot|nobody|nothing|no(?= [a-z]))\b|\b\w+n['’]t\b", re.IGNORECASE
)
_OF_ALL = frozenset({"negation", "doubled-word"})
"""What the glossary only gives the words for."""
_PLURAL = "(?:e?s)?"


@dc.dataclass(frozen=True, slots=True)
class _Term:
    """A term, ready to be looked for."""

    term: GlossaryTerm
    found: re.Pattern[str]
    avoided: re.Pattern[str]


class GlossaryIndex:
    """Looks for a language's agreed words in its translations."""

    def __init__(self, glossary: GlossaryFile, code: str) -> None:
        self._code = code
        self._terms: dict[str, _Term] = {}
        for term in glossary.terms:
            found = rendering_finder((*term.renderings, *term.forms), code)
            one = _Term(term, found, exact_finder(term.avoid, code))
            self._terms |= {word.casefold(): one for word in term.en}
        self._english = english_finder(self._terms, _PLURAL)
        self._names = [(name, _name_finder(name)) for name in glossary.names]
        self._any_name = english_finder(glossary.names)
        alone = glossary.doubles is not None and doubles_words(code)
        self._may_double = frozenset(map(plain, glossary.doubles or ())) if alone else None
        self._no = exact_finder(glossary.negation, code) if glossary.negation else None

    def faults(self, entry: Entry) -> Iterator[tuple[str, str, str]]:
        """Yield code, message and hint for each breach."""
        english = without_titles(entry.english, entry.translation)
        translated = plain(words_only(entry.translation))
        for one in self._in(self._any_name.sub(" ", english)):
            yield from self._term_faults(one, translated)
        for name, finder in self._names:
            if finder.search(english) and not finder.search(entry.translation):
                hint = f'Write "{name}" as it is; it is the same in every language.'
                yield "name", f'the name "{name}" is not there', hint
        yield from self._doubled_faults(plain(english), translated)
        if self._no and not entry.negation_checked and _SAYS_NO.search(english):
            yield from self._no_faults(english, translated)

    def _in(self, english: str) -> list[_Term]:
        """Return the terms of an English text, each once."""
        found: dict[str, _Term] = {}
        for match in self._english.finditer(english):
            one = self._terms[match[1].casefold()]
            capital = any(word == match[1] for word in one.term.en)
            if capital or all(word.islower() for word in one.term.en):
                found[one.term.id] = one
        return list(found.values())

    def _term_faults(self, one: _Term, translated: str) -> Iterator[tuple[str, str, str]]:
        term = one.term
        name = language(self._code).english_name
        avoided = one.avoided.search(translated)
        if avoided:
            message = f'"{avoided[0]}" is a word that is not used for "{term.en[0]}" in {name}'
            agreed = ", ".join(term.renderings) or "another word"
            yield "avoid", message, f"Write: {agreed}."
        if term.renderings and term.unchecked is None and not one.found.search(translated):
            agreed = ", ".join(term.renderings)
            message = f'it says "{term.en[0]}", and no agreed word for it stands here: {agreed}'
            hint = "Use one, or add the form that this sentence needs to the term in glossary.yml."
            yield "term", message, hint

    def _doubled_faults(self, english: str, translated: str) -> Iterator[tuple[str, str, str]]:
        if self._may_double is None or any(doubled_words(english)):
            return
        for word in doubled_words(translated):
            if word not in self._may_double:
                hint = "Delete one of the two, or add the word to doubles in glossary.yml."
                yield "doubled-word", f'"{word}" stands twice', hint
                return

    def _no_faults(self, english: str, translated: str) -> Iterator[tuple[str, str, str]]:
        if self._no and not self._no.search(translated):
            said = _SAYS_NO.search(english)
            message = f'the English says "{said[0] if said else ""}", and nothing here says no'
            hint = (
                "Look whether the meaning was turned around. If the sentence is right, write the "
                "comment: negation checked."
            )
            yield "negation", message, hint


def _name_finder(name: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![A-Za-z0-9]){re.escape(name)}(?![A-Za-z0-9])")


def glossary_findings(path: Path, index: GlossaryIndex, root: Path) -> Iterator[Finding]:
    """Yield a warning for each published translation of a file that breaks the glossary."""
    try:
        entries = (*read_entries(path), *read_forms(path))
    except BrokenCatalogueError:
        return  # it has a finding of its own
    file = path.relative_to(root).as_posix()
    for entry in entries:
        if entry.translation and not entry.fuzzy and is_sound(entry.english, entry.translation):
            for name, message, hint in index.faults(entry):
                where = Location(file, entry.line)
                told = f'"{_shortened(entry.english)}": {message}.'
                code = f"translation-{name}" if name in _OF_ALL else f"glossary-{name}"
                yield Finding(code, where, told, hint, Severity.WARNING)


def _shortened(text: str, most: int = 60) -> str:
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"

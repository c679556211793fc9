"""Words of the context in the languages: shown to translators, and looked for in translations."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from manualkit.catalogue.checks import is_sound
from manualkit.catalogue.entries import BrokenCatalogueError, Entry, read_entries, read_forms
from manualkit.catalogue.phrases import english_finder, plain, rendering_finder
from manualkit.model.finding import Finding, Location, Severity
from manualkit.model.language import language
from manualkit.model.manifest import Manifest, ManifestTerm


class TermIndex:
    """Finds the terms of an edition in English texts."""

    def __init__(self, terms: Iterable[ManifestTerm]) -> None:
        self._terms = {form.casefold(): term for term in terms for form in term.forms.values()}
        self._any = english_finder(self._terms)

    def in_text(self, english: str) -> list[ManifestTerm]:
        """Return the terms that a text holds, in reading order, each once."""
        found = [self._terms[match[0].casefold()] for match in self._any.finditer(english)]
        return list({term.id: term for term in found}.values())

    def note(self, english: str, code: str) -> str:
        """Return for a translator what the terms of a text are called in a language."""
        return "; ".join(
            f"{term.forms['singular']} = {', '.join(forms)}"
            for term in self.in_text(english)
            if (forms := _forms(term, code))
        )


def term_findings(root: Path, manifest: Manifest) -> Iterator[Finding]:
    """Yield a warning for each published translation that holds none of a term's forms."""
    index, edition = TermIndex(manifest.terms), manifest.edition
    for code in edition.languages:
        if any(code in term.translations for term in manifest.terms):
            for name in ("core", *edition.extends, edition.id):
                path = root / "locale" / code / f"{name}.po"
                yield from _of_file(path, path.relative_to(root).as_posix(), index, code)


def _of_file(path: Path, file: str, index: TermIndex, code: str) -> Iterator[Finding]:
    try:
        entries = (*read_entries(path), *read_forms(path))
    except BrokenCatalogueError:
        return  # it has a finding of its own
    for entry in entries:
        if not entry.fuzzy and entry.translation and is_sound(entry.english, entry.translation):
            for term in index.in_text(entry.english):
                forms = _forms(term, code)
                if forms and not rendering_finder(forms, code).search(plain(entry.translation)):
                    yield _finding(entry, Location(file, entry.line), term, code)


def _finding(entry: Entry, where: Location, term: ManifestTerm, code: str) -> Finding:
    name = language(code).english_name
    forms = ", ".join(_forms(term, code))
    message = (
        f'"{_shortened(entry.english)}": it says "{term.forms["singular"]}", '
        f"and the translation holds none of its forms in {name}: {forms}."
    )
    hint = "Use one of them, or add the form that this sentence needs to the term's translations."
    return Finding("term-not-used", where, message, hint, Severity.WARNING)


def _forms(term: ManifestTerm, code: str) -> list[str]:
    return list(dict.fromkeys(term.translations.get(code, {}).values()))


def _shortened(text: str, most: int = 60) -> str:
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"

"""What readers see of a language, whichever text it is of."""

from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path

from manualkit.catalogue.catalogue import Catalogue
from manualkit.catalogue.entries import BrokenCatalogueError, read_entries, read_forms


def translated_in(
    locale_dir: Path, edition: str, extends: Sequence[str]
) -> Callable[[str, str], bool]:
    """Return whether readers see a translation of a text; a catalogue is opened when asked for."""

    @cache
    def catalogue(language: str) -> Catalogue:
        return Catalogue.open(locale_dir, edition, language, extends)

    return lambda language, text: catalogue(language).translate(text) is not None


def written(folder: Path) -> str:
    """Return all translations of a language's folder that may be shown, one behind the other."""
    texts = []
    for path in sorted(folder.glob("*.po")):
        try:
            entries = (*read_entries(path), *read_forms(path))
        except BrokenCatalogueError:
            continue  # it has a finding of its own
        texts += [entry.translation for entry in entries if not entry.fuzzy]
    return " ".join(texts)

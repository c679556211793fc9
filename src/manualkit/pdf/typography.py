"""How a language is set on paper; `templates/fonts/scripts.toml` says it for each script."""

from functools import cache
from pathlib import Path

from manualkit.model.language import Language
from manualkit.model.typeface import TYPEFACES, Paper, Typefaces


def typography(language: Language, root: Path) -> Paper:
    """Return how a language is set; a language we do not know, as its script."""
    return _typefaces(root).of(language).paper


@cache
def _typefaces(root: Path) -> Typefaces:
    return Typefaces.parse((root / TYPEFACES).read_text("utf-8"))

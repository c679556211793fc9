"""Gendered forms that an edition chooses."""

from collections.abc import Iterator

from manualkit.model.edition import Edition
from manualkit.model.finding import Finding, Severity


def form_findings(edition: Edition) -> Iterator[Finding]:
    """Yield a warning for each language that an edition chooses forms for and is not read in."""
    source = edition.sources[0]
    languages = source.value.languages
    for code in source.value.forms.languages:
        if code not in languages:
            message = f'Forms are chosen for "{code}", and this edition has no such language.'
            hint = f"Its languages: {', '.join(languages)}. Correct the code, or take the line out."
            where = source.at("forms", "languages", code)
            yield Finding("form-language-unknown", where, message, hint, Severity.WARNING)

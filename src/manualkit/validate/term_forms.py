"""The forms of a term in other languages."""

from collections.abc import Collection, Iterator

from manualkit.model.change import TermChange
from manualkit.model.finding import Finding
from manualkit.model.language import is_english
from manualkit.model.manual import Term
from manualkit.model.project import Placed


def term_form_findings(
    term: Placed[Term] | Placed[TermChange], languages: Collection[str]
) -> Iterator[Finding]:
    """Yield what is wrong with a term's translations; `languages` are those of its file."""
    for code, forms in term.value.translations.items():
        where = term.source.key_at(*term.key, "translations", code)
        if is_english(code):
            hint = "Write the English forms under `forms:`."
            yield Finding("term-language", where, "English is no translation.", hint)
        elif code not in languages:
            message = f'The manual does not come in "{code}" here, so nobody would use these forms.'
            hint = f"Languages here: {', '.join(languages)}."
            yield Finding("term-language", where, message, hint)
        elif not forms:
            message = f'There is no form of this term in "{code}".'
            hint = "Write for example `singular: …`, or take the line out."
            yield Finding("term-forms-empty", where, message, hint)

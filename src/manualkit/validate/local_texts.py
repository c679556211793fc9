"""What a text that is written directly in one language must have, and may not hold."""

import re
from collections.abc import Collection, Iterator

from manualkit.model.finding import Finding, Location
from manualkit.model.language import is_english
from manualkit.model.project import TextChange

_WORD = re.compile(r"\{\{[^{}\n]*\}\}|\{%[^{}\n]*%\}")


def local_findings(change: TextChange, languages: Collection[str]) -> Iterator[Finding]:
    """Yield what is wrong with a text of one language; `languages` are those of its adaptation."""
    record, code = change.record, change.record.language
    if code is None:
        if record.back_translation:
            message = "There is a back-translation, but no language that it was made from."
            hint = "Add the line `language: …`, or take this line out."
            where = change.source.at("back_translation")
            yield Finding("back-translation-alone", where, message, hint)
        return
    where = change.source.at("language")
    yield from _language(code, languages, where)
    if record.action == "remove":
        message = "A block cannot be left out in one language alone."
        hint = "Take the line `language` out, or replace the text in this language."
        yield Finding("local-remove", where, message, hint)
    elif not record.back_translation.strip():
        message = f'This text is written in "{code}", and nothing says what it means in English.'
        hint = 'Add `back_translation: "…"`, so that everybody can review it.'
        yield Finding("back-translation-missing", where, message, hint)
    yield from _words(change)


def _language(code: str, languages: Collection[str], where: Location) -> Iterator[Finding]:
    if is_english(code):
        message = "English is the language that the manual is written in."
        hint = (
            "Take the lines `language` and `back_translation` out; translators see the text then."
        )
        yield Finding("local-english", where, message, hint)
    elif code not in languages:
        message = f'The edition does not come in "{code}", so nobody would see this text.'
        hint = f"Add it to `languages` in adaptation.yml; there are: {', '.join(languages)}."
        yield Finding("local-language", where, message, hint)


def _words(change: TextChange) -> Iterator[Finding]:
    for number, line in enumerate(change.text.split("\n"), change.text_line):
        for found in _WORD.finditer(line):
            message = f'"{found[0]}" is English; it is not filled in in a text of one language.'
            hint = "Write the word itself, in the form that it has there."
            where = Location(change.source.file, number, found.start() + 1)
            yield Finding("word-in-local-text", where, message, hint)

"""The glossary that a new language begins with: the terms of the others, with nothing agreed."""

import json
from collections.abc import Iterable

from manualkit.model.glossary import GlossaryFile
from manualkit.model.language import Language

_HEAD = """# yaml-language-server: $schema=../../schemas/glossary.json
# {name} ({code}). Decide on these words before translating.
# An empty list of renderings is not checked. `status: approved` says that a native reviewer has
# confirmed a rendering.
"""


def empty_glossary(asked: Language, others: Iterable[GlossaryFile]) -> str:
    """Return the text of a glossary with every English term and name of the others."""
    terms: dict[str, list[str]] = {}
    names: dict[str, None] = {}
    taken: set[str] = set()
    for glossary in others:
        names |= dict.fromkeys(glossary.names)
        for term in glossary.terms:
            words = [word.casefold() for word in term.en]
            if term.id not in terms and taken.isdisjoint(words):
                terms[term.id] = term.en
                taken.update(words)
    lines = [_HEAD.format(name=asked.english_name, code=asked.code), "terms:"]
    lines[0] = lines[0].rstrip("\n")
    for name, english in terms.items():
        lines += [f"  - id: {name}", f"    en: {_list(english)}", "    renderings: []"]
    if not terms:
        lines[-1] += " []"
    lines += [f"names: {_list(names)}"] if names else []
    lines += ["# Words that say no, such as not and never; without them a lost one is not noticed."]
    return "\n".join([*lines, "negation: []", ""])


def _list(words: Iterable[str]) -> str:
    return json.dumps(list(words), ensure_ascii=False)

"""Raw text → what a reader sees: words and facts filled in, marks of Markdown gone."""

import html
import re
import unicodedata
from collections.abc import Mapping
from datetime import date

from manualkit.model.dates import day_in_words
from manualkit.verify.protected import Value, Wording

_TERM = re.compile(r"\{\{\s*([A-Za-z_]\w*)(?:\.(\w+))?\s*\}\}")
FACT = re.compile(r"\{([a-z][a-z0-9_]*)\}")
"""A fact in a text."""
LINK = re.compile(r"\[([^\]]*)\]\(\s*<?([^)\s>]*)[^)]*\)")
"""A link in a text: its words, where it leads."""
CALL = re.compile(r"(tel|sms):", re.IGNORECASE)
"""How an address begins that calls a number."""
_STRONG = re.compile(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1")
_WEAK = re.compile(r"(?<![\w*_])([*_])(?=[^\s*_])(.+?)(?<=[^\s*_])\1(?![\w*_])")
_ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+\-.!|>~])")
_LTR = frozenset({"phone", "sms", "url", "email", "code", "price"})
_FRENCH = (re.compile(r"\s+(?=[:;!?»])"), re.compile(r"(?<=«)\s+"))

_COUNT = r"(?:100\s*%|[0-9]{1,2}(?::[0-9]{2})?\s*[%+]?)"
_COUNTS = re.compile(rf"{_COUNT}(?:, {_COUNT})*")

Facts = Mapping[str, tuple[str, str]]
"""Name of a fact → its kind and value."""
Terms = Mapping[str, Mapping[str, str]]
"""Name of a word → its forms."""


def with_terms(text: str, terms: Terms) -> str:
    """Fill in the words of the context."""

    def word(found: re.Match[str]) -> str:
        forms = terms.get(found[1].lower())
        form = (forms or {}).get(found[2] or "singular")
        if form is None:
            return found[0]
        return form[:1].upper() + form[1:] if found[1][0].isupper() else form

    return _TERM.sub(word, text)


def wording(raw: str, facts: Facts, language: str, *, english: bool) -> Wording:
    """Return what a reader sees of a raw text of a language."""
    text = _WEAK.sub(r"\2", _STRONG.sub(r"\2", LINK.sub(r"\1", raw)))
    text = html.unescape(_ESCAPED.sub(r"\1", text))
    values: list[Value] = []

    def value(found: re.Match[str]) -> str:
        if found[1] not in facts:
            return found[0]
        kind, typed = facts[found[1]]
        shown = plain(_date(typed, language) if kind == "date" else typed)
        values.append(Value(shown, kind in _LTR))
        return shown

    words = FACT.sub(value, text)
    return Wording(plain(words), tuple(values), english)


def with_values(address: str, facts: Facts) -> str:
    """Fill facts into an address."""
    return FACT.sub(lambda found: facts.get(found[1], ("", found[0]))[1], address)


def _date(value: str, language: str) -> str:
    try:
        day = date.fromisoformat(value)
    except ValueError:
        return value
    return day_in_words(day, language)


def plain(text: str) -> str:
    """Return text with single blanks, its letters in their shortest form."""
    return " ".join(unicodedata.normalize("NFC", text).split())


def even(text: str, language: str) -> str:
    """Return a text as it is compared: in French the blanks around marks do not count."""
    text = plain(text)
    if language.partition("-")[0] == "fr":
        for rule in _FRENCH:
            text = rule.sub("", text)
    return text


def counted(text: str) -> str:
    """Return points, minutes or numbers of steps in Western digits; nothing if it is a text."""
    signs = {ord(sign): str(unicodedata.decimal(sign)) for sign in text if sign.isdecimal()}
    western = plain(text.translate(signs).replace("،", ","))
    return western if _COUNTS.fullmatch(western) else ""


def digits(text: str) -> str:
    """Return the digits of a text, whatever their script."""
    found = ((letter, unicodedata.digit(letter, None)) for letter in text)
    return "".join(str(value) for _, value in found if value is not None)


def call(address: str) -> str:
    """Return an address that calls a number, with nothing but its digits."""
    return f"{address.partition(':')[0].lower()}:{digits(address)}"

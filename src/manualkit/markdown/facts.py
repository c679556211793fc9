"""Facts: hidden before Markdown reads the page, filled in when translation is over."""

import html
import re
from datetime import date
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

from manualkit.markdown.conversion import Conversion
from manualkit.markdown.textnodes import map_tags, map_text
from manualkit.markdown.tokens import FactTokens, has_token, split_at_tokens, without_hidden
from manualkit.model.dates import day_in_words
from manualkit.model.manifest import ManifestFact

_LTR_KINDS = frozenset({"phone", "sms", "url", "email", "code", "price"})
_PLAIN = frozenset({"code", "pre", "kbd", "script", "style"})
_DIALLED = re.compile(r"^(tel|sms):(.*)$", re.IGNORECASE | re.DOTALL)
_ATTRIBUTE = re.compile(r"""(\s)([\w:-]+)=("[^"]*"|'[^']*')""")


class FactPreprocessor(Preprocessor):
    """Takes up a page: every `{name}` that is a fact becomes a token."""

    def __init__(self, md: Markdown, conversion: Conversion) -> None:
        super().__init__(md)
        self._conversion = conversion

    def run(self, lines: list[str]) -> list[str]:
        """Return the lines with tokens."""
        return self._conversion.begin(lines)


class FactTreeprocessor(Treeprocessor):
    """Fills in the facts that stand in the tree; `fill_rest` finds those in raw HTML and code."""

    def __init__(self, md: Markdown, conversion: Conversion) -> None:
        super().__init__(md)
        self._conversion = conversion

    def run(self, root: Element) -> None:
        """Fill in text and attributes."""
        self._fill(root, self._conversion.context.language.code)

    def _fill(self, element: Element, language: str) -> None:
        language = element.get("lang", language)
        tokens = self._conversion.tokens
        for name, value in element.attrib.items():
            element.set(name, _attribute(value, tokens, language))
        for child in list(element):
            self._fill(child, language)
            child.tail = self._put(child.tail, element, child, language)
        element.text = self._put(element.text, element, None, language)

    def _put(
        self, text: str | None, parent: Element, before: Element | None, language: str
    ) -> str | None:
        """Set the facts of `text` as elements behind `before`; return the text up to the first."""
        if not text or not has_token(text):
            return text
        tokens = self._conversion.tokens
        if parent.tag in _PLAIN or isinstance(text, AtomicString):
            return AtomicString(_plain(text, tokens, language))
        first, *rest = split_at_tokens(text)
        at = 0 if before is None else list(parent).index(before) + 1
        for offset, (token, tail) in enumerate(zip(rest[::2], rest[1::2], strict=True)):
            element = _element(tokens.fact(token), language)
            element.tail = tail
            parent.insert(at + offset, element)
        return first


def fill_rest(text: str, tokens: FactTokens, language: str) -> str:
    """Fill in the tokens that are left in HTML: those of raw HTML and code."""
    if not has_token(text):
        return text

    def in_tag(tag: str) -> str:
        return _ATTRIBUTE.sub(in_attribute, tag) if has_token(tag) else tag

    def in_attribute(found: re.Match[str]) -> str:
        value = _attribute(html.unescape(found[3][1:-1]), tokens, language)
        return f'{found[1]}{found[2]}="{html.escape(value)}"'

    def in_text(piece: str, *, inside: bool) -> str:
        if inside:
            return html.escape(_plain(html.unescape(piece), tokens, language), quote=False)
        parts = split_at_tokens(piece)
        parts[1::2] = [_markup(tokens.fact(token), language) for token in parts[1::2]]
        return "".join(parts)

    return map_text(map_tags(text, in_tag), in_text, lambda name, _tag: name in _PLAIN)


def _value(fact: ManifestFact, language: str) -> str:
    """Return what a reader sees; a date as the language writes it."""
    if fact.kind != "date":
        return without_hidden(fact.value)
    try:
        day = date.fromisoformat(fact.value)
    except ValueError:
        return without_hidden(fact.value)
    return day_in_words(day, language)


def _plain(text: str, tokens: FactTokens, language: str) -> str:
    parts = split_at_tokens(text)
    parts[1::2] = [_value(tokens.fact(token), language) for token in parts[1::2]]
    return "".join(parts)


def _attribute(value: str, tokens: FactTokens, language: str) -> str:
    if not has_token(value):
        return value
    value = _plain(value, tokens, language)
    dialled = _DIALLED.match(value)
    return f"{dialled[1].lower()}:{re.sub(r'[^0-9+]', '', dialled[2])}" if dialled else value


def _element(fact: ManifestFact, language: str) -> Element:
    element = Element("bdi", {"class": "fact"})
    if fact.kind in _LTR_KINDS:
        element.set("dir", "ltr")
    element.text = AtomicString(_value(fact, language))
    return element


def _markup(fact: ManifestFact, language: str) -> str:
    direction = ' dir="ltr"' if fact.kind in _LTR_KINDS else ""
    value = html.escape(_value(fact, language), quote=False)
    return f'<bdi class="fact"{direction}>{value}</bdi>'

"""Two renderings of one page, English and another language → one page in both, block by block.

Both come from one Markdown text, so their elements are the same. A kind of block keeps its one
frame and holds both texts; headings, labels and the cells of a form hold both, so that there is one
sheet to write on; tables stand one below the other. What one language alone has stands there once:
a text that fell back to English, a text written directly in the language, a notice.
"""

from collections.abc import Iterable
from typing import TypeAlias

from lxml import html

from manualkit.markdown.parts import HEADINGS
from manualkit.markdown.sides import (
    alone,
    classes,
    has_own_text,
    has_words,
    in_both,
    inner_html,
    is_english,
    is_inline,
    is_local,
    once,
    pair_of,
    pair_within,
    parse,
    shell,
)
from manualkit.markdown.twice import each_id_once, keep_apart
from manualkit.model.language import Language

Element: TypeAlias = html.HtmlElement
_TABLES = "tables"
"""A pair whose sides are too wide to stand beside each other."""


def in_two_languages(english: str, other: str, reader: Language) -> str:
    """Return the HTML of a page in English and in the language of `reader`.

    `english` and `other` are two renderings of one Markdown text. Every id stands once.
    """
    first, second = parse(english), parse(other)
    keep_apart(second, reader.code)
    body = html.Element("div")
    _Pairing(reader).put(first, second, body)
    each_id_once(body, reader.code)
    return inner_html(body)


class _Pairing:
    """Puts the elements of two trees together."""

    def __init__(self, reader: Language) -> None:
        self._reader = reader

    def put(self, first: Element, second: Element, into: Element) -> None:
        """Put what is in two elements into a third, together."""
        aligned = _aligned(first, second)
        if aligned is None:
            into.append(pair_of(list(first), list(second), self._reader))
            return
        in_block = "block" in classes(into)
        group: list[tuple[Element, Element]] = []
        for one, other in aligned:
            made = self._made(one, other, into)
            if made is None:
                group.append((one, other))
            if group and (made is not None or not in_block):
                into.append(self._grouped(group))
                group = []
            if made is not None:
                into.append(made)
        if group:
            into.append(self._grouped(group))

    def _grouped(self, group: list[tuple[Element, Element]]) -> Element:
        return pair_of([one for one, _ in group], [other for _, other in group], self._reader)

    def _made(self, one: Element | None, other: Element, within: Element) -> Element | None:
        """Return what two elements become; None: they are whole sides of a pair."""
        if one is None or is_local(other, self._reader.code):
            return alone(other, self._reader)
        if is_english(other) or not has_words(other):
            return once(other)
        marks = classes(other)
        if marks[:1] == ["block"]:
            made = shell(one)
            self.put(one, other, made)
            return made
        if _holds_both(other, marks) or (other.tag == "table" and "form" in classes(within)):
            return self._merged(one, other)
        if other.tag == "table":
            return pair_of([one], [other], self._reader, _TABLES)
        return None

    def _merged(self, one: Element, other: Element) -> Element:
        """Return one element in which each heading, cell or item holds both texts."""
        if is_local(other, self._reader.code):
            return alone(other, self._reader)
        if is_english(other) or not has_words(other):
            return once(other)
        if not _goes_deeper(one, other):
            same = one.text_content().split() == other.text_content().split()
            return in_both(other) if same else pair_within(one, other, self._reader)
        made = shell(other)
        made.extend(self._merged(*pair) for pair in zip(one, other, strict=True))
        return made


def _goes_deeper(one: Element, other: Element) -> bool:
    """Whether the texts stand deeper inside; of one link there need not be two."""
    tags = [child.tag for child in one]
    if tags != [child.tag for child in other] or has_own_text(one) or has_own_text(other):
        return False
    return tags == ["a"] or not is_inline(other)


def _holds_both(element: Element, marks: Iterable[str]) -> bool:
    return (
        element.tag in HEADINGS
        or element.tag == "figure"
        or not {"block-label", "minute-bar"}.isdisjoint(marks)
    )


def _aligned(first: Element, second: Element) -> list[tuple[Element | None, Element]] | None:
    """Return the children of two elements in pairs; None if they are not the same.

    The language may have a notice that English does not need, and a copy of the English text.
    """
    if has_own_text(first) or has_own_text(second):
        return None
    others = list(second)
    if len(others) > len(first):
        others = [other for other in others if not _is_copy(other)]
    tags = [one.tag for one in first]
    if tags != [other.tag for other in others if not _is_notice(other)]:
        return None
    ones = iter(first)
    return [(None if _is_notice(other) else next(ones), other) for other in others]


def _is_notice(element: Element) -> bool:
    return "safety-notice" in classes(element)


def _is_copy(element: Element) -> bool:
    return is_local(element, "en")

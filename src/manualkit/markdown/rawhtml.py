"""Messages in raw HTML, which Python-Markdown keeps out of its tree."""

import dataclasses as dc
import html
import re
from collections.abc import Iterator

from lxml import etree
from lxml import html as lxml_html
from lxml.html import HtmlElement
from markdown import Markdown
from markdown.util import HTML_PLACEHOLDER_RE

from manualkit.markdown.parts import words_only
from manualkit.markdown.slots import mark_english
from manualkit.markdown.textnodes import VOID
from manualkit.markdown.tokens import FactTokens
from manualkit.model.rendition import Message

_HOLDS_TEXT = (
    "p", "div", "li", "td", "th", "dt", "dd", "caption", "figcaption", "summary", "label",
    "h1", "h2", "h3", "h4", "h5", "h6",
)  # fmt: skip
_HAS_LETTERS = re.compile(r"[^\W\d_]")
_MARKUP = re.compile(r"<[^>]*>|&\w+;|\{\w+\}")


@dc.dataclass(frozen=True, slots=True)
class RawHtmlSlot:
    """An element of a stashed piece of HTML."""

    message: Message
    tokens: FactTokens
    md: Markdown
    index: int
    """Place in the stash."""
    whole: HtmlElement
    """The whole piece, in an element of ours."""
    element: HtmlElement

    def fill(self, translation: str) -> None:
        """Set the content of the element."""
        words = self.tokens.hide(words_only(translation, self.message.text))
        content = lxml_html.fragment_fromstring(words, create_parent="div")
        for child in list(self.element):
            self.element.remove(child)
        self.element.text = content.text
        self.element.extend(list(content))
        self._write()

    def leave_english(self) -> None:
        """Mark the element."""
        mark_english(self.element, untranslated=True)
        self._write()

    def _write(self) -> None:
        self.md.htmlStash.rawHtmlBlocks[self.index] = _inner(self.whole)


def stashed(text: str) -> list[int]:
    """Return the places in the stash if `text` is nothing but stashed HTML."""
    if HTML_PLACEHOLDER_RE.sub("", text).strip():
        return []
    return [int(found[1]) for found in HTML_PLACEHOLDER_RE.finditer(text)]


def raw_html_slots(
    md: Markdown, index: int, base: Message, tokens: FactTokens
) -> Iterator[RawHtmlSlot]:
    """Return a slot for every element that holds words; `base` says where the piece stands."""
    raw = md.htmlStash.rawHtmlBlocks[index]
    if not isinstance(raw, str) or "<pre" in raw or raw.lstrip().startswith("<!--"):
        return
    whole = lxml_html.fragment_fromstring(raw.strip(), create_parent="div")
    for element in whole.iterdescendants(*_HOLDS_TEXT):
        if next(element.iterdescendants(*_HOLDS_TEXT), None) is not None:
            continue
        text = tokens.show(" ".join(_inner(element).split()))
        if _HAS_LETTERS.search(_MARKUP.sub("", text)):
            message = dc.replace(base, text=text, kind=str(element.tag))
            yield RawHtmlSlot(message, tokens, md, index, whole, element)


def _inner(element: HtmlElement) -> str:
    for each in element.iterdescendants():
        if not len(each) and each.text is None and each.tag not in VOID:
            each.text = ""  # or else it would close itself, which HTML does not know
    # As XML: as HTML, lxml would spell the facts in links as %F3%B0….
    parts = [etree.tostring(child, encoding="unicode") for child in element]
    return html.escape(element.text or "", quote=False) + "".join(parts)

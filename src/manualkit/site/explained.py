"""Words of the field in plain words: the first time that a page uses one, it leads to its meaning.

The meaning stands at the foot of the page, so that it is there without scripts and without a
connection. Core and safety text, scripts to be read aloud, headings, links and forms stay as they
are.

A word of a translation may be a common one, such as "way" for "strategy". So it is explained only
on a page whose English text has the word of the field, too.
"""

import dataclasses as dc
import re
from collections.abc import Iterator

from lxml import html
from markupsafe import Markup

from manualkit.model.page import PageKind
from manualkit.site.rendition import Rendition
from manualkit.site.texts import Text

_UNTOUCHED = {"a", "h1", "h2", "h3", "h4", "table", "code", "button", "summary"}
_UNTOUCHED_CLASSES = {
    "core", "say", "ask", "safety", "form", "links", "untranslated", "block-label",
}  # fmt: skip
_HEADS = {"h2", "h3", "h4"}
_NOT_ON = frozenset(
    {PageKind.WORDS, PageKind.SAFETY, PageKind.RECORD, PageKind.CHECKLIST}
    # Titles of books and "practice cases" mean something else.
    | {PageKind.ABOUT, PageKind.CERTIFICATE}
)
_LONGEST_ENDING = 5
"""Letters that a language may add to a word: plurals, cases."""
_UNSPACED = {"th", "lo", "my", "km"}
"""Languages without spaces between words."""
_ENDINGS = {"en": "(?:s|es)?", "fr": "(?:s|x|es)?"}


@dc.dataclass(frozen=True, slots=True)
class Explained:
    """A word as a page explains it."""

    id: str
    word: Text
    meaning: Text


def explained(rendition: Rendition, path: str, body: Markup) -> tuple[Markup, list[Explained]]:
    """Return the HTML of a page with its words led to their meanings, and those words."""
    words = rendition.manifest.explained
    if not words or rendition.bilingual or rendition.page(path).kind in _NOT_ON:
        return body, []
    source = (rendition.folder / "pages" / f"{path}.md").read_text("utf-8")
    texts = rendition.texts
    entries = [
        Explained(f"explained-{w.id}", texts.of(w.word), texts.of(w.meaning))
        for w in words
        if _pattern(w.word, "en").search(source)
    ]
    # Where one of the two is English, a reader would be led from one language to another.
    known = [entry for entry in entries if not (entry.word.fallback or entry.meaning.fallback)]
    tree = html.fragment_fromstring(body, create_parent="div")
    found = [
        e
        for e in known
        if _lead(tree, e, _pattern(e.word.plain.unescape(), rendition.language.code))
    ]
    if not found:
        return body, []
    inner = html.tostring(tree, encoding="unicode")
    # What was sanitised before is only written anew.
    return Markup(inner.removeprefix("<div>").removesuffix("</div>")), found  # noqa: S704


def _pattern(word: str, code: str) -> re.Pattern[str]:
    """Return what matches a word in running text, with the endings of its language."""
    plain = re.escape(word)
    code = code.partition("-")[0]
    if code in _UNSPACED:
        return re.compile(plain)
    ending = _ENDINGS.get(code, rf"\w{{0,{_LONGEST_ENDING}}}")
    return re.compile(rf"(?<!\w){plain}{ending}(?!\w)", re.IGNORECASE)


def _lead(tree: html.HtmlElement, entry: Explained, pattern: re.Pattern[str]) -> bool:
    """Put a link around the first use of a word; return whether there was one."""
    for element, tail in _texts(tree):
        text = (element.tail if tail else element.text) or ""
        found = pattern.search(text)
        if found is None:
            continue
        link = html.Element("a", {"href": f"#{entry.id}", "class": "explained"})
        link.text, link.tail = found[0], text[found.end() :]
        _put(element, text[: found.start()], link, tail=tail)
        return True
    return False


def _put(element: html.HtmlElement, before: str, link: html.HtmlElement, *, tail: bool) -> None:
    """Put a link where the rest of a text begins: in an element, or behind it."""
    parent = element.getparent() if tail else element
    place = 0
    if tail:
        element.tail, place = before, parent.index(element) + 1
    else:
        element.text = before
    parent.insert(place, link)


def _texts(element: html.HtmlElement) -> Iterator[tuple[html.HtmlElement, bool]]:
    """Yield the places of running text in order: an element, and whether it is its tail."""
    if element.tag in _UNTOUCHED or _UNTOUCHED_CLASSES & _classes(element):
        return
    if element.get("lang"):
        return
    if element.tag != "div":
        yield element, False
    locked = False
    for child in element:
        if child.get("id"):
            # Loose text belongs to the step above it.
            locked = child.tag in _HEADS and bool({"core", "safety"} & _classes(child))
        if isinstance(child.tag, str) and not locked:
            yield from _texts(child)
        if element.tag != "div":
            yield child, True


def _classes(element: html.HtmlElement) -> set[str]:
    return set((element.get("class") or "").split())

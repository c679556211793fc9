"""Gates: what a block says stands on the pages, whole, and each line reads back from the PDF."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from weasyprint.formatting_structure import boxes

from manualkit.pdf.foreign import Box, Document, HtmlElement
from manualkit.pdf.gates.content import Run
from manualkit.pdf.gates.fault import Fault

_UNSEEN = re.compile(r"[\s\u00ad\u200b-\u200f\u2010\u202a-\u202e\u2060\u2066-\u2069\ufeff]+")
"""What may come and go where lines break, hyphens among it, and what controls directions."""
_FROM_RIGHT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]")
_LONGEST_QUOTE = 40
PageTexts = Sequence[Sequence[Box]]
"""The lines of each page, as they were laid out."""
_BLOCKS = frozenset({"block", "page", "imprint", "cover", "contents"})


def text_boxes(document: Document) -> PageTexts:
    """Return the lines of each page, heads and feet included."""
    return [
        [box for box in page._page_box.descendants() if isinstance(box, boxes.TextBox)]  # noqa: SLF001
        for page in document.pages
    ]


def lost_faults(document: Document, texts: PageTexts) -> list[Fault]:
    """Return the blocks of which a letter does not stand on the pages.

    A float or a note that finds no room is left out without a warning.
    """
    blocks = _Blocks(document.pages[0]._page_box)  # noqa: SLF001  (no public way to the boxes)
    hint = "Something leaves it out of the layout: look at the style sheets."
    return [
        Fault("pdf-text-lost", f'"{text}" stands nowhere on the pages', hint)
        for text in blocks.lost(texts)
    ]


def unread_faults(texts: PageTexts, pages: Sequence[Iterable[Run]]) -> list[Fault]:
    """Return the lines that a reader's program does not get as they were typed."""
    hint = "The text layer is wrong there: it cannot be searched or read aloud."
    found: dict[Fault, None] = {}
    for number, (drawn, runs) in enumerate(zip(texts, pages, strict=True), 1):
        for text in _unread(drawn, [_seen(run.text) for run in runs]):
            message = f'page {number}: "{text.strip()[:_LONGEST_QUOTE]}" does not read back'
            found[Fault("pdf-text-unread", message, hint)] = None
    return list(found)


def _unread(drawn: Iterable[Box], read: Iterable[str]) -> Iterator[str]:
    """Return the texts that are not among what was read.

    Where a line runs from right to left, its letters are counted; their order on the paper is
    another one than in the text.
    """
    straight, turned = Counter(read), []
    for box in drawn:
        letters = _seen(box.text)
        if box.style["direction"] == "rtl" or _FROM_RIGHT.search(letters):
            turned.append(box.text)
        elif letters and not straight[letters]:
            yield box.text
        else:
            straight[letters] -= 1
    rest = Counter(letters for each in straight.elements() if (letters := _sorted(each)))
    for text in turned:
        letters = _sorted(_seen(text))
        if letters and not rest[letters]:
            yield text
        rest[letters] -= 1


def _sorted(letters: str) -> str:
    return "".join(sorted(letters))


def _seen(text: str) -> str:
    return _UNSEEN.sub("", text)


class _Blocks:
    """The blocks of a document, what they say and what of it was laid out."""

    def __init__(self, page: Box) -> None:
        self._owners: dict[HtmlElement, HtmlElement] = {}
        self._said: dict[HtmlElement, list[str]] = {}
        for root in (box.element for box in page.children if box.element_tag == "html"):
            self._enter(root.find("body"), root)

    def lost(self, texts: PageTexts) -> Iterator[str]:
        """Return the beginning of each block that is not whole."""
        found = self._found(texts)
        for owner, said in self._said.items():
            text = " ".join("".join(said).split())
            if Counter(_seen(text)) - found.get(owner, Counter()):
                yield text[:_LONGEST_QUOTE]

    def _enter(self, element: HtmlElement, owner: HtmlElement) -> None:
        if not _BLOCKS.isdisjoint(element.get("class", "").split()):
            owner = element
        self._owners[element] = owner
        said = self._said.setdefault(owner, [])
        said.append(element.text or "")
        for child in element:
            self._enter(child, owner)
            said.append(child.tail or "")

    def _found(self, texts: PageTexts) -> Mapping[HtmlElement, Counter[str]]:
        found: dict[HtmlElement, list[str]] = {}
        for page in texts:
            for box in page:
                if "::" not in (box.element_tag or ""):
                    found.setdefault(self._owners.get(box.element), []).append(box.text)
        return {owner: Counter("".join(pieces)) for owner, pieces in found.items()}

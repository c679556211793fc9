"""How hard the English text is to read: the school grade of every block, page by page.

The grade is that of Flesch and Kincaid (Kincaid, Fishburne, Rogers, Chissom, "Derivation of new
readability formulas for Navy enlisted personnel", 1975): 0.39 × words in a sentence + 11.8 ×
syllables in a word - 15.59. Syllables are those of the CMU pronouncing dictionary (textstat).
A name and a word of the field count as a word of one syllable: they are explained, not avoided.
"""

import dataclasses as dc
import json
import re
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby
from pathlib import Path
from tempfile import TemporaryDirectory

import textstat
import yaml
from lxml import html
from measure import OUT

from manualkit.catalogue import Catalogue, load_strings
from manualkit.markdown import render_page
from manualkit.model.language import language
from manualkit.model.manifest import Manifest
from manualkit.model.page import PageKind
from manualkit.model.rendition import RenderContext
from manualkit.pdf.foreign import HtmlElement
from manualkit.pipeline import compose_all

ROOT = Path(__file__).parents[1]
MOST = 6.0
LEAST_WORDS = 10
"""A shorter block has no grade: one long word in it would decide."""
FIELD = Path(__file__).with_name("reading-words.yml")
_NOT_MEASURED = (PageKind.FIND, PageKind.RECORD)
"""Titles of other pages to choose from, and what adaptors tell those who approve."""
_TEXTS = ".//p | .//li | .//td | .//th | .//h2 | .//h3"
_SENTENCE = re.compile(r"(?<=[.!?])[\"'”’)]*\s+")
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")


@dc.dataclass(frozen=True, slots=True)
class Block:
    """A block's grade."""

    page: str
    id: str
    words: int
    grade: float


def excluded(path: Path = FIELD) -> re.Pattern[str]:
    """Return what finds a name or a word of the field in a text."""
    lists = yaml.safe_load(path.read_text("utf-8"))
    words = sorted((word for each in lists.values() for word in each), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})(?:s|'s)?\b", re.IGNORECASE)


def sentences(element: HtmlElement) -> Iterator[str]:
    """Yield the sentences of a block; an item of a list is one of its own."""
    for text in element.xpath(_TEXTS):
        if not text.xpath(".//p | .//li"):
            yield from _SENTENCE.split(" ".join(text.text_content().split()))


def grade(texts: Sequence[str]) -> float:
    """Return the school grade of some sentences."""
    words = [word for text in texts for word in _WORD.findall(text)]
    syllables: int = sum(textstat.syllable_count(word) for word in words)
    return 0.39 * len(words) / len(texts) + 11.8 * syllables / len(words) - 15.59


def blocks(root: Path, manifest: Manifest) -> Iterator[Block]:
    """Yield the grade of each block of an edition that is long enough to have one."""
    names = excluded()
    catalogue = Catalogue.of(root, manifest.edition, "en")
    strings = load_strings(root / "templates")
    for page in manifest.pages:
        if page.kind in _NOT_MEASURED:
            continue
        path = root / "build" / "editions" / manifest.edition.id / "pages" / f"{page.path}.md"
        context = RenderContext(
            page=page.path,
            language=language("en"),
            translate=catalogue.translate,
            facts=manifest.facts,
            strings=strings,
        )
        tree: HtmlElement = html.fromstring(
            f"<div>{render_page(path.read_text('utf-8'), context).html}</div>"
        )
        for element in tree.xpath(".//*[contains(concat(' ', @class, ' '), ' block ')]"):
            plain = [names.sub("name", text) for text in sentences(element)]
            texts = [text for text in plain if _WORD.search(text)]
            words = sum(len(_WORD.findall(text)) for text in texts)
            if words >= LEAST_WORDS:
                yield Block(page.path, element.get("id", ""), words, grade(texts))


def measured() -> dict[str, list[Block]]:
    """Compose all editions below a temporary folder and return the grades of their blocks."""
    with TemporaryDirectory() as folder:
        root = Path(folder)
        for name in ("docs", "adaptations", "locale", "templates"):
            (root / name).symlink_to(ROOT / name)
        prepared, _ = compose_all(root, date(2026, 3, 1))
        return {each.edition.id: list(blocks(root, each)) for each in prepared.manifests}


def main() -> None:
    """Print a row for each page of the core, then one for each edition, then what is too hard."""
    editions = measured()
    print(f"{'page':40}{'blocks':>8}{'words':>8}{'mean':>7}{'highest':>9}{'above':>7}")
    for page, group in groupby(editions["core"], key=lambda block: block.page):
        print(_row(page, list(group)))
    for edition, found in editions.items():
        print(_row(f"all of {edition}", found))
        for block in sorted(found, key=lambda block: -block.grade):
            if block.grade > MOST:
                print(f"  {block.grade:5.1f}  {block.words:4} words  {block.page}  #{block.id}")
    OUT.mkdir(parents=True, exist_ok=True)
    rows = {edition: [dc.asdict(block) for block in found] for edition, found in editions.items()}
    (OUT / "reading.json").write_text(json.dumps(rows, indent=1) + "\n", "utf-8")


def _row(name: str, found: Sequence[Block]) -> str:
    words = sum(block.words for block in found)
    average = sum(block.grade * block.words for block in found) / words if words else 0.0
    highest = max((block.grade for block in found), default=0.0)
    above = sum(block.grade > MOST for block in found)
    return f"{name:40}{len(found):8}{words:8}{average:7.1f}{highest:9.1f}{above:7}"


if __name__ == "__main__":
    main()

"""Whatever is done to protected text on one side of a page in two languages is found."""

import dataclasses as dc
import random
from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import html

from manualkit.verify import Rendition, alarms, write_down
from manualkit.verify.both import Both, verify_both
from manualkit.verify.halves import halves
from manualkit.verify.one import page_files, read_pages
from manualkit.verify.pages import blocks_on
from manualkit.verify.protected import Block

pytestmark = pytest.mark.site

_MUTATIONS = 150


@pytest.fixture(scope="session")
def both(real_project: Path) -> list[Both]:
    """The bilingual renditions of the real project."""
    found = {each.name: each for each in write_down(real_project).renditions}
    return [
        Both(found[f"{edition}/ar"], found[f"{edition}/en"])
        for edition in ("core", "prosper-liverpool")
    ]


def test_an_honest_bilingual_rendition_raises_no_alarm(
    both: list[Both], real_project: Path
) -> None:
    site = real_project / "site"
    for each in both:
        paths = frozenset(page_files(site / each.english.name))
        result = verify_both(site, real_project / "dist", each, paths)
        assert (result.findings, result.pages) == ((), len(paths))
        assert result.pdfs == len(list((real_project / "dist" / each.name).glob("*.pdf")))
    assert list((real_project / "dist/prosper-liverpool/ar+en").glob("*.pdf"))


@pytest.mark.parametrize("side", ["en", "ar"])
def test_no_changed_word_or_digit_of_one_side_is_missed(
    side: str,
    both: list[Both],
    real_project: Path,
    mutate: Callable[[str, random.Random], str],
    seeded: Callable[[object], random.Random],
) -> None:
    one, other = (both[0].english, "ar") if side == "en" else (both[0].reader, "en")
    pages, chance, missed, made = read_pages(real_project / "site/core/ar+en"), seeded(side), [], 0
    parts = {path: _part(one, halves({path: text}, one, other)) for path, text in pages.items()}
    paths = [path for path, part in parts.items() if part.blocks]
    while made < _MUTATIONS:
        path = chance.choice(paths)
        tree = html.document_fromstring(pages[path])
        block = chance.choice(parts[path].blocks)
        texts = _texts(tree, block, side)
        if not texts:
            continue
        node = chance.choice(texts)
        text, node.text = node.text, mutate(node.text, chance)
        if node.text != text:
            made += 1
            half = halves({path: html.tostring(tree, encoding="unicode")}, one, other)
            if not alarms(parts[path], half):
                missed.append((path, block.id, text, node.text))
    assert missed == []


def _part(rendition: Rendition, half: dict[str, str]) -> Rendition:
    """Return what one page has to hold."""
    names = {name for text in half.values() for name in blocks_on(rendition, text)}
    blocks = tuple(block for block in rendition.blocks if block.id in names)
    return dc.replace(rendition, blocks=blocks)


def _texts(tree: html.HtmlElement, block: Block, side: str) -> list[html.HtmlElement]:
    """Return the elements with words of one language in a block."""
    (element,) = tree.xpath("//*[@id=$name]", name=block.id)
    return [
        node
        for node in element.iter()
        if (node.text or "").strip()
        and (node.xpath("ancestor-or-self::*/@lang") or [""])[-1] == side
    ]

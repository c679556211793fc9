"""Whatever is altered in the composed text or in a catalogue, the verifier finds it on the page."""

import dataclasses as dc
import random
import re
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

import pytest

from manualkit.catalogue import Catalogue, load_strings
from manualkit.markdown import render_page
from manualkit.model.language import language
from manualkit.model.manifest import ManifestFact
from manualkit.model.rendition import RenderContext
from manualkit.pipeline import prepare
from manualkit.verify import Rendition, alarms, write_down
from manualkit.verify.protected import Block

Mutate = Callable[[str, random.Random], str]
Seeded = Callable[[object], random.Random]
_MUTATIONS = 1000
_BLOCK = re.compile(
    r"^(?P<head>::: [a-z-]+ \{#(?P<fence>\S+) [^}]*\})(?P<text>\n.*?)(?P<end>^:::)$"
    r"|^(?P<marks>\#\#+ )(?P<title>[^\n]*?)(?P<braces> \{#(?P<step>\S+) [^}]*\})"
    r"(?P<loose>(?:\n(?!\#|:::)[^\n]*)*)",
    re.MULTILINE | re.DOTALL,
)


@dc.dataclass(frozen=True, slots=True)
class Composed:
    """A rendition before it is rendered: each protected block as composed Markdown."""

    rendition: Rendition
    blocks: Mapping[str, re.Match[str]]
    facts: Mapping[str, ManifestFact]
    strings: Mapping[str, str]
    published: Mapping[str, str]

    def alarms(self, block: Block, markdown: str, published: Mapping[str, str]) -> bool:
        """Whether the verifier finds fault with a block that is rendered alone."""
        context = RenderContext(
            page=block.page,
            language=language(self.rendition.language),
            translate=published.get,
            facts=self.facts,
            strings=self.strings,
        )
        alone = dc.replace(self.rendition, blocks=(dc.replace(block, next=""),))
        return bool(alarms(alone, {block.page: render_page(markdown, context).html}))


@pytest.fixture(scope="module")
def composed(root: Path, today: date) -> Mapping[str, Composed]:
    compositions = {each.manifest.edition.id: each for each in prepare(root, today).compositions}
    strings = load_strings(root / "templates")
    found = {}
    for rendition in write_down(root).renditions:
        composition = compositions[rendition.edition]
        blocks = {
            match["fence"] or match["step"]: match
            for text in composition.pages.values()
            for match in _BLOCK.finditer(text)
        }
        catalogue = Catalogue.open(root / "locale", rendition.edition, rendition.language)
        found[rendition.name] = Composed(
            rendition, blocks, composition.manifest.facts, strings, catalogue.published
        )
    return found


@pytest.fixture(scope="session")
def root() -> Path:
    return Path(__file__).parents[3]


@pytest.fixture(scope="session")
def today() -> date:
    return date(2026, 3, 1)


def test_every_protected_block_is_composed_and_rendered_without_alarm(
    composed: Mapping[str, Composed],
) -> None:
    for name in ("core/en", "core/tr", "prosper-liverpool/fr", "prosper-liverpool/ur"):
        for block in composed[name].rendition.blocks:
            markdown = composed[name].blocks[block.id][0]
            assert not composed[name].alarms(block, markdown, composed[name].published), block.id


@pytest.mark.parametrize("name", ["core/en", "prosper-liverpool/en"])
def test_no_word_altered_in_composed_markdown_is_missed(
    name: str, composed: Mapping[str, Composed], mutate: Mutate, seeded: Seeded
) -> None:
    here, chance, missed, made = composed[name], seeded(name), [], 0
    while made < _MUTATIONS // 2:
        block = chance.choice(here.rendition.blocks)
        mutant = _mutant(here.blocks[block.id], mutate, chance)
        if mutant != here.blocks[block.id][0]:
            made += 1
            if not here.alarms(block, mutant, here.published):
                missed.append(mutant)
    assert missed == []


def _mutant(block: re.Match[str], mutate: Mutate, chance: random.Random) -> str:
    """Change one thing in the text of a block, or take away its lock or all of it."""
    if chance.random() < 0.1:
        return chance.choice(("", re.sub(r"(\{#\S+) \.?(core|safety)", r"\1", block[0], count=1)))
    if block["fence"]:
        return block["head"] + mutate(block["text"], chance) + block["end"]
    title, loose = block["title"], block["loose"]
    if loose.strip() and chance.random() < 0.5:
        return block["marks"] + title + block["braces"] + mutate(loose, chance)
    return block["marks"] + mutate(title, chance) + block["braces"] + loose


@pytest.mark.parametrize("code", ["fr", "tr", "ar", "fa", "ur", "th"])
def test_no_word_altered_in_a_catalogue_is_missed(
    code: str, composed: Mapping[str, Composed], mutate: Mutate, seeded: Seeded
) -> None:
    here, chance, missed, made = composed[f"core/{code}"], seeded(code), [], 0
    core = [block for block in here.rendition.blocks if block.lock == "core"]
    while made < _MUTATIONS // 6 + 1:
        block = chance.choice(core)
        used: list[str] = []
        read = _Reader(here.published, used)
        assert not here.alarms(block, here.blocks[block.id][0], read)
        texts = [text for text in used if text not in here.strings.values()]
        if not texts:
            continue  # nothing of this block is translated yet
        english = chance.choice(texts)
        mutant = mutate(here.published[english], chance)
        if mutant != here.published[english]:
            made += 1
            altered = {**here.published, english: mutant}
            if not here.alarms(block, here.blocks[block.id][0], altered):
                missed.append((block.id, english, mutant))
    assert missed == []


class _Reader(dict[str, str]):
    """Remembers which messages a page asked for."""

    def __init__(self, published: Mapping[str, str], used: list[str]) -> None:
        super().__init__(published)
        self._used = used

    def get(self, key: str, default: str | None = None) -> str | None:  # type: ignore[override]
        if key in self:
            self._used.append(key)
        return super().get(key, default)

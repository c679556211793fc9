"""Whatever is done to protected text on a published page, the verifier finds it."""

import dataclasses as dc
import random
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from lxml import html

from manualkit.verify import Rendition, alarms, write_down
from manualkit.verify.compare import extent
from manualkit.verify.one import read_pages
from manualkit.verify.pages import blocks_on
from manualkit.verify.protected import Block

pytestmark = pytest.mark.site

Mutate = Callable[[str, random.Random], str]
Seeded = Callable[[object], random.Random]
Edit = Callable[[html.HtmlElement], None]
_MUTATIONS = 1000


@dc.dataclass(frozen=True, slots=True)
class Published:
    """A published rendition, page by page."""

    rendition: Rendition
    pages: Mapping[str, str]

    def parts(self) -> dict[str, Rendition]:
        """Return what each page has to hold, without pages that hold nothing protected."""
        found = {}
        for path, text in self.pages.items():
            names = blocks_on(self.rendition, text)
            blocks = tuple(block for block in self.rendition.blocks if block.id in names)
            if blocks:
                found[path] = dc.replace(self.rendition, blocks=blocks)
        return found


@pytest.fixture(scope="session")
def published(real_project: Path) -> list[Published]:
    """All renditions of the real project."""
    protection = write_down(real_project)
    site = real_project / "site"
    return [Published(each, read_pages(site / each.name)) for each in protection.renditions]


def test_an_honest_site_raises_no_alarm(published: list[Published]) -> None:
    names = {each.rendition.name for each in published}
    assert {"core/en", "core/ar", "prosper-liverpool/en", "prosper-liverpool/ar"} <= names
    for each in published:
        assert alarms(each.rendition, each.pages) == []


@pytest.mark.parametrize("number", range(4))
def test_no_changed_word_or_digit_is_missed(
    number: int, published: list[Published], mutate: Mutate, seeded: Seeded
) -> None:
    each, chance, missed, made = published[number], seeded(number), [], 0
    parts = each.parts()
    while made < _MUTATIONS // 4:
        path = chance.choice(list(parts))
        tree = html.document_fromstring(each.pages[path])
        block = chance.choice(parts[path].blocks)
        node, place = chance.choice(_texts(extent(_by_id(tree, block), block)))
        text = getattr(node, place)
        mutant = mutate(text, chance)
        if mutant != text:
            made += 1
            setattr(node, place, mutant)
            if not alarms(parts[path], {path: html.tostring(tree, encoding="unicode")}):
                missed.append((path, block.id, text, mutant))
    assert missed == []


def _by_id(tree: html.HtmlElement, block: Block) -> html.HtmlElement:
    found: list[html.HtmlElement] = tree.xpath("//*[@id=$name]", name=block.id)
    return found[0]


def _texts(elements: list[html.HtmlElement]) -> list[tuple[html.HtmlElement, str]]:
    """Return every text node of the elements."""
    nodes = [node for element in elements for node in element.iter()]
    texts = [(node, "text") for node in nodes if (node.text or "").strip()]
    inside = [node for node in nodes if node not in elements]
    return texts + [(node, "tail") for node in inside if (node.tail or "").strip()]


def _dropped(block: html.HtmlElement) -> None:
    block.drop_tree()


def _without_lock(block: html.HtmlElement) -> None:
    words = (block.get("class") or "").split()
    block.set("class", " ".join(word for word in words if word != "core" and word != words[-1]))


def _without_id(block: html.HtmlElement) -> None:
    del block.attrib["id"]


def _inside(tag: str, **attributes: str) -> Edit:
    def edit(block: html.HtmlElement) -> None:
        wrapper = html.Element(tag, **attributes)
        block.addprevious(wrapper)
        wrapper.append(block)

    return edit


def _with(name: str, value: str) -> Edit:
    return lambda block: block.set(name, value)


def _with_on_a_piece(name: str, value: str) -> Edit:
    return lambda block: block.xpath(".//p[not(@class)] | .//li | .//td")[0].set(name, value)


def _with_added(text: str) -> Edit:
    def edit(block: html.HtmlElement) -> None:
        block.append(html.fragment_fromstring(text))

    return edit


def _with_text_behind(block: html.HtmlElement) -> None:
    block.tail = "Only if you want to."


def _in_another_order(block: html.HtmlElement) -> None:
    items = block.xpath(".//li") or block.xpath("./p")
    items[-1].addnext(items[-2]) if len(items) > 1 else block.drop_tree()


EDITS: dict[str, Edit] = {
    "the block is gone": _dropped,
    "its lock is gone": _without_lock,
    "its id is gone": _without_id,
    "it stands in a hidden place": _inside("div", hidden="hidden"),
    "it stands in a place without style": _inside("div", style="display:none"),
    "it stands in what has to be opened": _inside("details"),
    "it stands in another block": _inside("div", **{"class": "block example"}),
    "it is hidden": _with("hidden", ""),
    "it cannot be seen": _with("style", "opacity:0"),
    "it has a class that hides": _with("class", "block say core visually-hidden"),
    "a screen reader passes it over": _with("aria-hidden", "true"),
    "it is said to be in another language": _with_on_a_piece("lang", "de"),
    "it reads from the wrong side": _with_on_a_piece("dir", "auto"),
    "a paragraph was added": _with_added("<p>Only if you want to.</p>"),
    "a picture was added": _with_added('<img src="a.svg" alt="">'),
    "text stands loose behind it": _with_text_behind,
    "its parts change places": _in_another_order,
}


@pytest.mark.parametrize("edit", EDITS.values(), ids=EDITS.keys())
def test_no_change_of_a_block_is_missed(edit: Edit, published: list[Published]) -> None:
    for each in published[::3]:  # one of each edition and language
        for path, part in each.parts().items():
            for block in part.blocks:
                if block.is_step and edit not in (_dropped, _without_lock, _without_id):
                    continue
                tree = html.document_fromstring(each.pages[path])
                edit(_by_id(tree, block))
                page = {path: html.tostring(tree, encoding="unicode")}
                assert alarms(part, page), (path, block.id)


SURROUNDINGS = {
    "a note between safety blocks": '<div class="block note" id="liv-099"><p>Wait first.</p></div>',
    "a paragraph between safety blocks": "<p>Wait first.</p>",
    "a block that only looks like the core's": '<div class="block do core" id="x"><p>No.</p></div>',
}


@pytest.mark.parametrize("added", SURROUNDINGS.values(), ids=SURROUNDINGS.keys())
def test_nothing_may_stand_beside_safety_text(added: str, published: list[Published]) -> None:
    for each in published:
        part = each.parts()["safety/safety"]
        for block in part.blocks:
            tree = html.document_fromstring(each.pages["safety/safety"])
            _by_id(tree, block).addnext(html.fragment_fromstring(added))
            assert alarms(part, {"safety/safety": html.tostring(tree, encoding="unicode")})

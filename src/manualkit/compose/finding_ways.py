"""The pages that lead to others: "Find your way" and "Words explained"."""

from collections.abc import Iterable, Iterator

from manualkit.compose.pages import ComposedPage, PageComposer
from manualkit.compose.stories import scenes_of
from manualkit.compose.strategies import ways_of
from manualkit.model.block import Block, Kind, Lock
from manualkit.model.edition import Edition
from manualkit.model.links import link_from
from manualkit.model.page import Page

FIND, WORDS = "find", "words"
"""Their paths, which are their kinds too."""
Lead = tuple[str, str, list[tuple[str, str]]]
"""Title and link of a page, and those of places on it."""


def finding_pages(edition: Edition, composer: PageComposer) -> Iterator[ComposedPage]:
    """Yield the pages for which the manual has data."""
    if edition.difficulties:
        leads = _Leads(edition, composer)
        values = {
            "difficulties": leads.difficulties(),
            "others": leads.others(),
            "strategies": leads.strategies(),
            "stories": leads.stories(),
        }
        yield _page(FIND, "Find your way", values, composer)
    if edition.explained:
        words = [
            {key: composer.writer.text(text, placed.at(key)) for key, text in placed.value}
            for placed in edition.explained
        ]
        yield _page(WORDS, "Words explained", {"explained": words}, composer)


def _page(path: str, title: str, values: dict[str, object], composer: PageComposer) -> ComposedPage:
    return ComposedPage(path, path, title, composer.render(path, path, {"title": title} | values))


class _Leads:
    """The ways to blocks, pages and pictures of one edition."""

    def __init__(self, edition: Edition, composer: PageComposer) -> None:
        self._edition = edition
        self._writer = composer.writer
        self._places = list(_placed(edition.pages.values()))

    def difficulties(self) -> list[tuple[str, str, list[Lead]]]:
        """Return id, title and ways of each moment that something here helps with."""
        found = []
        for placed in self._edition.difficulties:
            moment = placed.value
            title = self._writer.text(moment.title, placed.at("title"))
            leads = self._to(moment.blocks)
            if leads:
                found.append((moment.id, title, leads))
        return found

    def others(self) -> list[Lead]:
        """Return the ways to difficult moments that no entry names, such as a context's own."""
        named = {name for placed in self._edition.difficulties for name in placed.value.blocks}
        rest = [
            block.id
            for _, _, block in self._places
            if block.kind is Kind.IF_DIFFICULT and not {block.id, block.copy_of} & named
        ]
        return self._to(rest)

    def strategies(self) -> list[Lead]:
        """Return each strategy with the sessions that teach or review it."""
        found = []
        for page in self._edition.pages.values():
            if page.head.kind == "strategy":
                ways = [(self._title(other), self._link(other)) for other, _ in self._ways(page)]
                found.append((self._title(page), self._link(page), ways))
        return found

    def stories(self) -> list[Lead]:
        """Return each story with its pictures, in the order of their numbers."""
        found = []
        for page in self._edition.pages.values():
            if page.head.kind == "case-study":
                scenes = [block for block in scenes_of(page) if block.kind is Kind.SCENE]
                pictures = [(self._alt(scene), self._link(page, scene.id)) for scene in scenes]
                found.append((self._title(page), self._link(page), pictures))
        return found

    def _to(self, names: Iterable[str]) -> list[Lead]:
        """Return the ways to some blocks, page by page; one way to each step."""
        pages: dict[str, Lead] = {}
        for name in names:
            for page, step, block in self._places:
                if name not in (block.id, block.copy_of):
                    continue
                lead = pages.setdefault(page.path, (self._title(page), self._link(page), []))
                if block.lock is Lock.SAFETY:
                    # Heads of safety text are translated with it alone; its page is the way.
                    continue
                title = self._writer.filled(step).title if step else self._title(page)
                if title not in [known for known, _ in lead[2]]:
                    lead[2].append((title, self._link(page, block.id)))
        return list(pages.values())

    def _ways(self, strategy: Page) -> list[tuple[Page, tuple[Block, ...]]]:
        return ways_of(strategy, self._edition)

    def _title(self, page: Page) -> str:
        return self._writer.text(page.title, page.location)

    def _link(self, page: Page, anchor: str = "") -> str:
        return link_from(FIND, page.path, anchor)

    def _alt(self, scene: Block) -> str:
        """Return what a picture shows; its number is its place in the list."""
        placed = self._edition.pictures.get(scene.options.get("picture", ""))
        return placed.picture.alt if placed else scene.id


def _placed(pages: Iterable[Page]) -> Iterator[tuple[Page, Block | None, Block]]:
    """Yield every block with its page and the step that it stands in."""
    for page in pages:
        step: Block | None = None
        for block in page.blocks:
            step = block if block.kind is Kind.STEP else step
            yield page, step, block

"""Each difference between two composed trees, and the change that explains it."""

import dataclasses as dc
from collections.abc import Collection, Iterator, Mapping, Sequence
from difflib import SequenceMatcher

from manualkit.model.block import Kind
from manualkit.model.edition import Edition
from manualkit.model.finding import Finding, Location
from manualkit.model.manifest import ManifestBlock, ManifestChange, ManifestPage
from manualkit.record.source import Compared, Composed
from manualkit.record.tree import COMPUTED, Node, nodes

_HINT = (
    "Nobody did anything wrong here: the toolkit made a difference that the adaptation record "
    "does not hold. Please report it, with the adaptation's folder."
)
_NOTHING: frozenset[str] = frozenset()
_EXPLAINS: Mapping[str, frozenset[str]] = {
    **dict.fromkeys(("replace", "add-before", "add-after", "remove"), _NOTHING),
    **dict.fromkeys(("term", "fact", "contact", "picture", "case-study", "repeat"), _NOTHING),
    **dict.fromkeys(("add-page", "add-session", "add-module"), frozenset({"head"})),
    "reorder": frozenset({"order", "head"}),
    "retime": frozenset({"minutes"}),
    "spread": frozenset({"page", "head"}),
}
"""What an action explains besides the blocks and pages that carry its change's id: another order,
other minutes, another page, another head (titles carry numbers). An action that is not here may
explain all of it."""
_KINDS = frozenset({"order", "minutes", "page", "head"})


def fault(edition: str, what: str) -> Finding:
    """Return the finding for a difference that no change explains."""
    message = f"{what}, and no change says so."
    return Finding("change-not-recorded", Location(f"adaptations/{edition}"), message, _HINT)


@dc.dataclass(slots=True)
class _Side:
    """One of the two trees."""

    nodes: dict[str, Node]
    blocks: dict[str, ManifestBlock]
    pages: dict[str, ManifestPage]

    @classmethod
    def of(cls, composed: Composed) -> "_Side":
        found = {node.id or f"head of {node.page}": node for node in nodes(composed)}
        blocks = {block.id: block for block in composed.manifest.blocks}
        pages = {p.path: p for p in composed.manifest.pages if p.kind not in COMPUTED}
        return cls(found, blocks, pages)

    def on(self, path: str) -> list[str]:
        """Return the ids of the blocks of a page, in their order."""
        return [node.id for node in self.nodes.values() if node.page == path and node.id]


class Trace:
    """Compares the two trees and looks for the change behind each difference."""

    def __init__(self, compared: Compared) -> None:
        self._core = _Side.of(compared.in_words)
        self._edition = _Side.of(compared.edition)
        self._ids = {change.id for change in compared.changes}
        self._named = {
            kind: {
                name
                for change in compared.changes
                if kind in _EXPLAINS.get(change.action, _KINDS)
                for name in _names(change)
            }
            for kind in _KINDS
        }
        # An order of sessions names their pages, and explains no other order inside them.
        self._steps = {
            name
            for change in compared.changes
            if "order" in _EXPLAINS.get(change.action, _KINDS) and "sessions" not in change.head
            for name in _names(change)
        }
        removed = {c.target for c in compared.changes if c.action == "remove"}
        self._removed = {*removed, *_scenes(compared.core_edition, removed)}
        self._local_texts = compared.edition.manifest.local_texts
        self._name = compared.edition.manifest.edition.id

    def findings(self) -> Iterator[Finding]:
        """Yield a finding for each difference without a change."""
        core, edition = self._core, self._edition
        for path in {**core.pages, **edition.pages}:
            yield from self._page(path)
        for key in {**core.nodes, **edition.nodes}:
            old, new = core.nodes.get(key), edition.nodes.get(key)
            if not self._explained(old, new):
                yield self._fault(old, new)
        yield from self._local()
        yield from self._order(list(core.pages), list(edition.pages), "The page")
        for path in core.pages:
            yield from self._order(core.on(path), edition.on(path), "The block")

    def _local(self) -> Iterator[Finding]:
        """Yield a finding for each text of one language that no change brought."""
        for text in self._local_texts:
            if text.change not in self._ids:
                what = f'The block "{text.id}" in the language "{text.language}"'
                yield fault(self._name, f"{what} differs from the core")

    def _page(self, path: str) -> Iterator[Finding]:
        old, new = self._core.pages.get(path), self._edition.pages.get(path)
        if new is None and path not in self._named["page"]:
            yield fault(self._name, f'The page "{path}" of the core is missing')
        elif old is None and new is not None and new.change not in self._ids:
            yield fault(self._name, f'The page "{path}" is not in the core')

    def _explained(self, old: Node | None, new: Node | None) -> bool:
        if old is None or new is None:
            return self._gone(old) if old is not None else new is None or self._added(new)
        if old.text != new.text and not self._rewritten(old, new):
            return False
        names = {old.id, old.page, new.page}
        if old.page != new.page and not names & self._named["page"]:
            return False
        return old.minutes == new.minutes or bool(names & self._named["minutes"])

    def _gone(self, old: Node) -> bool:
        """Whether a change tells why a block is missing: removed, or its page told anew."""
        block = self._core.blocks.get(old.id)
        source = block.file.removeprefix("docs/").removesuffix(".md") if block else old.page
        told = self._edition.pages.get(source)
        return (
            old.id in self._removed
            or (told is not None and told.change in self._ids)
            or (not old.id and old.page in self._named["page"])
        )

    def _added(self, new: Node) -> bool:
        block, page = self._edition.blocks.get(new.id), self._edition.pages[new.page]
        return ((block.change if block else "") or page.change) in self._ids

    def _rewritten(self, old: Node, new: Node) -> bool:
        if new.id:
            return self._by_change(new)
        pages = self._core.pages[old.page], self._edition.pages[new.page]
        renumbered = pages[0].session != pages[1].session and bool(self._named["head"])
        return renumbered or pages[1].change in self._ids or new.page in self._named["head"]

    def _by_change(self, new: Node) -> bool:
        block = self._edition.blocks.get(new.id)
        return block is not None and block.change in self._ids

    def _order(self, old: Sequence[str], new: Sequence[str], what: str) -> Iterator[Finding]:
        """Yield a finding for each thing that both have, in another place, without a change."""
        first = [name for name in old if name in set(new)]
        second = [name for name in new if name in set(old)]
        if first == second:
            return
        kept = set[str]()
        for match in SequenceMatcher(None, first, second, autojunk=False).get_matching_blocks():
            kept |= set(first[match.a : match.a + match.size])
        for name in (name for name in second if name not in kept):
            block = self._edition.blocks.get(name)
            named = {name, block.page} & self._steps if block else {name} & self._named["order"]
            if not named and not (block and block.change in self._ids):
                yield fault(self._name, f'{what} "{name}" stands in another place than in the core')

    def _fault(self, old: Node | None, new: Node | None) -> Finding:
        node = new or old
        assert node is not None  # noqa: S101  (a difference has at least one side)
        name = f'The block "{node.id}"' if node.id else "The head"
        what = "differs from" if old and new else "is missing, unlike in" if old else "is not in"
        return fault(self._name, f'{name} of the page "{node.page}" {what} the core')


def _scenes(core: Edition, removed: Collection[str]) -> Iterator[str]:
    """Yield the ids of all that the story blocks among those removed take into their places."""
    for block_id in removed:
        block = core.core_blocks.get(block_id)
        if block is not None and block.kind is Kind.STORY:
            for telling in core.tellings(block.options["case_study"]):
                yield f"{block_id}-{telling.head.variant}"
                part = block.options["part"]
                scenes = [b for b in telling.blocks if b.options.get("part") == part]
                yield from (f"{block_id}-{scene.id}" for scene in scenes)


def _names(change: ManifestChange) -> Iterator[str]:
    """Yield everything that a change names: ids of blocks and steps, paths of pages."""
    yield from (change.target, *change.pages)
    waiting: list[object] = [change.head]
    while waiting:
        value = waiting.pop()
        if isinstance(value, dict):
            waiting += [*value, *value.values()]
        elif isinstance(value, list):
            waiting += value
        elif isinstance(value, str):
            yield value

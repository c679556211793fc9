"""Ways from a session to its strategies, and to the same strategy in the other manual."""

import dataclasses as dc

from manualkit.model.manifest import Manifest, ManifestPage
from manualkit.model.page import PageKind
from manualkit.site.rendition import Rendition
from manualkit.site.texts import Text


@dc.dataclass(frozen=True, slots=True)
class Way:
    """A line of links under one name."""

    name: Text
    links: list[tuple[str, Text]]
    """Address and title."""


def ways(rendition: Rendition, path: str) -> list[Way]:
    """Return the strategies that a session teaches, and the sessions that teach them elsewhere."""
    page = rendition.page(path)
    if page.kind is not PageKind.SESSION:
        return []
    strategies, others = [], list[ManifestPage]()
    for strategy in rendition.manifest.pages:
        taught = teaching(rendition.manifest, strategy)
        if path in (session.path for session in taught):
            strategies.append(strategy)
            others += [other for other in taught if other.manual != page.manual]
    texts = rendition.texts
    found = [Way(texts["site.teaches"], _links(rendition, path, strategies))]
    found += [
        Way(texts[f"site.other-way.{manual}"], _links(rendition, path, sessions))
        for manual in ("group", "individual")
        if (sessions := [other for other in others if other.manual == manual])
    ]
    return [way for way in found if way.links]


def teaching(manifest: Manifest, strategy: ManifestPage) -> list[ManifestPage]:
    """Return the session of each manual that teaches a strategy: the one with most of its steps.

    The others review it. Where an edition spreads a session over several pages, or repeats it, the
    first of those with as many steps counts.
    """
    steps = set(strategy.steps)
    found: dict[str, tuple[int, ManifestPage]] = {}
    for page in manifest.pages if steps else ():
        if page.kind is not PageKind.SESSION:
            continue
        count = sum(block.page == page.path and block.id in steps for block in manifest.blocks)
        if count > found.get(page.manual, (0, page))[0]:
            found[page.manual] = count, page
    return [page for _, page in found.values()]


def _links(rendition: Rendition, path: str, pages: list[ManifestPage]) -> list[tuple[str, Text]]:
    base = rendition.spot(path).base
    unique = {page.path: page for page in pages}
    return [(f"{base}/{p.path}/", rendition.texts.of(p.title)) for p in unique.values()]

"""Which sheets the page of the kits promises: every copy of them has to stand in the kit's PDF."""

from collections.abc import Iterator

from lxml import html

from manualkit.verify.piece import target
from manualkit.verify.seen import parse

KITS = "kits"
"""Path of the page."""
_HEADS = ("h1", "h2")


def kits_on(text: str) -> dict[str, list[tuple[str, int]]]:
    """Return for each kit's PDF the pages that it prints, each with its copies."""
    heads = [head for head in parse(text).iter("h2") if head.get("id")]
    return {f"{head.get('id')}.pdf": list(_sheets(head)) for head in heads}


def _sheets(head: html.HtmlElement) -> Iterator[tuple[str, int]]:
    for element in head.itersiblings():
        if element.tag in _HEADS:
            return
        for row in element.iter("tr"):
            cells = list(row.iter("td"))
            for link in row.iter("a"):
                yield target(link.get("href") or "", KITS), int(cells[-1].text_content().strip())

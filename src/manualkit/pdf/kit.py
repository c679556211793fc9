"""A kit on paper: a cover with the contents, then every sheet as often as it is needed."""

import dataclasses as dc
from collections.abc import Callable, Mapping

from lxml import html

from manualkit.model.manifest import Manifest
from manualkit.pdf.chapters import Chapter
from manualkit.pdf.foreign import HtmlElement
from manualkit.pdf.plan import Job


@dc.dataclass(frozen=True, slots=True)
class KitPart:
    """A sheet in a kit; a copy is a part of its own."""

    anchor: str
    chapter: Chapter


@dc.dataclass(frozen=True, slots=True)
class KitRow:
    """A line of the contents."""

    anchor: str
    title: str
    copies: int


@dc.dataclass(frozen=True, slots=True)
class PrintedKit:
    """What the template of kits shows."""

    name: str
    """Its title in the reader's language, for the head of the file."""
    title: str
    about: str
    rows: tuple[KitRow, ...]
    parts: tuple[KitPart, ...]


def kit_of(
    manifest: Manifest, job: Job, chapters: Mapping[str, Chapter], say: Callable[[str], str]
) -> PrintedKit | None:
    """Return the kit that a job prints, from the chapters of its pages; None if it prints none."""
    kit = next((kit for kit in manifest.kits if kit.id == job.kit), None)
    if kit is None:
        return None
    rows: list[KitRow] = []
    parts: list[KitPart] = []
    shown: set[str] = set()
    for sheet in kit.sheets:
        rows.append(KitRow(_anchor(len(parts)), chapters[sheet.page].title, sheet.copies))
        for _ in range(sheet.copies):
            chapter = chapters[sheet.page]
            # An id stands once in a document: that of the first copy.
            once = chapter if sheet.page not in shown else _without_ids(chapter)
            parts.append(KitPart(_anchor(len(parts)), once))
            shown.add(sheet.page)
    return PrintedKit(say(kit.title), kit.title, kit.about, tuple(rows), tuple(parts))


def _anchor(number: int) -> str:
    return f"kit-sheet-{number + 1}"


def _without_ids(chapter: Chapter) -> Chapter:
    """Return a copy of a sheet. Links within a session's plan lead to the first one."""
    tree: HtmlElement = html.fromstring(chapter.body)
    for named in (tree, *tree.xpath(".//*[@id]")):
        named.attrib.pop("id", None)
    return dc.replace(chapter, body=str(html.tostring(tree, encoding="unicode")))

"""The core text that a change was written against, and its hash: for texts, stories, pictures."""

import dataclasses as dc
from collections.abc import Iterator, Mapping

from manualkit.model.block import Block
from manualkit.model.change import BlockChange, CaseStudyChange, PictureChange
from manualkit.model.digest import text_digest
from manualkit.model.finding import Location
from manualkit.model.manual import Picture
from manualkit.model.page import Page
from manualkit.model.project import Context, Core, Placed, PlacedPicture

BasedRecord = BlockChange | PictureChange | CaseStudyChange
"""A change that is written against one text of the core, and whose head may hold `base:`."""


@dc.dataclass(frozen=True, slots=True)
class CoreText:
    """What the core says in one place, as typed. Its file in `.base/` holds `text`."""

    name: str
    """How people call the place: `block "g2-sort"`."""
    text: str
    location: Location
    titled: bool = False
    """Whether the first line is the title of a step."""

    @property
    def digest(self) -> str:
        """What `base:` in the head of a change holds: 12 digits. Re-wrapping changes nothing."""
        return text_digest(self.text)

    def fits(self, base: str) -> bool:
        """Whether a change with this base was written against this very text."""
        return base.startswith(self.digest)


@dc.dataclass(frozen=True, slots=True)
class CoreTexts:
    """All texts of the core that a change may stand on."""

    blocks: Mapping[str, Block]
    pages: Mapping[str, Page]
    pictures: Mapping[str, PlacedPicture]

    @classmethod
    def of(cls, core: Core) -> "CoreTexts":
        """Return the texts of a core manual."""
        blocks = {block.id: block for page in core.pages.values() for block in page.blocks}
        return cls(blocks, core.pages, core.pictures)

    def under(self, record: BasedRecord) -> CoreText | None:
        """Return what the core says now where a change applies; None if that place is gone."""
        if isinstance(record, BlockChange):
            block = self.blocks.get(record.block)
            return None if block is None else block_text(block)
        if isinstance(record, PictureChange):
            placed = self.pictures.get(record.picture)
            return None if placed is None else picture_text(placed.picture, placed.location)
        page = self.telling(record.case_study, record.variant)
        return None if page is None else telling_text(page)

    def telling(self, case_study: str, variant: str) -> Page | None:
        """Return the core's telling of that variant, or else its first one."""
        tellings = [page for page in self.pages.values() if page.head.case_study == case_study]
        same = [page for page in tellings if page.head.variant == variant]
        return next(iter((*same, *tellings)), None)


def block_text(block: Block) -> CoreText:
    """Return a block's title and text. The hash is that of the block."""
    text = f"{block.title}\n\n{block.text}".strip()
    return CoreText(f'block "{block.id}"', text, block.location, titled=bool(block.title))


def telling_text(page: Page) -> CoreText:
    """Return a telling of a case study: its title, its points and its scenes."""
    points = [f"{point}: {words}" for point, words in page.head.points.items()]
    parts = [page.head.title, *points, *(block.text for block in page.blocks)]
    name = f'story "{page.head.case_study}", variant "{page.head.variant}"'
    return CoreText(name, "\n\n".join(parts), page.location)


def picture_text(picture: Picture, location: Location) -> CoreText:
    """Return a picture in words: its file and what it shows."""
    return CoreText(f'picture "{picture.id}"', f"{picture.file}\n\n{picture.alt}", location)


def based_changes(context: Context) -> Iterator[Placed[BasedRecord]]:
    """Yield every change of a context that stands on one text of the core."""
    for change in context.texts:
        yield Placed(change.record, change.source)
    for entry in context.pictures:
        yield Placed(entry.value, entry.source, entry.key)
    for story, _ in context.case_studies:
        yield Placed(story.value, story.source, story.key)

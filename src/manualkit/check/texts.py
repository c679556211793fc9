"""Everything that people wrote for an edition, text by text."""

import dataclasses as dc
from collections.abc import Iterator
from typing import Any

from manualkit.model.base import Model
from manualkit.model.edition import Edition
from manualkit.model.finding import Location
from manualkit.model.project import Placed
from manualkit.model.raw import Key

_NAMES = frozenset(("title", "edition_title", "note", "label"))
_OF_OTHERS = frozenset(("source_works", "who_review"))
"""What names the works and letters of others, as they are called there."""


@dc.dataclass(frozen=True, slots=True)
class Text:
    """A text and where it was typed."""

    location: Location
    text: str
    is_name: bool = False
    """Whether it is a title, which says what the thing is, and no sentence."""


def texts_of(edition: Edition) -> Iterator[Text]:
    """Yield every text of an edition; those of source works and instruments are not its own."""
    data: tuple[Placed[Model], ...] = (
        *edition.sources,
        *edition.terms.values(),
        *edition.contacts.values(),
        *edition.facts.values(),
        edition.bank,
        *edition.checklists,
        edition.course,
        *([edition.competency] if edition.competency else []),
    )
    for placed in data:
        yield from _of_data(placed, placed.value.model_dump(), ())
    yield from _of_pages(edition)
    for picture in edition.pictures.values():
        yield Text(picture.location, picture.picture.alt)
        yield Text(picture.location, picture.picture.licence)
    for change in edition.changes:
        where = Location(change.file, change.line)
        yield from (Text(where, change.summary), Text(where, change.reason))


def _of_pages(edition: Edition) -> Iterator[Text]:
    for page in edition.pages.values():
        for name in ("title", "summary", "label", "person"):
            yield Text(page.location, getattr(page.head, name) or "", name in _NAMES)
        yield from (Text(page.location, point) for point in page.head.points.values())
        for block in page.blocks:
            yield Text(block.location, block.title, is_name=True)
            yield Text(block.text_location, block.text)


def _of_data(placed: Placed[Model], value: Any, key: Key) -> Iterator[Text]:  # noqa: ANN401
    if isinstance(value, str):
        yield Text(placed.at(*key), value, bool(key) and key[-1] in _NAMES)
    elif isinstance(value, dict):
        for name, entry in value.items():
            if name not in _OF_OTHERS:
                yield from _of_data(placed, entry, (*key, name))
    elif isinstance(value, list):
        for index, entry in enumerate(value):
            yield from _of_data(placed, entry, (*key, index))

"""Every change of a context beside the core: what it was written against, what stands there now."""

import dataclasses as dc
from collections.abc import Collection, Iterator
from enum import StrEnum

from manualkit.adaptor.kept import Kept
from manualkit.adaptor.merge import Merge, merge
from manualkit.adaptor.words import Piece, differences, same_words
from manualkit.model.change import BlockChange
from manualkit.model.core_text import (
    BasedRecord,
    CoreText,
    CoreTexts,
    based_changes,
    picture_text,
    telling_text,
)
from manualkit.model.finding import Location, did_you_mean
from manualkit.model.manual import Picture
from manualkit.model.project import Context, Placed


class State(StrEnum):
    """How a change stands to the core of today."""

    FITS = "fits"
    STALE = "stale"
    """The core has changed since the change was written."""
    NOT_STAMPED = "not stamped"
    """Nobody has said yet which core text it was written against."""
    CONFLICT = "conflict"
    """It cannot be made as it is: the core has or needs something that it does not have."""
    OBSOLETE = "obsolete"
    """Its place in the core is gone, or the core says the same now."""


@dc.dataclass(frozen=True, slots=True)
class Comparison:
    """One change beside the core."""

    edition: str
    id: str
    action: str
    name: str
    """What it changes: `block "g2-sort"`."""
    where: Location
    state: State
    summary: str
    now: CoreText | None
    """What the core says today; None if the place is gone."""
    then: str | None
    """What the core said when the change was written; None if that text was not kept."""
    yours: str
    language: str = ""
    note: str = ""
    """What else one should know, in plain words."""

    based: bool = False
    """Whether it stands on one text of the core, so that `base:` means something."""

    @property
    def core_change(self) -> tuple[Piece, ...]:
        """What changed in the core since the change was written, word by word."""
        if self.then is None or self.now is None:
            return ()
        return differences(self.then, self.now.text)

    @property
    def difference(self) -> tuple[Piece, ...]:
        """What the context says differently from the core of today, word by word."""
        return differences(self.now.text if self.now else "", self.yours)

    @property
    def suggestion(self) -> Merge | None:
        """The core's change brought into the context's text; None where that makes no sense."""
        if self.state is not State.STALE or self.now is None or self.then is None:
            return None
        if self.action != "replace" or self.language:
            return None
        return merge(_body(self.then, self.now), _body(self.now.text, self.now), self.yours)


def _body(text: str, core: CoreText) -> str:
    """Return a kept text without the title of its step."""
    return text.partition("\n\n")[2] if core.titled else text


def compare(
    texts: CoreTexts, context: Context, kept: Kept, brought: Collection[str] = ()
) -> Iterator[Comparison]:
    """Yield every change of a text, a picture or a story, beside the core.

    `brought` are ids of blocks that the edition has and the core has not.
    """
    yours = _yours(context)
    own = {*brought, *_of_parents(context)}
    for change in based_changes(context):
        yield _compared(texts, change, yours[change.value.id], (context, kept, own))


def _compared(
    texts: CoreTexts,
    change: Placed[BasedRecord],
    yours: str,
    around: tuple[Context, Kept, Collection[str]],
) -> Comparison:
    record, (context, kept, own) = change.value, around
    now = texts.under(record)
    state, note = _state(texts, record, now, yours)
    if now is None and isinstance(record, BlockChange) and record.block in own:
        state, note = (
            State.FITS,
            "It changes a block that an adaptation brings, not one of the core.",
        )
    return Comparison(
        edition=context.adaptation.value.id,
        id=record.id,
        action=record.action,
        name=now.name if now else target_of(record),
        where=change.source.at(),
        state=state,
        summary=record.summary,
        now=now,
        then=kept.text(record.id, record.base) if record.base else None,
        yours=yours,
        language=(isinstance(record, BlockChange) and record.language) or "",
        note=note,
        based=now is not None,
    )


def _state(
    texts: CoreTexts, record: BasedRecord, now: CoreText | None, yours: str
) -> tuple[State, str]:
    if now is None:
        return State.OBSOLETE, _gone(texts, record)
    if record.action == "replace" and same_words(_body(now.text, now), yours):
        return State.OBSOLETE, "The core says the same now."
    if record.base is None:
        return State.NOT_STAMPED, ""
    return (State.FITS if now.fits(record.base) else State.STALE), ""


def _of_parents(context: Context) -> set[str]:
    """Return ids of blocks that the extended adaptations bring: also of one that is left out."""
    added = {change.record.id.lower() for up in context.parents for change in up.texts}
    pages = [page for up in context.parents for page in up.pages.values()]
    return added | {block.id for page in pages for block in page.blocks}


def _gone(texts: CoreTexts, record: BasedRecord) -> str:
    names = {
        "block": list(texts.blocks),
        "picture": list(texts.pictures),
        "case_study": [p.head.case_study for p in texts.pages.values() if p.head.case_study],
    }
    key = next(key for key in names if hasattr(record, key))
    otherwise = "It was removed or renamed."
    hint = did_you_mean(getattr(record, key), names[key], otherwise)
    return f"The core has no {target_of(record)} any more. {hint}"


def target_of(record: BasedRecord) -> str:
    """Return what a change speaks of, in words."""
    if isinstance(record, BlockChange):
        return f'block "{record.block}"'
    if record.action == "picture":
        return f'picture "{record.picture}"'
    return f'story "{record.case_study}"'


def _yours(context: Context) -> dict[str, str]:
    """Return what the context says in place of the core, by the id of the change."""
    texts = {change.record.id: change.text for change in context.texts}
    for entry in context.pictures:
        own = Picture(
            id=entry.value.picture,
            file=entry.value.file.removeprefix("images/"),
            alt=entry.value.alt,
            creator=entry.value.creator,
            licence=entry.value.licence,
            origin=entry.value.origin,
        )
        texts[entry.value.id] = picture_text(own, entry.location).text
    for story, page in context.case_studies:
        texts[story.value.id] = telling_text(page).text
    return texts

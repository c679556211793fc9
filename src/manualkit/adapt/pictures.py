"""Pictures of a context in place of the core's."""

import dataclasses as dc

from manualkit.adapt.record import Done, with_record
from manualkit.model.edition import Edition
from manualkit.model.finding import Finding, did_you_mean
from manualkit.model.manual import Picture
from manualkit.model.project import Context, PlacedPicture


def swap_pictures(edition: Edition, context: Context) -> tuple[Edition, list[Finding]]:
    """Swap pictures; alternative text, maker and licence come with the new one."""
    findings: list[Finding] = []
    for change in context.pictures:
        swap = change.value
        if swap.picture not in edition.pictures:
            hint = did_you_mean(swap.picture, edition.pictures, "See docs/images/pictures.yml.")
            message = f'There is no picture "{swap.picture}".'
            findings.append(Finding("unknown-picture", change.at("picture"), message, hint))
            continue
        locked = _locked_users(edition, swap.picture)
        if locked:
            message = f'The picture "{swap.picture}" stands in the locked block "{locked[0]}".'
            hint = "Leave it as it is."
            findings.append(Finding("locked-picture", change.at("picture"), message, hint))
            continue
        picture = Picture(
            id=swap.picture,
            file=swap.file.removeprefix("images/"),
            alt=swap.alt,
            creator=swap.creator,
            licence=swap.licence,
            origin=swap.origin,
            model_consent=swap.model_consent,
            permission_ref=swap.permission_ref,
        )
        placed = PlacedPicture(picture, f"{context.folder}/{swap.file}", change.location)
        old = edition.pictures[swap.picture].picture
        done = Done("picture", picture.id, change.location, _in_words(old), _in_words(picture))
        edition = dc.replace(edition, pictures={**edition.pictures, picture.id: placed})
        edition = with_record(edition, swap, done)
    return edition, findings


def _in_words(picture: Picture) -> str:
    return f"{picture.file}: {picture.alt}"


def _locked_users(edition: Edition, picture: str) -> list[str]:
    blocks = edition.core_blocks.values()
    return [b.id for b in blocks if b.locked and b.options.get("picture") == picture]

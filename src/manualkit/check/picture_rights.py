"""Pictures whose makers and models have agreed, under licences that fit the edition's."""

from collections.abc import Iterator

from manualkit.check.rights import is_unknown
from manualkit.model.edition import Edition
from manualkit.model.finding import Finding
from manualkit.model.licence import licence_of
from manualkit.model.manual import Picture
from manualkit.model.project import PlacedPicture


def picture_rights_findings(edition: Edition) -> Iterator[Finding]:
    """Yield a finding for each picture that may not be shown."""
    licence = edition.rights[0].value.licence
    for placed in edition.pictures.values():
        yield from _unknown(placed)
        yield from _licence(placed, licence, edition.id)
        yield from _consent(placed)


def _unknown(placed: PlacedPicture) -> Iterator[Finding]:
    for name in ("creator", "licence"):
        value = getattr(placed.picture, name)
        if is_unknown(value):
            message = f'The {name} of the picture "{placed.picture.id}" is "{value}".'
            hint = "Find out, or use another picture. What has no known owner may not be printed."
            yield Finding("rights-picture-unknown", placed.location, message, hint)


def _licence(placed: PlacedPicture, licence: str, edition: str) -> Iterator[Finding]:
    picture = placed.picture
    if is_unknown(picture.licence) or picture.permission_ref or _fits(picture, licence):
        return
    message = f'The picture "{picture.id}" has the licence "{picture.licence}", which does not fit '
    message += f'the licence of the edition "{edition}" ({licence}).'
    hint = "Use another picture, or ask its owner and write `permission_ref:` with date and number."
    yield Finding("rights-picture-licence", placed.location, message, hint)


def _fits(picture: Picture, licence: str) -> bool:
    theirs, ours = licence_of(picture.licence), licence_of(licence)
    if theirs is None or ours is None:
        return picture.licence.casefold() == licence.casefold()
    return theirs.fits_in(ours)


def _consent(placed: PlacedPicture) -> Iterator[Finding]:
    picture = placed.picture
    if picture.model_consent == "no":
        message = f'The people in the picture "{picture.id}" have not agreed to be shown.'
        hint = "Use another picture, or a drawing."
        yield Finding("rights-consent-refused", placed.location, message, hint)
    elif picture.model_consent is None and not picture.file.endswith(".svg"):
        message = f'Nobody says whether the people in the picture "{picture.id}" agreed.'
        hint = "Write `model_consent: yes` once you hold their signed consent, or "
        hint += "`model_consent: not-needed` if no person can be recognised."
        yield Finding("rights-consent-missing", placed.location, message, hint)

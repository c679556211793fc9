"""What the rights of the source works ask of an edition's licence.

All findings about rights begin with `rights-`. Those that only wait for a person are warnings.
"""

from collections.abc import Iterator

from manualkit.model.edition import Edition
from manualkit.model.finding import Finding, Location, Severity, did_you_mean
from manualkit.model.licence import licence_of
from manualkit.model.project import Placed
from manualkit.model.rights import Rights, SourceWork
from manualkit.model.sources import taken_works

_NOBODY = frozenset(("unknown", "none", "nobody", "tbc", "tbd", "todo", "n/a", "?", "-", "–"))
_DETAILS = ("publisher", "year")


def is_unknown(value: str) -> bool:
    """Whether a person filled a field in with a word that says nothing."""
    return value.strip().casefold() in _NOBODY


def rights_findings(edition: Edition) -> Iterator[Finding]:
    """Yield a finding for each right of a source work that the edition does not keep."""
    own = edition.rights[0]
    if is_unknown(own.value.holder):
        message = f'Nobody holds the rights of this edition: "{own.value.holder}".'
        yield _warning("rights-missing", own.at("holder"), message, "Name the holder.")
    for work in taken_works(edition):
        yield from _permission(work)
        yield from _details(work)
        licences = [(own.value.licence, own.at("licence"), "edition")]
        for index, translation in enumerate(own.value.translations):
            if translation.licence:
                where = own.at("translations", index, "licence")
                licences.append((translation.licence, where, "translation"))
        for licence, where, what in licences:
            yield from _licence(work.value, licence, where, what)
    yield from _edition_type(own)
    yield from _languages(own, edition)


def _uses(work: SourceWork) -> str:
    return " and ".join(use for use in work.used if use != "facts")


def _permission(work: Placed[SourceWork]) -> Iterator[Finding]:
    if work.value.rights == "all-rights-reserved" and not work.value.permission_ref.strip():
        message = (
            f'This edition uses {_uses(work.value)} of "{work.value.title}", whose rights are '
        )
        message += "all reserved, and names no permission."
        hint = "Ask the holder. Then write `permission_ref:` with the date and number of the answer"
        hint += ", or write the passage anew from the facts and say `used: [facts]`."
        yield Finding("rights-permission-missing", work.at("rights"), message, hint)


def _details(work: Placed[SourceWork]) -> Iterator[Finding]:
    missing = [name for name in _DETAILS if not getattr(work.value, name)]
    if missing:
        message = f'More than facts of "{work.value.title}" is used, but readers cannot tell which '
        message += f"work it is: {' and '.join(missing)} missing."
        hint = "Copy them from the work's own title page."
        yield _warning("rights-missing", work.location, message, hint)


def _licence(work: SourceWork, licence: str, where: Location, what: str) -> Iterator[Finding]:
    theirs, ours = licence_of(work.rights), licence_of(licence)
    if theirs is None:
        return
    if theirs.share_alike and (ours is None or ours.name != theirs.name):
        message = f'This {what} uses {_uses(work)} of "{work.title}", so it must have the same '
        message += f'licence ({theirs.name.upper()}), but it has "{licence}".'
        hint = f"Write `licence: {theirs.name.upper()}`."
        yield Finding("rights-licence-differs", where, message, hint)
    elif theirs.noncommercial and (ours is None or not ours.noncommercial):
        message = f'This {what} uses {_uses(work)} of "{work.title}", which nobody may make money '
        message += f'with ({theirs.name.upper()}), but its licence "{licence}" allows it.'
        hint = "Choose a licence with NC, for example CC-BY-NC-SA-4.0."
        yield Finding("rights-noncommercial", where, message, hint)


def _edition_type(own: Placed[Rights]) -> Iterator[Finding]:
    taken = [work for work in own.value.source_works if work.taken]
    if taken and own.value.edition_type == "original":
        message = f'This edition calls itself original, but uses {_uses(taken[0])} of "'
        message += f'{taken[0].title}".'
        hint = "Write `edition_type: adaptation`, `translation` or `translation+adaptation`."
        yield Finding("rights-edition-type", own.at("edition_type"), message, hint)


def _languages(own: Placed[Rights], edition: Edition) -> Iterator[Finding]:
    languages = edition.sources[0].value.languages
    for index, translation in enumerate(own.value.translations):
        for number, code in enumerate(translation.languages):
            if code not in languages:
                message = f'This edition has no translation into "{code}".'
                hint = did_you_mean(code, languages, f"Its languages: {', '.join(languages)}.")
                where = own.at("translations", index, "languages", number)
                yield Finding("rights-language", where, message, hint)


def _warning(code: str, where: Location, message: str, hint: str) -> Finding:
    return Finding(code, where, message, hint, Severity.WARNING)

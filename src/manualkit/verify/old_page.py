"""A page of an old version: what was put on it since it went out, taken away and looked at."""

import dataclasses as dc
import re
from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath

_BANNER = re.compile(
    rb'<aside class="notices old-version"><ul>'
    rb'((?:<li(?: class="recalled")?>(?:[^<]|</?(?:a|bdi|span)\b[^<>]*>)*</li>)+)'
    rb"</ul></aside>\n"
)
_CARE = re.compile(rb'<aside class="care"[^>]*>.*?</aside>', re.DOTALL)
_NO_CARE = b'<aside class="care"></aside>'
_DIALLED = re.compile(rb'\bhref="(?:tel|sms):([^"]*)"')
_SHOWN = re.compile(rb'<bdi dir="ltr"(?: translate="no")?>([^<]*\d[^<]*)</bdi></a>')
_SHEET = rb'<a\b[^<>]*\bhref="[^"<>]*\.pdf"[^<>]*>(?:[^<]|</?(?:b|bdi|small|span)\b[^<>]*>)*</a>'
_GONE = re.compile(
    rb'<template class="old-sheets">((?:<li>\s*' + _SHEET + rb"\s*</li>\s*)+|" + _SHEET + rb")"
    rb'</template>(?:<li><a class="tool" href="([^"]*)">(?:[^<]|</?span\b[^<>]*>)*</a></li>'
    rb'|<a href="([^"]*)">(?:[^<]|</?span\b[^<>]*>)*</a>)'
)
"""Links to sheets that are no longer shown, and the one that stands in their place.

Nothing but such links may be hidden: a text that nobody sees would have the same hash.
"""


@dc.dataclass(frozen=True, slots=True)
class Today:
    """What the project's files say today of the numbers of an edition."""

    numbers: Mapping[str, str]
    """Every number that somebody may dial, by its id."""
    help: frozenset[str]
    """The numbers of the contacts for an emergency."""


def as_it_was(content: bytes) -> bytes:
    """Return a page without what the site put on it since it went out."""
    content = _CARE.sub(_NO_CARE, _BANNER.sub(b"", content, count=1), count=1)
    return _GONE.sub(lambda found: found[1], content)


def page_faults(file: Path, content: bytes, today: Today, *, changed: bool) -> Iterator[str]:
    """Yield what a page of an old version lacks; `changed`: a number that it named is another."""
    banner, care = _BANNER.search(content), _CARE.search(content)
    if banner is None:
        yield "It does not say that it is old."
    elif changed and b'<li class="recalled">' not in banner[1]:
        yield "A telephone number has changed since, and the page does not say so."
    if changed and re.search(_SHEET, _GONE.sub(b"", content)):
        yield "It leads to a sheet with a telephone number that has changed since."
    for link in _GONE.finditer(content):
        if not _leads_to_a_page(file, (link[2] or link[3]).decode()):
            yield "In the place of a sheet it leads to no page of the newest version."
    numbers = _numbers(care[0]) if care else frozenset()
    for number in sorted(numbers ^ today.help):
        said = "holds" if number in numbers else "does not hold"
        yield f'"Help now" {said} the number {number}; contacts.yml says otherwise.'


def _numbers(care: bytes) -> frozenset[str]:
    """Return the numbers that a care bar dials or shows, as digits."""
    found = [*_DIALLED.findall(care), *_SHOWN.findall(care)]
    return frozenset(digits(each.decode()) for each in found)


def digits(number: str) -> str:
    """Return a number as it is dialled."""
    return re.sub(r"[^0-9+]", "", number)


def _leads_to_a_page(file: Path, address: str) -> bool:
    """Whether an address leads to a page of the same edition that is in no old version."""
    if re.match(r"[a-z]+:|/", address):
        return False
    folder = file.parent
    for part in PurePosixPath(address).parts:
        folder = folder.parent if part == ".." else folder / part
    edition = next(each.parent for each in file.parents if each.name == "v")
    inner = folder.relative_to(edition).parts if folder.is_relative_to(edition) else ("v",)
    return inner[:1] != ("v",) and (folder / "index.html").is_file()

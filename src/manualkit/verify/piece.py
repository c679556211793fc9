"""A heading, paragraph, item or cell as it should be, and as it stands on a page."""

import posixpath
import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from manualkit.verify.protected import Piece, Rendition, Wording
from manualkit.verify.seen import Seen, has_letters
from manualkit.verify.words import CALL, call, counted, digits, even

Fault = tuple[str, str]
"""Code and what is wrong."""
_AWAY = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.IGNORECASE)
_MOST = 60


def piece_faults(
    expected: Piece | None, found: Seen | None, rendition: Rendition, path: str
) -> Iterator[Fault]:
    """Yield everything in which a piece is not as it should be; None: there is none."""
    if found is None and expected is not None:
        yield "verify-text", f'"{short(expected.wordings[0].words)}" is missing.'
    elif expected is None and found is not None:
        yield "verify-text", f'"{short(found.words)}" was added.'
    elif expected is not None and found is not None:
        words = even(found.words, rendition.language)
        fits = [
            w
            for w in expected.wordings
            if even(w.words, rendition.language) == words or _same_count(w, found)
        ]
        if not fits:
            yield "verify-text", _difference(expected.wordings[0].words, found.words)
            return
        if found.form != expected.form:
            what = f"<{expected.form}>, and is <{found.form}>"
            yield "verify-text", f'"{short(found.words)}" should be {what}.'
        yield from _shown_faults(fits[0], found, rendition)
        yield from _link_faults(expected.links, found, path)


def _same_count(wording: Wording, found: Seen) -> bool:
    """Whether both are the same numbers, in whatever digits; a number to call keeps its own."""
    count = "" if wording.values or found.values else counted(wording.words)
    return bool(count) and counted(found.words) == count


def _difference(expected: str, found: str) -> str:
    """Tell where two texts part."""
    wanted, there = expected.split(), found.split()
    pairs = zip_longest(wanted, there)
    at = next((number for number, (one, other) in enumerate(pairs) if one != other), 0)
    first = max(at - 3, 0)
    texts = (" ".join(words[first : at + 5]) for words in (wanted, there))
    return 'It should read "…{}", and reads "…{}".'.format(*texts)


def _shown_faults(wording: Wording, found: Seen, rendition: Rendition) -> Iterator[Fault]:
    if has_letters(wording.words):
        language = "en" if wording.english else rendition.language
        direction = "rtl" if rendition.rtl and not wording.english else "ltr"
        marked = found.languages - {""}
        if marked - {language} or (wording.english and not marked):
            where = f'"{short(found.words)}"'
            yield "verify-language", f"{where} is {language}, and is marked {sorted(marked)}."
        if found.directions - {"", direction}:
            odd = sorted(found.directions)
            yield "verify-language", f'"{short(found.words)}" reads {direction}, and is {odd}.'
    wanted = [(even(value.shown, rendition.language), value.ltr) for value in wording.values]
    there = [(even(value, rendition.language), ltr) for value, ltr in found.values]
    for want, have in zip_longest(wanted, there):
        if want is None or have is None or want[0] != have[0] or (want[1] and not have[1]):
            yield "verify-fact", f"A fact should be {want}, and is {have} (value, left to right)."


def _link_faults(links: Sequence[str], found: Seen, path: str) -> Iterator[Fault]:
    there = []
    for link in found.links:
        address = link.get("href") or ""
        if CALL.match(address) and call(address) not in links:
            if digits(address) not in {digits(value) for value, _ in found.values}:
                yield "verify-fact", f'A link calls "{address}", another number than the text.'
        elif CALL.match(address):
            there.append(call(address))
        elif _AWAY.match(address):
            there.append(address)
        else:
            _, mark, step = address.partition("#")
            there.append(target(address, path) + mark + step)
    if sorted(map(_place, there)) != sorted(map(_place, links)):
        yield "verify-link", f"It should lead to {sorted(links)}, and leads to {sorted(there)}."


def _place(link: str) -> str:
    """Return what has to be the same: a step by its id, for it may move with its session."""
    page, mark, step = link.partition("#")
    return step if mark and not _AWAY.match(link) else page


def target(address: str, path: str) -> str:
    """Return the page that an address leads to, seen from a page; of site or Markdown."""
    place = address.partition("#")[0].partition("?")[0]
    if place.endswith(".md"):
        return posixpath.normpath(posixpath.join(posixpath.dirname(path), place[:-3]))
    folder = "" if path == "index" else path
    return posixpath.normpath(posixpath.join(folder, place.removesuffix("index.html")))


def short(text: str) -> str:
    """Return a text as it can be quoted."""
    return text if len(text) <= _MOST else f"{text[: _MOST - 1]}…"

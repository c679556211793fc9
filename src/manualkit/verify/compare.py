"""A protected block as it should be, and as it stands on a page."""

import posixpath
import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from lxml import html

from manualkit.verify.protected import Block, Piece, Rendition, Wording
from manualkit.verify.seen import HEADINGS, Seen, classes, has_letters, hidden, pieces
from manualkit.verify.words import digits, even

Fault = tuple[str, str]
"""Code and what is wrong."""
_FORM_MARKS = frozenset({"ratings", "fields", "worksheet", "score"})
_DIALLED = re.compile(r"(tel|sms):", re.IGNORECASE)
_OTHER = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.IGNORECASE)
_BEHIND = frozenset({"nav", "header", "footer", "script"})
_MOST = 60


def extent(element: html.HtmlElement, block: Block) -> list[html.HtmlElement]:
    """Return the elements that a block is made of: itself, and the loose text below a heading."""
    found = [element]
    if block.is_step:
        for following in element.itersiblings():
            if not isinstance(following.tag, str):
                continue
            if following.tag in HEADINGS or following.tag in _BEHIND or _is_block(following):
                break
            found.append(following)
    return found


def _is_block(element: html.HtmlElement) -> bool:
    return bool({"block", "minute-bar"} & set(classes(element)))


def faults(
    block: Block, element: html.HtmlElement, rendition: Rendition, path: str
) -> Iterator[Fault]:
    """Yield everything in which a block on a page is not as it should be."""
    yield from _lock_faults(block, element)
    elements = extent(element, block)
    for what in dict.fromkeys(hidden(elements, picture=block.picture)):
        yield "verify-hidden", f"{what[0].upper()}{what[1:]}."
    if block.picture and len(element.xpath(".//img")) != 1:
        yield "verify-picture", "It should carry one picture."
    for part in elements:
        if (part.tail or "").strip():
            yield "verify-text", f'"{_short(str(part.tail).strip())}" was added.'
    seen = pieces(elements)
    notices = [piece for piece in seen if "safety-notice" in classes(piece.element)]
    labels = [piece for piece in seen if "block-label" in classes(piece.element)]
    rest = [piece for piece in seen if piece not in notices and piece not in labels]
    yield from _label_faults(block, labels, seen, rendition)
    yield from _notice_faults(block, notices, rest, rendition)
    first = 1 if block.is_step else len(labels)
    if notices and notices[0] not in seen[first : first + 1]:
        yield "verify-notice", "The notice does not stand above the text."
    for expected, found in zip_longest(block.pieces, rest):
        yield from _piece_faults(expected, found, rendition, path)


def _lock_faults(block: Block, element: html.HtmlElement) -> Iterator[Fault]:
    marks = classes(element)
    if block.is_step:
        wanted = f"{block.lock} on <{block.pieces[0].form}>"
        right = element.tag == block.pieces[0].form and block.lock in marks
        right = right and set(marks) <= {"step", block.lock, "untranslated"}
    else:
        wanted = f"block {block.kind} {block.lock}"
        right = marks[:3] == wanted.split() and set(marks[3:]) <= _FORM_MARKS
        right = right and element.tag == "div"
    if not right:
        found = " ".join(marks)
        yield "verify-lock", f'It should be marked "{wanted}", and is <{element.tag}> "{found}".'


def _label_faults(
    block: Block, labels: list[Seen], seen: list[Seen], rendition: Rendition
) -> Iterator[Fault]:
    wanted = () if block.is_step else rendition.labels.get(block.kind, ())
    words = [even(piece.words, rendition.language) for piece in labels]
    fits = len(words) == 1 and words[0] in {even(each, rendition.language) for each in wanted}
    if (wanted and not (fits and seen[0] is labels[0])) or (labels and not wanted):
        yield "verify-label", f'Above it should stand "{" / ".join(wanted)}", and there is {words}.'


def _notice_faults(
    block: Block, notices: list[Seen], rest: list[Seen], rendition: Rendition
) -> Iterator[Fault]:
    wanted = {even(each, rendition.language) for each in rendition.notice}
    for piece in notices:
        if even(piece.words, rendition.language) not in wanted:
            yield "verify-notice", f'The notice is not the one of the manual: "{piece.words}".'
    english = rendition.language.partition("-")[0] == "en"
    stays = block.lock == "safety" and not english and any("en" in p.languages for p in rest)
    if stays and any(p.languages - {"en", ""} for p in rest):
        yield "verify-language", "Safety text never mixes languages."
    due = stays and (not block.is_step or len(block.pieces) > 1)
    if due is not (len(notices) == 1) or len(notices) > 1:
        what = "is missing" if due else "should not be there"
        yield "verify-notice", f"The notice that it stands in English {what}."


def _piece_faults(
    expected: Piece | None, found: Seen | None, rendition: Rendition, path: str
) -> Iterator[Fault]:
    if found is None and expected is not None:
        yield "verify-text", f'"{_short(expected.wordings[0].words)}" is missing.'
    elif expected is None and found is not None:
        yield "verify-text", f'"{_short(found.words)}" was added.'
    elif expected is not None and found is not None:
        words = even(found.words, rendition.language)
        fits = [w for w in expected.wordings if even(w.words, rendition.language) == words]
        if not fits:
            yield "verify-text", difference(expected.wordings[0].words, found.words)
            return
        if found.form != expected.form:
            what = f"<{expected.form}>, and is <{found.form}>"
            yield "verify-text", f'"{_short(found.words)}" should be {what}.'
        yield from _shown_faults(fits[0], found, rendition)
        yield from _link_faults(expected.links, found, path)


def difference(expected: str, found: str) -> str:
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
            where = f'"{_short(found.words)}"'
            yield "verify-language", f"{where} is {language}, and is marked {sorted(marked)}."
        if found.directions - {"", direction}:
            odd = sorted(found.directions)
            yield "verify-language", f'"{_short(found.words)}" reads {direction}, and is {odd}.'
    wanted = [(even(value.shown, rendition.language), value.ltr) for value in wording.values]
    there = [(even(value, rendition.language), ltr) for value, ltr in found.values]
    for want, have in zip_longest(wanted, there):
        if want is None or have is None or want[0] != have[0] or (want[1] and not have[1]):
            yield "verify-fact", f"A fact should be {want}, and is {have} (value, left to right)."


def _link_faults(links: Sequence[str], found: Seen, path: str) -> Iterator[Fault]:
    there = []
    for link in found.links:
        address = link.get("href") or ""
        if _DIALLED.match(address):
            if digits(address) not in {digits(value) for value, _ in found.values}:
                yield "verify-fact", f'A link calls "{address}", another number than the text.'
        elif not _OTHER.match(address):
            _, mark, step = address.partition("#")
            there.append(target(address, path) + mark + step)
    if sorted(map(_place, there)) != sorted(map(_place, links)):
        yield "verify-link", f"It should lead to {sorted(links)}, and leads to {sorted(there)}."


def _place(link: str) -> str:
    """Return what has to be the same: a step by its id, for it may move with its session."""
    page, mark, step = link.partition("#")
    return step if mark else page


def target(address: str, path: str) -> str:
    """Return the page that an address leads to, seen from a page; of site or Markdown."""
    place = address.partition("#")[0].partition("?")[0]
    if place.endswith(".md"):
        return posixpath.normpath(posixpath.join(posixpath.dirname(path), place[:-3]))
    folder = "" if path == "index" else path
    return posixpath.normpath(posixpath.join(folder, place.removesuffix("index.html")))


def _short(text: str) -> str:
    return text if len(text) <= _MOST else f"{text[: _MOST - 1]}…"

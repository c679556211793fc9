"""A protected block as it should be, and as it stands on a page."""

from collections.abc import Iterator
from itertools import zip_longest

from lxml import html

from manualkit.verify.piece import Fault, piece_faults, short
from manualkit.verify.protected import Block, Rendition
from manualkit.verify.seen import HEADINGS, Seen, classes, hidden, pieces
from manualkit.verify.words import even

_FORM_MARKS = frozenset({"ratings", "fields", "worksheet", "score"})
_BEHIND = frozenset({"nav", "header", "footer", "script"})


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
            yield "verify-text", f'"{short(str(part.tail).strip())}" was added.'
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
        yield from piece_faults(expected, found, rendition, path)


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

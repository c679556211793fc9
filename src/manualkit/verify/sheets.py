"""Protected text in a PDF: each block as often as it has to stand there, whole and in order."""

import dataclasses as dc
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from manualkit.verify.lines import Readable, Script
from manualkit.verify.protected import Block, Piece, Rendition, Wording
from manualkit.verify.tagged import PrintedPiece
from manualkit.verify.words import digits

_REFERENCE = "Reference"
_MOST_DIGITS = 4
_ROLES = {"p": {"P"}, "ul": {"LBody", "P"}, "ol": {"LBody", "P"}, "th": {"TH"}, "td": {"TD"}}


@dc.dataclass(frozen=True, slots=True)
class Found:
    """Where a block stands: its first piece, label and notice counted, and what is behind it."""

    start: int
    end: int


def sheet_faults(
    rendition: Rendition, needed: Mapping[str, int], pieces: Sequence[PrintedPiece]
) -> list[tuple[str, str]]:
    """Return code and message of everything protected that a PDF lacks.

    `needed` tells how often each block has to stand in it.
    """
    return list(_Sheet(rendition, pieces).faults(needed))


class _Sheet:
    """A PDF that is looked at."""

    def __init__(self, rendition: Rendition, pieces: Sequence[PrintedPiece]) -> None:
        self._rendition = rendition
        self._script = Script(rendition.language.partition("-")[0], rtl=rendition.rtl)
        read = [self._script.read(piece) for piece in pieces]
        self._pieces = [piece for piece in read if piece.role != _REFERENCE]
        self._references = [piece for piece in read if piece.role == _REFERENCE]
        self._starts: dict[str, list[int]] = defaultdict(list)
        for number, piece in enumerate(self._pieces):
            for line in piece.lines:
                for reading in line:
                    self._starts[reading[:2]].append(number)

    def faults(self, needed: Mapping[str, int]) -> Iterator[tuple[str, str]]:
        """Compare: blocks of the same words are counted together."""
        alike: dict[Block, list[str]] = defaultdict(list)
        for block in self._rendition.blocks:
            if needed.get(block.id):
                alike[dc.replace(block, id="", page="", next="")].append(block.id)
        places: dict[str, list[Found]] = {}
        for block, names in alike.items():
            found = list(self._places(block))
            places.update(dict.fromkeys(names, found))
            if len(found) < sum(needed[name] for name in names):
                message = f'The {block.lock} block "{" / ".join(names)}" {self._told(block)}'
                yield "verify-print", message
        yield from self._out_of_order(needed, places)
        for reference in self._references:
            if not self._is_page_number(reference):
                shown = " ".join(line[0] for line in reference.lines)
                yield "verify-print", f'Behind a link stands "{shown[:60]}", and no page number.'

    def _is_page_number(self, reference: Readable) -> bool:
        """Whether it has the letters of "(page 12)"; their order follows the text around it."""
        text = "".join(line[0] for line in reference.lines)
        shapes = [f"({each.replace('{page}', '')})" for each in self._rendition.see_page]
        return 1 <= len(digits(text)) <= _MOST_DIGITS and any(
            _letters(text) == _letters(self._script.even(shape)) for shape in shapes
        )

    def _out_of_order(
        self, needed: Mapping[str, int], places: Mapping[str, list[Found]]
    ) -> Iterator[tuple[str, str]]:
        for block in self._rendition.blocks:
            if not (needed.get(block.id) and needed.get(block.next) and places[block.id]):
                continue
            ends = {found.end for found in places[block.id]}
            if ends.isdisjoint(found.start for found in places[block.next]):
                message = f'Behind the safety block "{block.id}" should stand "{block.next}".'
                yield "verify-surroundings", message

    def _places(self, block: Block) -> Iterator[Found]:
        for start in self._candidates(block):
            first = self._first(block, start)
            end, done = self._match(block, start)
            if first is not None and done == len(block.pieces) and self._closed(block, end):
                yield Found(first, end)

    def _candidates(self, block: Block) -> list[int]:
        """Return the pieces at which a block may begin."""
        if not block.pieces:
            return []
        firsts = {self._script.even(each.words)[:2] for each in block.pieces[0].wordings}
        return sorted({number for first in firsts for number in self._starts.get(first, ())})

    def _first(self, block: Block, start: int) -> int | None:
        """Return where label and notice begin that have to stand above a block."""
        at, form = start, block.pieces[0].form
        if block.is_step:
            return at
        if form in {"ul", "ol"}:
            at -= 1
            if at < 0 or not self._passes(self._pieces[at], block.pieces[0], 1, []):
                return None
        if at and self._is(self._pieces[at - 1], self._rendition.notice):
            at -= 1
        elif block.lock == "safety" and self._is_in_english(block, start):
            return None
        labels = self._rendition.labels.get(block.kind, ())
        if not labels:
            return at
        return at - 1 if at and self._is(self._pieces[at - 1], labels) else None

    def _is_in_english(self, block: Block, start: int) -> bool:
        """Whether a block begins in English where readers read another language."""
        first = block.pieces[0]
        english = tuple(each for each in first.wordings if each.english)
        return self._consumed(dc.replace(first, wordings=english), start) is not None

    def _is(self, piece: Readable, wordings: Sequence[str]) -> bool:
        return any(self._script.reads(text, (piece,)) for text in wordings)

    def _closed(self, block: Block, end: int) -> bool:
        """Whether nothing follows a block in its own box, or loose below a step."""
        if end >= len(self._pieces):
            return True
        last, behind = self._pieces[end - 1], self._pieces[end]
        if block.is_step:
            return behind.group != last.group or behind.role.startswith("H")
        return behind.group != last.group

    def _match(self, block: Block, start: int) -> tuple[int, int]:
        """Return where matching ended, and how many pieces of the block are there."""
        at, item, heads = start, 0, [each for each in block.pieces if each.form == "th"]
        for done, expected in enumerate(block.pieces):
            item = item + 1 if expected.form == "ol" else 0
            while at < len(self._pieces) and self._passes(self._pieces[at], expected, item, heads):
                at += 1
            notice = done == 1 and block.is_step and at < len(self._pieces)
            at += notice and self._is(self._pieces[at], self._rendition.notice)
            end = self._consumed(expected, at)
            if end is None or (item and self._pieces[at - 1].role != "Lbl"):
                return at, done
            at = end
        return at, len(block.pieces)

    def _passes(self, piece: Readable, expected: Piece, item: int, heads: list[Piece]) -> bool:
        """Whether a piece is the mark of the item that is due, or the head of a table again."""
        if piece.role == "Lbl":
            text = "".join(line[0] for line in piece.lines)
            return expected.form == "ul" or digits(text) == str(item)
        again = piece.role == "TH" and expected.form == "td"
        return again and any(self._is(piece, [w.words for w in head.wordings]) for head in heads)

    def _consumed(self, expected: Piece, at: int) -> int | None:
        """Return the piece behind the one that is expected, which may go over several pages."""
        heading = expected.form.startswith("h")
        for count in range(1, 4):
            parts = self._pieces[at : at + count]
            roles = {part.role for part in parts}
            fits = roles == {expected.form.upper()} if heading else roles <= _ROLES[expected.form]
            if len(parts) < count or not fits:
                return None
            if any(self._shows(wording, parts, heading=heading) for wording in expected.wordings):
                return at + count
        return None

    def _shows(self, wording: Wording, parts: Sequence[Readable], *, heading: bool) -> bool:
        if self._script.reads(wording.words, parts):
            return True
        # Before the words of a step stand its minutes and its number.
        lines = parts[0].lines
        for skipped in (1, 2) if heading else ():
            extra = lines[:skipped]
            rest = dc.replace(parts[0], lines=lines[skipped:])
            if all(self._is_of_a_step(line) for line in extra) and self._script.reads(
                wording.words, (rest, *parts[1:])
            ):
                return True
        return False

    def _is_of_a_step(self, line: tuple[str, ...]) -> bool:
        shapes = [self._script.even(each).split("{count}") for each in self._rendition.minutes]
        rules = [r"\d{1,3}".join(map(re.escape, shape)) for shape in shapes]
        return any(re.fullmatch(rule, text) for rule in (r"\d{1,2}", *rules) for text in line)

    def _told(self, block: Block) -> str:
        """Tell what is wrong with a block: what of it can be found."""
        best = max((self._match(block, at)[1] for at in self._candidates(block)), default=0)
        if not block.pieces or not best:
            return "is not in this PDF, or not with its own words."
        if best == len(block.pieces):
            return "is there, but not as often as it should be, or its label or an end is wrong."
        words = block.pieces[best].wordings[0].words
        return f'is not whole: "{words[:60]}" should follow.'


def _letters(text: str) -> list[str]:
    return sorted(each for each in text if not each.isdigit() and not each.isspace())

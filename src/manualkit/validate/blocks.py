"""Pieces of a page → blocks."""

import dataclasses as dc
import re

from manualkit.model.attributes import Attributes, parse_attributes
from manualkit.model.block import Block, Kind, Lock
from manualkit.model.finding import Finding, Location, did_you_mean
from manualkit.model.raw import RawPiece

_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_MOST_MINUTES = 180
_STEP_LEVELS = (2, 3)
_OPTIONS = {
    Kind.STEP: ("minutes",),
    Kind.SCENE: ("picture", "part", "point"),
    Kind.PICTURE: ("picture",),
    Kind.STORY: ("case_study", "part"),
    Kind.OBSERVER_CARD: ("items",),
}
_NEEDED = {
    Kind.SCENE: ("part", "point"),
    Kind.PICTURE: ("picture",),
    Kind.STORY: ("case_study", "part"),
    Kind.OBSERVER_CARD: ("items",),
}
_FORM_MARKS = ("ratings", "fields", "worksheet", "score")
_NO_TEXT = (Kind.PICTURE, Kind.STORY)


@dc.dataclass(slots=True)
class BlockReader:
    """Turns the pieces of one page into blocks and gathers the findings."""

    file: str
    blocks: list[Block] = dc.field(default_factory=list)
    findings: list[Finding] = dc.field(default_factory=list)
    open_step: bool = False
    """Whether loose text may follow: right below a step's head."""
    whole: bool = True
    """False where a block could not be read."""

    def read(self, piece: RawPiece) -> None:
        """Add the block of one piece."""
        where = Location(self.file, piece.line)
        if piece.form == "text":
            self._loose(piece, where)
        elif piece.form == "head":
            self._step(piece, where)
        else:
            self._fence(piece, where)

    def fault(self, code: str, where: Location, message: str, hint: str) -> None:
        """Note a finding."""
        self.findings.append(Finding(code, where, message, hint))

    def _loose(self, piece: RawPiece, where: Location) -> None:
        if not self.open_step:
            self.fault(
                "loose-text",
                where,
                "This text is in no fence and not right below a step's head.",
                "Put it in a fence (::: note {#an-id} … :::) or under a heading with an id.",
            )
            return
        self.blocks[-1] = dc.replace(self.blocks[-1], text=piece.text, text_line=piece.line)
        self.open_step = False

    def _step(self, piece: RawPiece, where: Location) -> None:
        if piece.level not in _STEP_LEVELS:
            self.fault(
                "heading-level",
                where,
                f'"{piece.text}" is a heading of level {piece.level}.',
                "Use ## for a step and ### inside it; the title of the page stands in its head.",
            )
        block = self._block(Kind.STEP, piece, where)
        self.blocks.append(dc.replace(block, title=piece.text, text="", level=piece.level))
        self.open_step = True

    def _fence(self, piece: RawPiece, where: Location) -> None:
        self.open_step = False
        kinds = [kind.value for kind in Kind if kind is not Kind.STEP]
        if piece.kind not in kinds:
            hint = did_you_mean(piece.kind, kinds, f"Kinds: {', '.join(kinds)}.")
            self.fault("unknown-kind", where, f'"{piece.kind}" is not a kind of block.', hint)
            self.whole = False
            return
        block = self._block(Kind(piece.kind), piece, where)
        if bool(block.text.strip()) is (block.kind in _NO_TEXT):
            state = "holds no text" if block.kind not in _NO_TEXT else "may not hold text"
            self.fault("fence-text", where, f"This {piece.kind} {state}.", "Mend or remove it.")
        self.blocks.append(block)

    def _block(self, kind: Kind, piece: RawPiece, where: Location) -> Block:
        braces = parse_attributes(piece.braces)
        self._check_id(braces, kind, where)
        if braces.rest:
            hint = 'Write {#an-id .core key=value}; a value with spaces stands in "quotes".'
            self.fault("bad-braces", where, f'"{braces.rest}" cannot be read.', hint)
        options = dict(braces.options)
        minutes = self._minutes(options.pop("minutes", None), kind, where)
        self._check_options(options, kind, where)
        return Block(
            id=braces.id,
            kind=kind,
            text=piece.text,
            location=where,
            text_line=piece.text_line,
            lock=self._lock(braces, kind, where),
            minutes=minutes,
            options=options | self._form_mark(braces, kind),
        )

    def _check_id(self, braces: Attributes, kind: Kind, where: Location) -> None:
        self.whole = self.whole and bool(_ID.fullmatch(braces.id))
        if not braces.id:
            hint = f"Write {{#an-id}} behind the {'heading' if kind is Kind.STEP else 'kind'}."
            self.fault("id-missing", where, "This block has no id.", hint)
        elif not _ID.fullmatch(braces.id):
            hint = "Use small letters, digits and hyphens."
            self.fault("bad-id", where, f'"{braces.id}" is not an id.', hint)

    def _minutes(self, value: str | None, kind: Kind, where: Location) -> int | None:
        if value is None:
            return None
        digits = kind is Kind.STEP and value.isascii() and value.isdigit() and len(value) <= 3  # noqa: PLR2004
        if digits and 1 <= int(value) <= _MOST_MINUTES:
            return int(value)
        hint = f"Give a step a whole number from 1 to {_MOST_MINUTES}: {{#an-id minutes=10}}."
        self.fault("bad-minutes", where, f'minutes="{value}" cannot be used here.', hint)
        return None

    def _check_options(self, options: dict[str, str], kind: Kind, where: Location) -> None:
        allowed = _OPTIONS.get(kind, ())
        for name in options:
            if name not in allowed:
                keys = f"Keys allowed here: {', '.join(allowed) or 'none'}."
                hint = did_you_mean(name, allowed, keys)
                self.fault("unknown-option", where, f'"{name}" is not known here.', hint)
        for name in _NEEDED.get(kind, ()):
            if name not in options:
                hint = f"Add {name}=… between the braces."
                self.fault("option-missing", where, f'A {kind} needs "{name}".', hint)

    def _lock(self, braces: Attributes, kind: Kind, where: Location) -> Lock:
        locks = [mark for mark in braces.marks if mark in (Lock.CORE, Lock.SAFETY)]
        known = (*locks, *(_FORM_MARKS if kind is Kind.FORM else ()))
        for mark in braces.marks:
            if mark not in known:
                hint = did_you_mean(mark, ("core", "safety"), "Marks: .core, .safety.")
                self.fault("unknown-mark", where, f'".{mark}" is not a mark.', hint)
        if kind is Kind.SAFETY and locks != [Lock.SAFETY]:
            hint = "Write ::: safety {#an-id .safety}."
            self.fault("safety-unlocked", where, "A safety block must carry .safety.", hint)
        if kind is Kind.OBSERVER_CARD and locks:
            message = "An observer's card cannot be locked: its lines come from the item bank."
            self.fault("observer-locked", where, message, "Take the mark away.")
        return Lock(max(locks)) if locks else Lock.ADAPTABLE  # "safety" is more than "core"

    def _form_mark(self, braces: Attributes, kind: Kind) -> dict[str, str]:
        marks = [mark for mark in braces.marks if mark in _FORM_MARKS]
        return {"form": marks[0]} if kind is Kind.FORM and marks else {}

"""Protected text, written down: what every core and safety block of a rendition has to be."""

import dataclasses as dc
import json
from collections.abc import Mapping, Sequence
from typing import Any, Self

_FORM = 2


@dc.dataclass(frozen=True, slots=True)
class Value:
    """A fact that stands in a text."""

    shown: str
    ltr: bool
    """Whether it must be marked as reading from left to right."""


@dc.dataclass(frozen=True, slots=True)
class Wording:
    """A text that may stand in a place, as a reader sees it."""

    words: str
    values: tuple[Value, ...] = ()
    """Its facts, in order."""
    english: bool = False
    """Whether it is English in a rendition of another language."""


@dc.dataclass(frozen=True, slots=True)
class Piece:
    """A heading, a paragraph, an item or a cell."""

    form: str
    """`h2`, `h3`, `p`, `ul` and `ol` (an item of such a list), `th`, `td`."""
    wordings: tuple[Wording, ...]
    """What may stand there; more than one only where a translation is of doubtful use."""
    links: tuple[str, ...] = ()
    """Pages that it leads to, in order of the English."""


@dc.dataclass(frozen=True, slots=True)
class Block:
    """A core or safety block."""

    id: str
    kind: str
    lock: str
    page: str
    """Path of the core page that it stands on."""
    pieces: tuple[Piece, ...]
    picture: bool = False
    """Whether it carries a picture of its own."""
    next: str = ""
    """For a safety block, the id of the safety block that follows right behind it."""

    @property
    def is_step(self) -> bool:
        """Whether it is a heading, with the text below it."""
        return self.kind == "step"


@dc.dataclass(frozen=True, slots=True)
class Rendition:
    """What has to stand in one edition in one language."""

    edition: str
    language: str
    rtl: bool
    blocks: tuple[Block, ...]
    core_ids: tuple[str, ...]
    """Ids of all blocks of the core, protected or not."""
    labels: Mapping[str, tuple[str, ...]]
    """The words above a block of a kind."""
    minutes: tuple[str, ...]
    """The words behind the head of a step, with `{count}`."""
    notice: tuple[str, ...]
    """The notice in a safety block that stands in English."""
    numbers: tuple[str, ...]
    """Digits of all numbers that may be called."""
    see_page: tuple[str, ...] = ()
    """What may follow a link on paper, in brackets, with `{page}`."""

    @property
    def name(self) -> str:
        """Edition and language, as in a path."""
        return f"{self.edition}/{self.language}"

    @property
    def english(self) -> bool:
        """Whether it is in the language that the manual is written in."""
        return self.language.partition("-")[0] == "en"

    def find(self, block_id: str) -> Block | None:
        """Return a block by its id."""
        return next((block for block in self.blocks if block.id == block_id), None)


@dc.dataclass(frozen=True, slots=True)
class Protection:
    """The protected text of the whole project."""

    renditions: tuple[Rendition, ...]
    whole: bool = True
    """Whether these are all renditions that may be published."""

    def to_json(self) -> str:
        """Return it as text that can be kept."""
        data = {"form": _FORM, "renditions": [dc.asdict(each) for each in self.renditions]}
        return json.dumps(data, ensure_ascii=False, indent=1) + "\n"

    @classmethod
    def from_json(cls, text: str) -> Self:
        """Read what `to_json` wrote.

        Raises:
            ValueError: it is something else.
        """
        try:
            data = json.loads(text)
            if data["form"] != _FORM:
                raise ValueError(f"its form is {data['form']}, not {_FORM}")
            return cls(tuple(_rendition(each) for each in data["renditions"]))
        except (KeyError, TypeError) as error:
            raise ValueError(f"it is no manifest of protected text: {error!r}") from error


def _rendition(data: Mapping[str, Any]) -> Rendition:
    labels = {kind: tuple(words) for kind, words in data["labels"].items()}
    names = ("core_ids", "minutes", "notice", "see_page", "numbers")
    lists = {name: tuple(data[name]) for name in names}
    blocks = tuple(_block(each) for each in data["blocks"])
    return Rendition(**{**data, **lists, "labels": labels, "blocks": blocks})


def _block(data: Mapping[str, Any]) -> Block:
    return Block(**{**data, "pieces": tuple(_piece(each) for each in data["pieces"])})


def _piece(data: Mapping[str, Any]) -> Piece:
    return Piece(data["form"], _wordings(data["wordings"]), tuple(data["links"]))


def _wordings(data: Sequence[Mapping[str, Any]]) -> tuple[Wording, ...]:
    return tuple(
        Wording(each["words"], tuple(Value(**value) for value in each["values"]), each["english"])
        for each in data
    )

"""Blocks: the smallest addressable pieces of the manual."""

import dataclasses as dc
from collections.abc import Mapping
from enum import StrEnum

from manualkit.model.digest import text_digest
from manualkit.model.finding import Location


class Kind(StrEnum):
    """What a block is for; each kind looks different in print without colour."""

    STEP = "step"
    OBJECTIVE = "objective"
    MATERIALS = "materials"
    SAY = "say"
    DO = "do"
    ASK = "ask"
    LISTEN_FOR = "listen-for"
    EXPLAIN = "explain"
    TIP = "tip"
    IF_DIFFICULT = "if-difficult"
    EXAMPLE = "example"
    SCENE = "scene"
    PRACTICE = "practice"
    SAFETY = "safety"
    NOTE = "note"
    PICTURE = "picture"
    STORY = "story"
    FORM = "form"
    PERSON_CARD = "person-card"
    """Of a role-play: who is played, and how."""
    HELPER_CARD = "helper-card"
    OBSERVER_CARD = "observer-card"
    TALK_CARD = "talk-card"
    """What is talked about when the role-play is over."""


class Lock(StrEnum):
    """Who may change a block."""

    CORE = "core"
    """No context may change its text or leave it out."""
    SAFETY = "safety"
    """As core, and it stands in every rendition, and nothing is added around it."""
    ADAPTABLE = "adaptable"
    """A context may change it, with a reason."""


@dc.dataclass(frozen=True, slots=True)
class Block:
    """The smallest addressable piece of the core: an id, a kind, a text."""

    id: str
    kind: Kind
    text: str
    """Markdown, as typed, without the fence; for a step the loose text below its head."""
    location: Location
    text_line: int = 0
    """Line of the file that the text begins at."""
    lock: Lock = Lock.ADAPTABLE
    title: str = ""
    """A step's heading; empty for the other kinds."""
    level: int = 2
    """A step's heading level."""
    minutes: int | None = None
    options: Mapping[str, str] = dc.field(default_factory=dict)
    """What else stood in the braces: `picture`, `part`, `point`, `case_study`."""
    change: str = ""
    """Id of the change that wrote this text; empty for core text."""
    copy_of: str = ""
    """Id of the block that this is a copy of (`repeat`, `spread`); its words are the same."""
    written_on: str = ""
    """Page that the text was written on, where that is another one: its links start there."""

    @property
    def locked(self) -> bool:
        """Whether no context may change this block."""
        return self.lock is not Lock.ADAPTABLE

    @property
    def text_location(self) -> Location:
        """Where the text stands (`location` is where the block's head stands)."""
        return Location(self.location.file, self.text_line or self.location.line)

    @property
    def digest(self) -> str:
        """Hash of title and text: what an approval or a change is bound to."""
        return text_digest(f"{self.title}\n{self.text}")

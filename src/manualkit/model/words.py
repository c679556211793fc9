"""How far a language has come, in words: per edition and folder."""

import dataclasses as dc
from collections.abc import Iterable, Mapping

from manualkit.model.message_state import MessageState

OTHER = "other pages"
INTERFACE = "interface"
"""What stands around the pages: labels, names of sections, titles of editions."""
_ORDER = (
    "safety",
    "group",
    "individual",
    "helping-skills",
    "case-studies",
    "handouts",
    "checklists",
    "training",
    "supervision",
)
_LAST = (OTHER, INTERFACE)


@dc.dataclass(frozen=True, slots=True)
class FolderWords:
    """The English words of a folder of an edition, by the state of their translation."""

    edition: str
    language: str
    folder: str
    words: Mapping[MessageState, int]

    @property
    def total(self) -> int:
        """All words; each text counts once."""
        return sum(self.words.values())

    @property
    def translated(self) -> int:
        """The words that readers see in their language."""
        return sum(count for state, count in self.words.items() if state.shown)

    @property
    def percent(self) -> int:
        """Whole percent of what is translated, rounded down: 100 means all."""
        return 100 if self.total == 0 else self.translated * 100 // self.total


def folder_of(page: str) -> str:
    """Return the folder of a page, or what stands for one."""
    if not page:
        return INTERFACE
    folder, slash, _ = page.partition("/")
    return folder if slash else OTHER


def in_order(folders: Iterable[str]) -> list[str]:
    """Return folders in their order: safety first, what stands around the pages last."""

    def place(folder: str) -> tuple[int, str]:
        if folder in _LAST:
            return len(_ORDER) + 1 + _LAST.index(folder), ""
        return (_ORDER.index(folder), "") if folder in _ORDER else (len(_ORDER), folder)

    return sorted(set(folders), key=place)

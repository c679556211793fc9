"""Bring new and changed English texts into a catalogue, and lose no translation."""

import dataclasses as dc
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from pathlib import Path

import polib
from rapidfuzz import fuzz, process

from manualkit.catalogue.bare import bare_entry
from manualkit.catalogue.catalogue import SAFETY
from manualkit.catalogue.entries import parsed
from manualkit.catalogue.form_entries import FormEntries
from manualkit.catalogue.pofile import write
from manualkit.model.language import Language
from manualkit.model.rendition import Message

_NEAR = 75
"""Likeness in percent from which an old translation is offered for a changed text (measured)."""

_SAFETY_HEADER = """Safety text: what a helper says and does when a life may be in danger.
Two people write and check it, a speaker of the language and a clinician. Never use a machine.
An empty translation is right until then: readers see the English text, with a notice.
A text is shown only after both have approved it: manualkit approve EDITION --lang LANG --safety
The sample manual leaves this file empty on purpose."""


Note = Callable[[str], str]
"""English text → what a translator must know of its words, or nothing."""


@dc.dataclass(frozen=True, slots=True)
class UpdateCounts:
    """What an update did."""

    kept: int = 0
    """Texts that were there before."""
    new: int = 0
    """Texts without any translation to start from."""
    fuzzy: int = 0
    """Changed texts that were given a near one's translation, to be looked at."""
    obsolete: int = 0
    """Translations whose text is no longer there; kept at the end of the file."""
    forms: int = 0
    """Gendered forms of these texts in the file."""
    written: bool = False
    """Whether the file changed."""


def update(
    path: Path,
    messages: Iterable[Message],
    language: Language,
    *,
    beside: Iterable[Path] = (),
    note: Note = lambda _text: "",
) -> UpdateCounts:
    """Rewrite the catalogue `path` so that it holds exactly `messages`, in their order.

    `beside` are the catalogues of the core and of the adaptations that the edition extends: what
    they hold, its own does not repeat. `note` tells what the words of the context are called.
    """
    files = tuple(beside)
    others: dict[str, polib.POEntry] = {}
    for other in files:
        others |= _in_use(_entries(other))
    source = _Source(path, others, FormEntries(path, files))
    return _updated(source, messages, language, note)


def update_safety(folder: Path, messages: Iterable[Message], language: Language) -> UpdateCounts:
    """Rewrite `safety.po` of a language's folder: the safety text of all editions, each once."""
    path = folder / f"{SAFETY}.po"
    return _updated(_Source(path, {}, FormEntries(path)), dict.fromkeys(messages), language)


@dc.dataclass(frozen=True, slots=True)
class _Source:
    """What is there already."""

    path: Path
    others: Mapping[str, polib.POEntry]
    """What the files beside it hold, so that it need not."""
    forms: FormEntries


def _updated(
    source: _Source,
    messages: Iterable[Message],
    language: Language,
    note: Note = lambda _text: "",
) -> UpdateCounts:
    old, asked = _entries(source.path), _by_text(messages)
    wanted = asked.keys() - source.others.keys()
    near = _Near({**source.others, **old})
    entries: list[polib.POEntry] = []
    lines: list[polib.POEntry] = []
    for text, group in asked.items():
        entry = bare_entry(group, note(text))
        if text in wanted:
            _translate(entry, old.get(text), near)
            entries.append(entry)
            lines.append(entry)
        # A form may stand in an edition's file though the neutral text is the core's.
        lines += source.forms.behind(entry, fresh=text not in old)
    gone = list(_gone(source.forms, old, asked.keys(), wanted))
    header = _SAFETY_HEADER if source.path.stem == SAFETY else ""
    return dc.replace(
        _counted(entries, old),
        forms=len(lines) - len(entries),
        obsolete=len(gone),
        written=write(source.path, language, [*lines, *gone], header),
    )


def _counted(entries: Iterable[polib.POEntry], old: Mapping[str, polib.POEntry]) -> UpdateCounts:
    fresh = [entry for entry in entries if entry.msgid not in old]
    kept = [entry for entry in entries if entry.msgid in old]
    return UpdateCounts(
        kept=len(kept),
        new=sum(not entry.msgstr for entry in fresh),
        fuzzy=sum(bool(entry.msgstr) for entry in fresh),
    )


def _gone(
    forms: FormEntries,
    old: Mapping[str, polib.POEntry],
    asked: Collection[str],
    wanted: Collection[str],
) -> Iterator[polib.POEntry]:
    """Yield what is translated and no longer asked for, each text with its forms behind it."""
    neutral = {text: entry for text, entry in old.items() if text not in wanted}
    others = forms.without(asked)
    for text in dict.fromkeys((*neutral, *others)):
        if text in neutral and neutral[text].msgstr:
            yield _retired(neutral[text])
        yield from map(_retired, others.get(text, ()))


class _Near:
    """Finds the translation of the most alike English text."""

    def __init__(self, entries: Mapping[str, polib.POEntry]) -> None:
        self._entries = {
            text: entry for text, entry in entries.items() if entry.msgstr and not entry.fuzzy
        }
        self._texts = list(self._entries)

    def find(self, text: str) -> polib.POEntry | None:
        """Return the entry, if one is near enough."""
        best = process.extractOne(text, self._texts, scorer=fuzz.ratio, score_cutoff=_NEAR)
        return None if best is None else self._entries[best[0]]


def _translate(entry: polib.POEntry, old: polib.POEntry | None, near: _Near) -> None:
    """Give an entry its translation, or that of the most alike text, to be looked at."""
    source = old or near.find(entry.msgid)
    if source is None:
        return
    entry.msgstr, entry.tcomment = source.msgstr, source.tcomment
    if old is None:
        entry.previous_msgid = source.msgid
        entry.flags.insert(0, "fuzzy")
    elif old.fuzzy:
        entry.previous_msgid = old.previous_msgid
        entry.flags.insert(0, "fuzzy")


def _retired(entry: polib.POEntry) -> polib.POEntry:
    retired = polib.POEntry(
        msgid=entry.msgid, msgctxt=entry.msgctxt, msgstr=entry.msgstr, tcomment=entry.tcomment
    )
    retired.obsolete = True
    retired.flags = list(entry.flags)
    return retired


def _by_text(messages: Iterable[Message]) -> dict[str, list[Message]]:
    groups: dict[str, list[Message]] = {}
    for message in messages:
        groups.setdefault(message.text, []).append(message)
    return groups


def _entries(path: Path) -> dict[str, polib.POEntry]:
    return {entry.msgid: entry for entry in parsed(path) if not entry.msgctxt}


def _in_use(entries: Mapping[str, polib.POEntry]) -> dict[str, polib.POEntry]:
    return {text: entry for text, entry in entries.items() if not entry.obsolete}

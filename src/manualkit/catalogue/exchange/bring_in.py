"""Bring messages that came back into the catalogues."""

from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

import polib

from manualkit.catalogue.entries import parse
from manualkit.catalogue.exchange.decide import Decision, Outcome, decide
from manualkit.catalogue.exchange.remarks import with_remarks
from manualkit.catalogue.exchange.returned import Returned
from manualkit.catalogue.exchange.splice import write_changed
from manualkit.catalogue.exchange.units import Key, key_of
from manualkit.model.finding import Finding


def bring_in(
    root: Path, came: Iterable[Returned], today: date, *, dry_run: bool = False
) -> list[Decision]:
    """Decide on each message, and write those that are taken. Nothing else of a file changes."""
    by_file: dict[str, list[Returned]] = {}
    for one in came:
        by_file.setdefault(one.key.file, []).append(one)
    decisions: list[Decision] = []
    for file, group in by_file.items():
        path = root / file
        if path.is_file():
            decisions += _file(path, group, today, dry_run=dry_run)
        else:
            decisions += _foreign(group)
    return decisions


def _file(path: Path, group: list[Returned], today: date, *, dry_run: bool) -> Iterator[Decision]:
    whole = parse(path)
    language = path.parent.name
    entries = {key_of(entry, language, path.stem): entry for entry in whole if not entry.obsolete}
    decided: dict[Key, Decision] = {}
    changed: list[polib.POEntry] = []
    for one in group:
        if one.key in decided:
            yield _twice(one)
            continue
        entry = entries.get(one.key)
        decision = decided[one.key] = decide(one, entry, today)
        if decision.outcome is Outcome.TAKEN and entry is not None:
            before = (entry.msgstr, list(entry.flags), entry.tcomment)
            _apply(decision, entry)
            if before == (entry.msgstr, entry.flags, entry.tcomment):
                decision = Decision(one.key, Outcome.UNCHANGED)
            else:
                changed.append(entry)
        yield decision
    if changed and not dry_run:
        write_changed(path, whole, changed)


def _apply(decision: Decision, entry: polib.POEntry) -> None:
    entry.msgstr = decision.translation
    entry.tcomment = with_remarks(entry.tcomment, decision.remarks)
    if decision.unsure and not entry.fuzzy:
        entry.flags.insert(0, "fuzzy")
    elif not decision.unsure and entry.fuzzy:
        entry.flags.remove("fuzzy")
        entry.previous_msgid = entry.previous_msgctxt = None


def _twice(one: Returned) -> Decision:
    message = f'The message "{one.key}" stands twice in this file; the first one counts.'
    hint = "Keep one of the two, and import the file again."
    finding = Finding("exchange-twice", one.where, message, hint)
    return Decision(one.key, Outcome.REFUSED, (finding,))


def _foreign(group: list[Returned]) -> Iterator[Decision]:
    """Refuse what is for a catalogue that this project does not have; say so once."""
    for index, one in enumerate(group):
        message = f"This project has no catalogue {one.key.file}, for which these messages are."
        hint = "Look whether the file is this project's, or begin the language first."
        finding = Finding("exchange-foreign", one.where, message, hint)
        yield Decision(one.key, Outcome.REFUSED, (finding,) if index == 0 else ())

"""Changes beside the core: word by word for people, with marks that need no colour, and as JSON."""

import dataclasses as dc
import json
import re
from collections.abc import Iterable, Sequence

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from manualkit.adaptor.comparison import Comparison, State
from manualkit.adaptor.words import PARAGRAPH, Piece
from manualkit.report.findings import visible

_MARKS = {"gone": ("[-", "-]"), "new": ("{+", "+}")}
_STYLES = {"gone": "red", "new": "green"}
STATE_STYLES = {
    State.FITS: "green",
    State.STALE: "yellow",
    State.NOT_STAMPED: "cyan",
    State.CONFLICT: "red",
    State.OBSOLETE: "magenta",
}
_SOFT_BREAK = re.compile(r"(?<!\n)\r?\n(?!\n|[|>*+-]|\d+[.)])")
"""A line that ends where the paragraph goes on."""
_LONG, _SHOWN = 40, 12
LEGEND = "[-words-] are gone, {+words+} are new."


def comparisons_as_json(comparisons: Iterable[Comparison]) -> str:
    """Return changes beside the core as JSON, for machines."""
    return json.dumps([_plain(c) for c in comparisons], ensure_ascii=False, indent=1)


def _plain(comparison: Comparison) -> dict[str, object]:
    suggestion = comparison.suggestion
    return {
        "edition": comparison.edition,
        "id": comparison.id,
        "action": comparison.action,
        "target": comparison.name,
        "file": comparison.where.file,
        "line": comparison.where.line,
        "state": comparison.state.value,
        "summary": comparison.summary,
        "note": comparison.note,
        "core_then": comparison.then,
        "core_now": comparison.now.text if comparison.now else None,
        "yours": comparison.yours,
        "core_change": [dc.asdict(piece) for piece in comparison.core_change],
        "difference": [dc.asdict(piece) for piece in comparison.difference],
        "suggestion": dc.asdict(suggestion) if suggestion else None,
    }


def print_comparison(comparison: Comparison, console: Console) -> None:
    """Print a change: core and yours, or, if it is stale, core then, core now, yours and more."""
    head = Text(f"{comparison.id}", style="bold")
    head.append(f"  {comparison.state}", style=STATE_STYLES[comparison.state])
    head.append(f"  {_what(comparison)}  ({comparison.where})", style="dim")
    console.print(head, soft_wrap=True)
    console.print(Text(f"  {visible(comparison.summary)}"), soft_wrap=True)
    if comparison.note:
        console.print(Text(f"  {visible(comparison.note)}"), soft_wrap=True)
    if comparison.state is State.STALE:
        _print_stale(comparison, console)
    elif comparison.now is not None or comparison.yours:
        _print_pair(comparison, console)
    console.print()


def _what(comparison: Comparison) -> str:
    named = comparison.name.startswith(comparison.action)
    return comparison.name if named else f"{comparison.action} {comparison.name}"


def _print_pair(comparison: Comparison, console: Console) -> None:
    if comparison.now is not None:
        _print_part("Core", _text(comparison.now.text), console)
    if comparison.yours:
        _print_part("Yours", _text(comparison.yours), console)
    if comparison.now is not None and comparison.action in ("replace", "picture", "term"):
        _print_part("From the core to yours", marked(comparison.difference), console)


def _print_stale(comparison: Comparison, console: Console) -> None:
    edition, change = comparison.edition, comparison.id
    if comparison.then is None:
        words = "This text was not kept, or somebody has changed the kept file."
        _print_part("Core then", Text(words, style="dim"), console)
    else:
        _print_part("Core then", _text(comparison.then), console)
    _print_part("Core now", _text(comparison.now.text if comparison.now else ""), console)
    if comparison.core_change:
        _print_part("What changed in the core", marked(comparison.core_change), console)
    _print_part("Yours", _text(comparison.yours or "(leaves the block out)"), console)
    _print_suggestion(comparison, console)
    line = f"  If your text holds as it is:  manualkit accept {edition} {change}"
    console.print(Text(line, style="bold"), soft_wrap=True)


def _print_suggestion(comparison: Comparison, console: Console) -> None:
    suggestion = comparison.suggestion
    if suggestion is None:
        _print_part("Suggestion", Text(_why_none(comparison)), console)
        return
    if suggestion.clean:
        _print_part("Suggestion: the core's change in your text", _text(suggestion.text), console)
        command = f"manualkit accept {comparison.edition} {comparison.id} --suggestion"
        console.print(Text(f"  To take this suggestion:  {command}", style="bold"), soft_wrap=True)
        return
    lines = [f"{n}. {conflict}" for n, conflict in enumerate(suggestion.conflicts, 1)]
    title = "No suggestion: you and the core have changed the same words. Mend your text by hand."
    _print_part(title, Text(visible_lines("\n".join(lines))), console)


def _why_none(comparison: Comparison) -> str:
    if comparison.then is None:
        return "None: without the core text of then nobody can tell what changed."
    if comparison.language:
        return "None: your text is in another language. Compare by hand."
    if comparison.action.startswith("add-"):
        return "None is needed: your text stands beside the core's. Does it still fit there?"
    if comparison.action != "replace":
        return "None: look at what changed in the core, and mend yours by hand if you must."
    return "None: your text shares too few words with the core's. Mend it by hand if you must."


def _print_part(title: str, text: Text, console: Console) -> None:
    console.print(Text(f"  {title}", style="bold"))
    console.print(Padding(text, (0, 0, 0, 4)))


def marked(pieces: Sequence[Piece]) -> Text:
    """Return words that are gone and new with marks and colours; what is long and same is cut."""
    text = Text()
    for number, piece in enumerate(pieces):
        words = visible_lines(piece.text)
        if piece.change == "same":
            edges = (number == 0, number == len(pieces) - 1)
            text.append(_shortened(words, first=edges[0], last=edges[1]))
        else:
            before, after = _MARKS[piece.change]
            # The end of a paragraph alone is marked too.
            bare = words.strip() or PARAGRAPH
            start, _, end = words.partition(bare)
            text.append(start if bare in words else "")
            text.append(f"{before}{bare}{after}", style=_STYLES[piece.change])
            text.append(end if bare in words else words)
    return text


def _shortened(text: str, *, first: bool, last: bool) -> str:
    words = text.split(" ")
    if len(words) <= _LONG:
        return text
    start = [] if first else words[:_SHOWN]
    end = [] if last else words[-_SHOWN:]
    return " ".join([*start, "…", *end])


def visible_lines(text: str) -> str:
    """Return the text as it is read: a line for each paragraph, list item and row of a table.

    What could play tricks on a screen is a dot.
    """
    joined = _SOFT_BREAK.sub(" ", re.sub(r"\s*\n\s*\n\s*", "\n\n", text))
    return "\n".join(visible(line) for line in joined.replace("\n\n", "\n").split("\n"))


def _text(text: str) -> Text:
    return Text(visible_lines(text))

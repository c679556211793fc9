"""Put changed entries into a PO file; every other byte of it stays as it is."""

from collections.abc import Iterable
from pathlib import Path

import polib

from manualkit.store import write_if_changed

_WIDTH = 78


def write_changed(path: Path, whole: polib.POFile, changed: Iterable[polib.POEntry]) -> None:
    """Write the entries of `whole` that have changed; `whole` was parsed from `path`."""
    text = path.read_bytes().decode()
    end = "\r\n" if "\r\n" in text else "\n"
    lines = text.replace("\r\n", "\n").split("\n")
    # From the last to the first, so that the numbers of the lines before stay right.
    for entry in sorted(changed, key=lambda entry: entry.linenum or 0, reverse=True):
        first = last = (entry.linenum or 1) - 1
        while first > 0 and lines[first - 1].strip():
            first -= 1
        while last + 1 < len(lines) and lines[last + 1].strip():
            last += 1
        lines[first : last + 1] = entry.__unicode__(wrapwidth=_WIDTH).strip("\n").split("\n")
    spliced = end.join(lines)
    if not _says(spliced, whole):
        # The file is laid out in a way of its own: it is written anew as a whole.
        whole.wrapwidth = _WIDTH
        spliced = f"{whole}".rstrip("\n") + "\n"
    write_if_changed(path, spliced.encode())


def _says(text: str, whole: polib.POFile) -> bool:
    """Whether a text holds exactly these entries."""
    try:
        parsed = polib.pofile(text, wrapwidth=0)
    except (OSError, ValueError):
        return False
    return [_plain(entry) for entry in parsed] == [_plain(entry) for entry in whole]


def _plain(entry: polib.POEntry) -> tuple[object, ...]:
    return (
        entry.msgctxt, entry.msgid, entry.msgstr, entry.tcomment, entry.comment, entry.flags,
        entry.obsolete, entry.previous_msgid, sorted(entry.msgstr_plural.items()),
    )  # fmt: skip

"""An entry more in a list of `terms.yml` or `contacts.yml`; comments and line ends stay."""

import re
from collections.abc import Sequence

import yaml

_TOP = re.compile(r"[^\s#-]")
_ITEM = re.compile(r"( *)- ")


def with_entry(content: bytes, key: str, entry: Sequence[str]) -> bytes | None:
    """Return the file with an entry at the end of its list `key`, which is made if it is not there.

    `entry` holds `key: value` lines. None where the list is written in a way that cannot be
    continued, such as `terms: [{…}]`.
    """
    text = content.decode()
    ending = "\r\n" if "\r\n" in text else "\n"
    lines = text.replace("\r\n", "\n").rstrip("\n").split("\n") if text.strip() else []
    added = _added(lines, key, entry)
    result = ending.join([*added, ""])
    return result.encode() if _one_more(text, result, key) else None


def _added(lines: list[str], key: str, entry: Sequence[str]) -> list[str]:
    head = next((n for n, line in enumerate(lines) if re.match(rf"{key}[ \t]*:", line)), None)
    if head is None:
        return [*lines, f"{key}:", *_indented(entry, "  ")]
    opened = re.sub(r"\[[ \t]*\]", "", lines[head]).rstrip()
    end = next((n for n in range(head + 1, len(lines)) if _TOP.match(lines[n])), len(lines))
    items = [found[1] for line in lines[head + 1 : end] if (found := _ITEM.match(line))]
    while items and not _says_something(lines[end - 1]):
        end -= 1
    if not items:
        end = head + 1
    gap = [""] if items else []
    new = _indented(entry, items[0] if items else "  ")
    return [*lines[:head], opened, *lines[head + 1 : end], *gap, *new, *lines[end:]]


def _says_something(line: str) -> bool:
    return bool(line.strip()) and not line.lstrip().startswith("#")


def _indented(entry: Sequence[str], indent: str) -> list[str]:
    return [f"{indent}{'- ' if not number else '  '}{line}" for number, line in enumerate(entry)]


def _one_more(before: str, after: str, key: str) -> bool:
    """Whether the list has one entry more, and all else is as it was."""
    try:
        old, new = (yaml.load(text, yaml.BaseLoader) or {} for text in (before, after))  # noqa: S506
    except yaml.YAMLError:
        return False
    # An empty list without brackets is read as an empty text.
    kept = list(old.get(key) or [])
    others = {name: value for name, value in old.items() if name != key}
    return bool(new.get(key, [])[:-1] == kept) and others == {
        name: value for name, value in new.items() if name != key
    }

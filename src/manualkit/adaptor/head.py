"""One line of a file, or the text below a change's head; every other byte of the file stays."""

import io
import re
from collections.abc import Iterable

_VALUE = r"(?P<gap>[ \t]*)(?P<value>\"[^\"]*\"|'[^']*'|[^\s#]*)(?P<rest>.*)$"


def stamped(content: bytes, base: str) -> bytes:
    """Return a change file with this base in its head: the line is changed, or added at the end."""
    lines = _lines(content)
    end = _head_end(lines)
    if not _set(lines, range(1, end), "base", base):
        lines.insert(end, f'base: "{base}"{_split(lines[end - 1])[1]}')
    return "".join(lines).encode()


def with_value(content: bytes, key: str, value: str) -> bytes:
    """Return a YAML file with another value behind a key that stands at the start of a line."""
    lines = _lines(content)
    _set(lines, range(len(lines)), key, value)
    return "".join(lines).encode()


def _set(lines: list[str], where: Iterable[int], key: str, value: str) -> bool:
    """Write a value in its line. Return whether the line is there."""
    pattern = re.compile(rf"^{key}[ \t]*:{_VALUE}")
    for number in where:
        line, ending = _split(lines[number])
        if found := pattern.match(line):
            lines[number] = f'{key}:{found["gap"] or " "}"{value}"{found["rest"]}{ending}'
            return True
    return False


def with_text(content: bytes, text: str) -> bytes:
    """Return a change file with another text below its head, with the file's own line ends."""
    lines = _lines(content)
    end = _head_end(lines)
    line, ending = _split(lines[end])
    ending = ending or "\n"
    body = [f"{one}{ending}" for one in text.strip("\n").split("\n")]
    return "".join([*lines[:end], f"{line}{ending}", *body]).encode()


def own_text(content: bytes) -> str:
    """Return the text below the head."""
    lines = _lines(content)
    body = [_split(line)[0] for line in lines[_head_end(lines) + 1 :]]
    return "\n".join(body).strip("\n")


def _lines(content: bytes) -> list[str]:
    """Return the lines with their ends, whichever they are."""
    return list(io.StringIO(content.decode(), newline=""))


def _head_end(lines: list[str]) -> int:
    """Return which line closes the head. The file has been read as a change already."""
    return next(n for n, line in enumerate(lines) if n and line.rstrip() == "---")


def _split(line: str) -> tuple[str, str]:
    bare = line.rstrip("\r\n")
    return bare, line[len(bare) :]

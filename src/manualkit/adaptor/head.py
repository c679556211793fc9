"""One line of a change's head, and the text below it; every other byte of the file stays."""

import io
import re

_BASE = re.compile(r"^base[ \t]*:(?P<gap>[ \t]*)(?P<value>\"[^\"]*\"|'[^']*'|[^\s#]*)(?P<rest>.*)$")


def stamped(content: bytes, base: str) -> bytes:
    """Return a change file with this base in its head: the line is changed, or added at the end."""
    lines = _lines(content)
    end = _head_end(lines)
    for number in range(1, end):
        line, ending = _split(lines[number])
        if found := _BASE.match(line):
            lines[number] = f'base:{found["gap"] or " "}"{base}"{found["rest"]}{ending}'
            break
    else:
        lines.insert(end, f'base: "{base}"{_split(lines[end - 1])[1]}')
    return "".join(lines).encode()


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

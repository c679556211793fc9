"""One more row at the end of `approvals.yml`; everything that stands there stays as it is."""

import re

from manualkit.model.approval import Approval

_HEAD = """\
# yaml-language-server: $schema={schema}
# Who approved which text, and when. `manualkit approve` adds rows at the end.
# You may add comments and a `note`. Do not change a hash: it stands for the text that was read.
"""
_LIST = re.compile(r"^approvals:[ \t]*(?P<empty>\[[ \t]*\])?[ \t]*(?:#.*)?$", re.MULTILINE)
_ENTRY = re.compile(r"^(?P<indent>[ ]*)-(?=[ ])", re.MULTILINE)
_NEXT_KEY = re.compile(r"^[A-Za-z]", re.MULTILINE)


class UnknownShapeError(Exception):
    """The file is valid but written in a form that no row can be added to without rewriting it."""


def appended(text: str, row: Approval, schema: str) -> str:
    """Return the text of an `approvals.yml` with one more row.

    Raises:
        UnknownShapeError: the list is written in square brackets.
    """
    text = text or _HEAD.format(schema=schema)
    text = f"{text.rstrip()}\n"
    found = _LIST.search(text)
    if found is None and re.search(r"^approvals:", text, re.MULTILINE):
        raise UnknownShapeError
    if found is None:
        return f"{text}approvals:\n{_row(row, '  ')}"
    if found["empty"]:
        return f"{text[: found.start()]}approvals:{_with_row(text[found.end('empty') :], row)}"
    return text[: found.end()] + _with_row(text[found.end() :], row)


def _with_row(text: str, row: Approval) -> str:
    """Return what follows `approvals:` with the row behind the others."""
    following = _NEXT_KEY.search(text)
    end = following.start() if following else len(text)
    entry = _ENTRY.search(text, 0, end)
    indent = entry["indent"] if entry else "  "
    return f"{text[:end]}{_row(row, indent)}{text[end:]}"


def _row(row: Approval, indent: str) -> str:
    """Return a row as YAML; what a person typed stands in double quotes."""
    lines = [f"scope: {row.scope}"]
    lines += [f"language: {row.language}"] if row.language else []
    lines += [f"decision: {row.decision}", f'hash: "{row.hash}"']
    lines += [f"role: {row.role}", f"date: {row.date.isoformat()}"]
    lines += [f"{name}: {_quoted(value)}" for name, value in _words(row) if value]
    lines += [f'front: "{row.front}"'] if row.front else []
    lines += ["pages:"] if row.pages else []
    lines += [f'  {path}: "{value}"' for path, value in row.pages.items()]
    first, *rest = lines
    return "\n".join([f"{indent}- {first}", *(f"{indent}  {line}" for line in rest)]) + "\n"


def _words(row: Approval) -> tuple[tuple[str, str], ...]:
    return (("reference", row.reference), ("note", row.note))


def _quoted(text: str) -> str:
    words = " ".join(text.split()).replace("\\", "\\\\").replace('"', '\\"')
    return f'"{words}"'

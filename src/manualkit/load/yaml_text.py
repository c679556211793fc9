"""YAML in which every scalar stays text, with positions.

`safe_load("0311")` is 201 and `no` is False; a phone number is not a number. So nothing is
converted here: the models do it. Anchors, aliases and tags are refused (ten aliases can stand for
gigabytes).
"""

import dataclasses as dc
from functools import lru_cache
from typing import Any

import yaml

from manualkit.model.finding import Finding, Location
from manualkit.model.raw import Key, Position, RawDocument, Source

_REFUSED = (yaml.AliasToken, yaml.AnchorToken, yaml.TagToken)
_MOST_FILES = 1024
"""So many texts are remembered, for a program that reads the project again and again."""
_EMPTY = frozenset({"", "~", "null"})


@dc.dataclass(slots=True)
class _Reader:
    """Walks the nodes of one document and notes where everything stands."""

    file: str
    first_line: int
    keys: dict[Key, Position] = dc.field(default_factory=dict)
    values: dict[Key, Position] = dc.field(default_factory=dict)
    findings: list[Finding] = dc.field(default_factory=list)

    def position(self, mark: yaml.Mark) -> Position:
        return (mark.line + self.first_line, mark.column + 1)

    def value(self, node: yaml.Node, key: Key) -> Any:  # noqa: ANN401  (any YAML value)
        self.values[key] = self.position(node.start_mark)
        if isinstance(node, yaml.MappingNode):
            return self.mapping(node, key)
        if isinstance(node, yaml.SequenceNode):
            for index, entry in enumerate(node.value):
                self.keys[(*key, index)] = self.position(entry.start_mark)
            return [self.value(entry, (*key, index)) for index, entry in enumerate(node.value)]
        assert isinstance(node, yaml.ScalarNode)  # noqa: S101  (there are three kinds of nodes)
        return None if node.style is None and node.value in _EMPTY else node.value

    def mapping(self, node: yaml.MappingNode, key: Key) -> dict[str, Any]:
        result: dict[str, Any] = {}
        for name_node, value_node in node.value:
            where = Location(self.file, *self.position(name_node.start_mark))
            if not isinstance(name_node, yaml.ScalarNode):
                self.findings.append(
                    Finding("bad-yaml", where, "A key must be plain text.", "Write `key: value`.")
                )
                continue
            name = str(name_node.value)
            if name in result:
                first = self.keys[(*key, name)][0]
                self.findings.append(
                    Finding(
                        "key-twice",
                        where,
                        f'"{name}" is given twice in the same place (first in line {first}).',
                        "Keep one of them.",
                    )
                )
                continue
            self.keys[(*key, name)] = self.position(name_node.start_mark)
            result[name] = self.value(value_node, (*key, name))
        return result


def read_yaml(
    text: str | None, file: str, first_line: int = 1
) -> tuple[RawDocument, list[Finding]]:
    """Read a YAML text; on a fault the document is empty and the findings say why.

    None stands for a file that could not be read; it has its finding already.
    `first_line` is the line of the file that `text` begins at.
    """
    if text is None:
        return RawDocument(Source(file), None), []
    document, findings = _read(text, file, first_line)
    return document, [*findings]


@lru_cache(_MOST_FILES)
def _read(text: str, file: str, first_line: int) -> tuple[RawDocument, list[Finding]]:
    reader = _Reader(file, first_line)
    empty = RawDocument(Source(file), None)
    try:
        tokens = yaml.scan(text, yaml.SafeLoader)
        refused = next((token for token in tokens if isinstance(token, _REFUSED)), None)
        if refused is not None:
            return empty, [_refused_fault(refused, reader)]
        node = yaml.compose(text, yaml.SafeLoader)
        data = {} if node is None else reader.value(node, ())
    except yaml.MarkedYAMLError as error:
        return empty, [_syntax_fault(error, reader)]
    except yaml.reader.ReaderError as error:
        line = first_line + text.count("\n", 0, error.position)
        column = error.position - text.rfind("\n", 0, error.position)
        message = f"The character U+{error.character:04X} is not allowed in YAML."
        hint = "Remove the character; type it again by hand."
        return empty, [Finding("bad-yaml", Location(file, line, column), message, hint)]
    except RecursionError:
        message, hint = "The brackets are nested too deeply.", "Look at a similar file."
        return empty, [Finding("bad-yaml", Location(file, first_line), message, hint)]
    return RawDocument(Source(file, reader.keys, reader.values), data), reader.findings


def _syntax_fault(error: yaml.MarkedYAMLError, reader: _Reader) -> Finding:
    # An unclosed quote is reported at the end of the file; the context mark is where it opened.
    mark = error.context_mark or error.problem_mark
    where = Location(reader.file, *(reader.position(mark) if mark else (reader.first_line, 1)))
    context = f" ({error.context})" if error.context else ""
    return Finding(
        "bad-yaml",
        where,
        f"This is not valid YAML: {error.problem}{context}.",
        "Check quotes, colons and the spaces at the start of the line; "
        'put a text that holds a colon in "double quotes".',
    )


def _refused_fault(token: yaml.Token, reader: _Reader) -> Finding:
    where = Location(reader.file, *reader.position(token.start_mark))
    return Finding(
        "yaml-shortcut",
        where,
        "Anchors (&), aliases (*) and tags (!) are not allowed here.",
        'Write the text out; put a text that begins with one of these signs in "double quotes".',
    )

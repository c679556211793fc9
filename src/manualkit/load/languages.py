"""Add a language to the list of a file, and touch nothing else in it."""

import yaml

_KEY, _BEHIND = "languages", "language"
_FALSE = frozenset({"no"})
"""What YAML tools take for "false" is quoted: Norwegian."""


def with_language(text: str, code: str) -> str:
    """Return the text of `manual.yml` or `adaptation.yml` with one language more.

    Comments, quotes and the order stay. A file without a list has English alone.
    """
    written = f'"{code}"' if code in _FALSE else code
    node = yaml.compose(text, yaml.SafeLoader)
    entries = node.value if isinstance(node, yaml.MappingNode) else []
    found = {key.value: value for key, value in entries if isinstance(key, yaml.ScalarNode)}
    if not isinstance(found.get(_KEY), yaml.SequenceNode):
        return _with_list(text, found.get(_BEHIND), written)
    listed = found[_KEY]
    last = listed.value[-1]
    at = last.end_mark.index
    if listed.flow_style:
        return f"{text[:at]}, {written}{text[at:]}"
    # The comment behind the last entry stays in its line.
    line = text.find("\n", at)
    at = len(text) if line < 0 else line - text[:line].endswith("\r")
    return f"{text[:at]}{_newline(text)}{' ' * listed.start_mark.column}- {written}{text[at:]}"


def _with_list(text: str, behind: yaml.Node | None, code: str) -> str:
    if behind is None:
        start = "" if text.endswith("\n") or not text else _newline(text)
        return f"{text}{start}{_KEY}: [en, {code}]{_newline(text)}"
    line = text.find("\n", behind.end_mark.index)
    at = len(text) if line < 0 else line - text[:line].endswith("\r")
    return f"{text[:at]}{_newline(text)}{_KEY}: [en, {code}]{text[at:]}"


def _newline(text: str) -> str:
    return "\r\n" if "\r\n" in text else "\n"

"""The interface's own words: `templates/strings/*.yml`."""

from pathlib import Path

import yaml


def load_strings(templates_dir: Path) -> dict[str, str]:
    """Return every text by its id; each scalar is text, whatever it looks like.

    Raises:
        ValueError: a file is no list of `id: text`, or an id is given twice.
    """
    strings: dict[str, str] = {}
    for path in sorted((templates_dir / "strings").glob("*.yml")):
        root = yaml.compose(path.read_text(encoding="utf-8"), yaml.SafeLoader)
        for key, value in _pairs(root, path):
            if key in strings:
                raise ValueError(f'{path}: "{key}" is given twice')
            strings[key] = value
    return strings


def _pairs(root: yaml.Node | None, path: Path) -> list[tuple[str, str]]:
    if root is None:
        return []
    if not isinstance(root, yaml.MappingNode):
        raise ValueError(f"{path}: must be lines of the form `id: text`")  # noqa: TRY004
    pairs = []
    for key, value in root.value:
        if not isinstance(value, yaml.ScalarNode):
            line = key.start_mark.line + 1
            raise ValueError(f'{path}:{line}: "{key.value}" must be one text')  # noqa: TRY004
        pairs.append((key.value, " ".join(value.value.split())))
    return pairs

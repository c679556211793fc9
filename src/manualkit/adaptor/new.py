"""A new adaptation: a copy of `adaptations/_template/` with the answers filled in."""

import dataclasses as dc
import json
import re
from collections.abc import Mapping
from pathlib import Path

from manualkit.model.project import Core
from manualkit.store import write_if_changed

TEMPLATE = "adaptations/_template"
_NO_CONTACT = "0000 000 000"
_ENTRY = re.compile(r"(?m)^ +contact: (?P<name>\w+)$(?:\n +.*)*?\n +phone: (?P<phone>\"FIXME\")")


@dc.dataclass(frozen=True, slots=True)
class Answers:
    """What a new adaptation is asked."""

    name: str
    """Its folder's name, which is the edition's id."""
    prefix: str
    title: str
    where: str
    for_whom: str
    languages: tuple[str, ...]
    extends: str = ""


def make(root: Path, core: Core, answers: Answers) -> tuple[Path, ...]:
    """Copy the template and fill it in. The folder must not be there yet. Return its files.

    Raises:
        FileExistsError: the folder is there already.
    """
    folder = root / "adaptations" / answers.name
    folder.mkdir()
    made = []
    for source in sorted((root / TEMPLATE).rglob("*")):
        if source.is_file() and not source.name.startswith("."):
            target = folder / source.relative_to(root / TEMPLATE)
            text = source.read_text("utf-8").replace("XYZ-", f"{answers.prefix}-")
            write_if_changed(target, _filled(source.name, text, core, answers).encode())
            made.append(target)
    return tuple(made)


def _filled(name: str, text: str, core: Core, answers: Answers) -> str:
    if name == "adaptation.yml":
        return _adaptation(text, core, answers)
    if name == "contacts.yml":
        return _inherited(text) if answers.extends else _phones(text, core)
    if name == "README.md":
        return text.replace("FIXME: name of your context", answers.title)
    return text


def _adaptation(text: str, core: Core, answers: Answers) -> str:
    values = {
        "id": answers.name,
        "prefix": answers.prefix,
        "title": json.dumps(answers.title, ensure_ascii=False),
        "for_whom": json.dumps(answers.for_whom, ensure_ascii=False),
        "where": json.dumps(answers.where, ensure_ascii=False),
        "core_version": f'"{core.manual.value.version}"',
        "languages": f"[{', '.join(answers.languages)}]",
    }
    if answers.extends:
        values["core_version"] += f"\nextends: {answers.extends}"
    lines = [_answered(line, values) for line in text.split("\n")]
    return "\n".join(lines)


def _answered(line: str, values: Mapping[str, str]) -> str:
    key = line.partition(":")[0]
    return f"{key}: {values[key]}" if key in values else line


def _phones(text: str, core: Core) -> str:
    """Give each contact the core's own example number, until somebody writes the real one."""

    def filled(entry: re.Match[str]) -> str:
        placed = core.contacts.get(entry["name"])
        phone = (placed.value.phone if placed else None) or _NO_CONTACT
        return entry[0].replace(entry["phone"], f'"{phone}"')

    return _ENTRY.sub(filled, text)


def _inherited(text: str) -> str:
    """Leave the contacts to the adaptation that this one extends."""
    start = text.index("contacts:")
    return f"{text[:start]}contacts: []\n{text[text.index('facts:') :]}"

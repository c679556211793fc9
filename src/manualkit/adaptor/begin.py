"""The beginning of a change: its file or entry, with the core's text and the record to fill in."""

import dataclasses as dc
import json
import re
from collections.abc import Mapping, Sequence
from pathlib import Path

from manualkit.adaptor.entries import with_entry
from manualkit.adaptor.form import optional_lines, required_lines
from manualkit.adaptor.kept import Kept, kept_bytes
from manualkit.model.core_text import CoreText
from manualkit.model.manual import Contact, Fact, Picture, Term
from manualkit.store import write_if_changed


@dc.dataclass(frozen=True, slots=True)
class Begun:
    """What a new change consists of; nothing is written yet."""

    id: str
    files: Mapping[Path, bytes]
    by_hand: str = ""
    """An entry that a person has to put into its file: the list there is written unusually."""

    def write(self) -> tuple[Path, ...]:
        """Write the files, and return them."""
        for path, content in self.files.items():
            write_if_changed(path, content)
        return tuple(self.files)


@dc.dataclass(frozen=True, slots=True)
class Start:
    """Where a change begins: the adaptation's folder, and the change's id."""

    folder: Path
    id: str

    def file(self, head: Sequence[str], core: CoreText | None, body: str = "") -> Begun:
        """Return a file of `changes/`, bound to the core's text of today."""
        base = [] if core is None else [f'base: "{core.digest}"']
        lines = ["---", f"id: {self.id}", *head, *base, *required_lines(), *optional_lines(), "---"]
        path = self.folder / "changes" / f"{self.id}.md"
        text = "\n".join([*lines, body]) if body else "\n".join([*lines, ""])
        files = {path: f"{text.rstrip(chr(10))}\n".encode()}
        if core is not None:
            files[Kept(self.folder).file(self.id)] = kept_bytes(core.text)
        return Begun(self.id, files)

    def entry(self, name: str, key: str, first: Sequence[str], last: Sequence[str] = ()) -> Begun:
        """Return an entry more in a list of a YAML file of the adaptation."""
        path = self.folder / name
        entry = [f"id: {self.id}", *first, *required_lines(), *last]
        content = path.read_bytes() if path.is_file() else b""
        added = with_entry(content, key, entry)
        if added is None:
            return Begun(self.id, {}, "\n".join(entry))
        return Begun(self.id, {path: added})


def picture_head(picture: Picture) -> list[str]:
    """Return what the head of another picture says before the record."""
    return [
        "action: picture",
        f"picture: {picture.id}",
        "# Put your picture into images/, and write its name here (.svg, .png or .jpg).",
        f"file: images/{picture.file}",
        f"# The core's picture: {picture.alt}",
        'alt: "FIXME: what a person who cannot see your picture must know"',
        'creator: "FIXME: who made it"',
        'licence: "FIXME: such as CC-BY-4.0"',
        'origin: "FIXME: original, or where it comes from"',
    ]


def story_head(case_study: str, variant: str) -> list[str]:
    """Return what the head of another telling of a story says before the record."""
    return [
        "action: case-study",
        f"case_study: {case_study}",
        f"variant: {variant}",
        f"file: {story_file(case_study, variant)}",
    ]


def story_file(case_study: str, variant: str) -> str:
    """Return where a telling stands in the adaptation's folder."""
    return f"case-studies/{case_study}-{variant}.md"


def retold(source: str, old: str, variant: str) -> str:
    """Return the core's telling as the start of another variant, with block ids of its own."""
    text = re.sub(
        r"(?m)^variant: .*$", f"variant: {variant}", source.replace("\r\n", "\n"), count=1
    )
    if variant == old:
        return text
    text = re.sub(r"(?m)^person: .*$", 'person: "FIXME: who the story is about"', text, count=1)
    text = re.sub(r"(?m)^label: .*$", 'label: "FIXME: such as A man\'s story"', text, count=1)

    def renamed(found: re.Match[str]) -> str:
        own = found[1].replace(f"-{old}-", f"-{variant}-", 1)
        return f"{{#{own if own != found[1] else f'{variant}-{own}'}"

    return re.sub(r"\{#([a-z0-9-]+)", renamed, text)


def term_lines(term: Term) -> list[str]:
    """Return what an entry for a term says before the record."""
    forms = ", ".join(f"{name}: FIXME" for name in term.forms)
    core = ", ".join(term.forms.values())
    return [f"term: {term.id}", f"# The core says: {core}.", f"forms: {{{forms}}}"]


def contact_lines(contact: Contact) -> list[str]:
    """Return what an entry for a contact says behind the record, as the core has it."""
    said = contact.model_dump(mode="json", exclude={"id", "label", "example", "source"})
    said |= {"checked_on": "never", "checked_by": "", "expires": None}
    return [
        f'label: "FIXME: name of the service (the core: {contact.label.replace(chr(34), "")})"',
        *(f"{key}: {_yaml(value)}" for key, value in said.items() if value not in ("", None)),
        "# True until somebody has looked at the official page.",
        "example: true",
        'source: "FIXME: address of the official page"',
    ]


def fact_lines(fact: Fact) -> list[str]:
    """Return what an entry for a fact says behind the record."""
    free = fact.kind in ("text", "address", "price", "code")
    return [
        f"# The core says: {fact.value}",
        f"kind: {fact.kind}",
        f"value: {_yaml('FIXME' if free else fact.value)}",
        f'label: "FIXME: what it is (the core: {fact.label.replace(chr(34), "") or "nothing"})"',
    ]


def _yaml(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)

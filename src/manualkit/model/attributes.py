"""The braces behind a heading or a fence: `{#g2-choose .core minutes=6 alt="Two people"}`."""

import dataclasses as dc
import re
from collections.abc import Mapping

_TOKEN = re.compile(
    r"""\s*(?:
        \#(?P<id>[^\s"'}]+)
      | \.(?P<mark>[^\s"'}]+)
      | (?P<key>[A-Za-z][\w-]*)=(?:"(?P<quoted>[^"]*)"|(?P<bare>[^\s"'}]+))
      )(?=\s|$)""",
    re.VERBOSE,
)


@dc.dataclass(frozen=True, slots=True)
class Attributes:
    """What stands between the braces."""

    id: str = ""
    marks: tuple[str, ...] = ()
    """Words with a dot, without the dot: `core`, `safety`."""
    options: Mapping[str, str] = dc.field(default_factory=dict)
    rest: str = ""
    """What could not be read; empty when all is well."""

    def __str__(self) -> str:
        parts = [f"#{self.id}"] if self.id else []
        parts += [f".{mark}" for mark in self.marks]
        parts += [f'{key}="{value}"' for key, value in self.options.items()]
        return "{" + " ".join(parts) + "}"


def parse_attributes(text: str) -> Attributes:
    """Read the inside of the braces (the braces themselves may be there)."""
    text = text.strip().removeprefix("{").removesuffix("}").strip()
    block_id, marks, options, at = "", [], {}, 0
    while at < len(text):
        token = _TOKEN.match(text, at)
        if token is None:
            break
        if token["id"]:
            block_id = token["id"]
        elif token["mark"]:
            marks.append(token["mark"])
        else:
            options[token["key"]] = token["quoted"] if token["bare"] is None else token["bare"]
        at = token.end()
    return Attributes(block_id, tuple(marks), options, text[at:].strip())

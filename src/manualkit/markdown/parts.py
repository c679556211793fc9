"""The parts of a block's raw text: what a translator sees, and what stays around it."""

import dataclasses as dc
import html
import re

from markdown import Markdown
from markdown.util import ETX, STX

from manualkit.markdown.tokens import FactTokens

HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
"""Tags of headings."""

_LEAD = re.compile(r"\s*(?:\[[ xX]\]\s+)?")
_STASHED = re.compile(f"{STX}[^{ETX}]*{ETX}")
# As attr_list has it: behind these on the same line, behind others on a line of their own.
_ENDS_WITH_BRACES = HEADINGS | {"dt", "td", "th"}
_SOFT_BREAK = re.compile(r"(?<!  )(?<!\\)\n\s*")
_STASH_INDEX = re.compile(r"wzxhzdk:(\d+)")
_NO_WORDS = re.compile(r"[\W\d_]*")
_NOT_WORDS = re.compile(r"⟨\d+⟩|\{\w+\}|\]\([^)]*\)")
_BRACES = re.compile(r"\{[^{}]*\}")
_TAG_START = re.compile(r"<(?=[A-Za-z/!?])[^\s>]*>?")


@dc.dataclass(frozen=True, slots=True)
class Parts:
    """A block's raw text, taken apart."""

    lead: str
    """White space and a task's mark."""
    message: str
    """What a translator sees; empty if there are no words."""
    trail: str
    """Attributes, stashed code, white space."""
    english: str
    """The raw text of the message."""
    kept: dict[str, str]
    """What the message shows → what stands in the raw text."""

    def put(self, translation: str, tokens: FactTokens) -> str:
        """Return the raw text of a translation, without lead and trail."""
        text = words_only(_SOFT_BREAK.sub(" ", translation), self.message)
        for shown, raw in self.kept.items():
            text = text.replace(shown, raw)
        return tokens.hide(text)


def words_only(translation: str, english: str) -> str:
    """Write braces and tags that `english` does not have so that they are shown, not obeyed."""

    def shown(found: re.Match[str]) -> str:
        return found[0] if found[0] in english else f"&#{ord(found[0][0])};{found[0][1:]}"

    return _TAG_START.sub(shown, _BRACES.sub(shown, translation))


def split_attributes(text: str, tag: str) -> tuple[str, str]:
    """Return the text and the braces behind it that attr_list will read."""
    braced = text.rstrip(" ")
    if not braced.endswith("}"):
        return text, ""
    line = max(braced.rfind("\n"), braced.rfind("}", 0, -1)) + 1
    if tag in _ENDS_WITH_BRACES:
        at = braced.find(" {", line)
    else:
        alone = braced[line - 1 : line] == "\n" and braced[line:].lstrip(" ").startswith("{")
        at = line - 1 if alone else -1
    if at < 0 or not braced[at:].strip("\n {:}"):
        return text, ""
    words = text[:at].rstrip(" ")
    return words, text[len(words) :]


def take_apart(text: str, tag: str, md: Markdown, tokens: FactTokens) -> Parts:
    """Find the message in the raw text of a block."""
    lead_match = _LEAD.match(text)
    lead = lead_match[0] if lead_match else ""
    rest = text[len(lead) :]
    trail = _trail(rest)
    rest, braces = split_attributes(rest[: len(rest) - len(trail)], tag)
    shown, kept = _shown(rest, md)
    message = tokens.show(_SOFT_BREAK.sub(" ", shown)).strip()
    if _NO_WORDS.fullmatch(_NOT_WORDS.sub("", html.unescape(message))):
        message = ""
    return Parts(lead, message, braces + trail, rest, kept)


def _trail(text: str) -> str:
    """Return white space and stashed pieces at the end."""
    words = text.rstrip()
    while words.endswith(ETX) and STX in words:
        words = words[: words.rindex(STX)].rstrip()
    return text[len(words) :]


def _shown(text: str, md: Markdown) -> tuple[str, dict[str, str]]:
    """Show what Markdown has stashed: raw inline HTML as typed, the rest as ⟨1⟩, ⟨2⟩ …."""
    kept: dict[str, str] = {}

    def show(found: re.Match[str]) -> str:
        index = _STASH_INDEX.search(found[0])
        raw = md.htmlStash.rawHtmlBlocks[int(index[1])] if index else None
        shown = raw if isinstance(raw, str) and "<pre" not in raw else f"⟨{len(kept) + 1}⟩"
        kept[shown] = found[0]
        return shown

    return _STASHED.sub(show, text), kept

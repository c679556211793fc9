"""Markdown pages → head and pieces (headings, fences, loose text), with lines."""

import dataclasses as dc
import re

from manualkit.load.yaml_text import read_yaml
from manualkit.model.finding import Finding, Location
from manualkit.model.raw import RawDocument, RawPage, RawPiece, Source

_OPEN = re.compile(r"^:::+[ \t]*(?P<kind>[\w-]+)[ \t]*(?P<braces>\{.*\})?[ \t]*$")
_CLOSE = re.compile(r"^:::+[ \t]*$")
_HEAD = re.compile(r"^(?P<level>#{1,6})[ \t]+(?P<rest>.*)$")


def split_head(text: str | None, file: str) -> tuple[RawDocument, str, int, list[Finding]]:
    """Return the head between the `---` lines, the rest, the line it begins at, and findings.

    None stands for a file that could not be read; it has its finding already.
    """
    if text is None:
        return RawDocument(Source(file), None), "", 1, []
    lines = text.split("\n")
    end = next((n for n, line in enumerate(lines[1:], 1) if line.rstrip() == "---"), None)
    if lines[0].rstrip() != "---" or end is None:
        finding = Finding(
            "head-missing",
            Location(file),
            "The file must begin with a head between two lines of three hyphens (---).",
            "Copy the head of a similar file and fill it in.",
        )
        return RawDocument(Source(file), None), text, 1, [finding]
    head, findings = read_yaml("\n".join(lines[1:end]), file, first_line=2)
    return head, "\n".join(lines[end + 1 :]), end + 2, findings


@dc.dataclass(slots=True)
class _Scanner:
    """Reads the body of a page line by line."""

    file: str
    pieces: list[RawPiece] = dc.field(default_factory=list)
    findings: list[Finding] = dc.field(default_factory=list)
    fence: RawPiece | None = None
    lines: list[str] = dc.field(default_factory=list)
    start: int = 0

    def line(self, number: int, line: str) -> None:
        if self.fence is not None:
            self.inside(number, line)
        elif opened := _OPEN.match(line):
            self.flush()
            braces = opened["braces"] or ""
            self.fence = RawPiece("fence", number, kind=opened["kind"], braces=braces)
        elif line.startswith(":::"):
            self.fault(number, "bad-fence", f'"{line.strip()}" does not open a fence.')
        elif head := _HEAD.match(line):
            self.flush()
            title, braces = _title_and_braces(head["rest"].strip())
            level = len(head["level"])
            self.pieces.append(RawPiece("head", number, text=title, braces=braces, level=level))
        else:
            self.start = self.start or number
            self.lines.append(line)

    def inside(self, number: int, line: str) -> None:
        assert self.fence is not None  # noqa: S101  (the caller has looked)
        if _CLOSE.match(line):
            text, first = _text_of(self.lines, self.fence.line + 1)
            self.pieces.append(dc.replace(self.fence, text=text, text_line=first))
            self.fence, self.lines, self.start = None, [], 0
        elif line.startswith(":::"):
            opened = f'the fence "{self.fence.kind}" of line {self.fence.line}'
            self.fault(number, "fence-in-fence", f"A fence opens inside {opened}.")
            self.fence = None
            self.lines = []
            self.line(number, line)
        else:
            self.lines.append(line)

    def flush(self) -> None:
        text, first = _text_of(self.lines, self.start)
        if text:
            self.pieces.append(RawPiece("text", first, first, text))
        self.lines, self.start = [], 0

    def end(self) -> None:
        if self.fence is None:
            self.flush()
        else:
            what = f'The fence "{self.fence.kind}" is never closed.'
            self.fault(self.fence.line, "fence-open", what)

    def fault(self, line: int, code: str, message: str) -> None:
        hint = "A fence opens with `::: kind {#id}` and closes with a line of three colons (:::)."
        self.findings.append(Finding(code, Location(self.file, line), message, hint))


def _text_of(lines: list[str], first: int) -> tuple[str, int]:
    """Return the lines without the blank ones around them, and the file's line they begin at."""
    blank = next((n for n, line in enumerate(lines) if line.strip()), len(lines))
    text = "\n".join(lines[blank:]).rstrip()
    return text, first + blank


def _title_and_braces(rest: str) -> tuple[str, str]:
    """Split what stands behind the `##`."""
    at = rest.rfind("{")
    braces = at >= 0 and rest.endswith("}") and "}" not in rest[at:-1]
    return (rest[:at].strip(), rest[at:]) if braces else (rest, "")


def read_page(text: str | None, path: str, file: str) -> tuple[RawPage, list[Finding]]:
    """Read a page. `path` is its path without the ending, `file` its name in messages."""
    head, body, first_line, findings = split_head(text, file)
    scanner = _Scanner(file)
    for number, line in enumerate(body.split("\n"), first_line):
        scanner.line(number, line)
    scanner.end()
    whole = head.data is not None and not scanner.findings
    return RawPage(path, head, tuple(scanner.pieces), whole), [*findings, *scanner.findings]

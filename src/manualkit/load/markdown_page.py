"""Markdown pages → head and pieces (headings, fences, loose text), with lines."""

import dataclasses as dc
import re

from manualkit.load.yaml_text import read_yaml
from manualkit.model.finding import Finding, Location
from manualkit.model.raw import RawDocument, RawPage, RawPiece, Source

_OPEN = re.compile(r"^:::+[ \t]*(?P<kind>[\w-]+)[ \t]*(?P<braces>\{.*\})?[ \t]*$")
_CLOSE = re.compile(r"^:::+[ \t]*$")
_HEAD = re.compile(r"^(?P<level>#{1,6})[ \t]+(?P<title>.*?)[ \t]*(?P<braces>\{[^{}]*\})?[ \t]*$")


def split_head(text: str, file: str) -> tuple[RawDocument, str, int, list[Finding]]:
    """Return the head between the `---` lines, the rest, the line the rest begins at, and findings."""
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
            self.fence = RawPiece("fence", number, "", opened["kind"], opened["braces"] or "")
        elif line.startswith(":::"):
            self.fault(number, "bad-fence", f'"{line.strip()}" does not open a fence.')
        elif head := _HEAD.match(line):
            self.flush()
            level = len(head["level"])
            braces = head["braces"] or ""
            self.pieces.append(RawPiece("head", number, head["title"], "", braces, level))
        else:
            self.start = self.start or number
            self.lines.append(line)

    def inside(self, number: int, line: str) -> None:
        assert self.fence is not None  # noqa: S101  (the caller has looked)
        if _CLOSE.match(line):
            text = "\n".join(self.lines).strip("\n")
            self.pieces.append(dc.replace(self.fence, text=text))
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
        text = "\n".join(self.lines).strip("\n")
        if text.strip():
            blank = next(n for n, line in enumerate(self.lines) if line.strip())
            self.pieces.append(RawPiece("text", self.start + blank, text))
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


def read_page(text: str, path: str, file: str) -> tuple[RawPage, list[Finding]]:
    """Read a page. `path` is its path without the ending, `file` its name in messages."""
    head, body, first_line, findings = split_head(text, file)
    scanner = _Scanner(file, findings=findings)
    for number, line in enumerate(body.split("\n"), first_line):
        scanner.line(number, line)
    scanner.end()
    return RawPage(path, head, tuple(scanner.pieces)), scanner.findings

"""Findings in one form: where, what is wrong, what was found, what to do."""

import dataclasses as dc
import json
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from rich.console import Console
from rich.text import Text

from manualkit.model.finding import Finding, Severity

_LONGEST = 2_000
"""Letters of a line that is shown; a paragraph of a page fits."""


def as_text(finding: Finding) -> str:
    """Return a finding as plain lines."""
    where = f"{finding.location}  {finding.severity}  {finding.code}"
    return f"{where}\n  {finding.message}\n  {finding.hint}"


def as_json(findings: Sequence[Finding]) -> str:
    """Return findings as JSON, for machines."""
    return json.dumps([dc.asdict(finding) for finding in findings], ensure_ascii=False, indent=1)


def print_findings(findings: Sequence[Finding], console: Console, root: Path) -> None:
    """Print findings, each with the line that it speaks of, and a count."""
    for finding in findings:
        bad = finding.severity is Severity.ERROR
        head = Text(str(finding.location), style="bold")
        head.append(f"  {finding.severity}  ", style="red" if bad else "yellow")
        head.append(finding.code, style="dim")
        console.print(head, soft_wrap=True)
        for line in _excerpt(finding, root):
            console.print(Text(visible(line), style="dim"), soft_wrap=True)
        words = (visible(finding.message), visible(finding.hint))
        console.print(Text(f"  {words[0]}\n  {words[1]}\n"), soft_wrap=True)
    console.print(Text(summary(findings)))


def summary(findings: Sequence[Finding]) -> str:
    """Return the count of findings in one line."""
    counts = Counter(finding.severity for finding in findings)
    if not findings:
        return "No findings."
    parts = [
        f"{counts[severity]} {severity}{'s' if counts[severity] > 1 else ''}"
        for severity in Severity
        if counts[severity]
    ]
    return f"{', '.join(parts)}."


def visible(text: str) -> str:
    """Return the text with a dot for every character that could play tricks on a screen."""
    return "".join(letter if letter.isprintable() else "\N{MIDDLE DOT}" for letter in text)


def _excerpt(finding: Finding, root: Path) -> list[str]:
    path = root / finding.location.file
    if not path.is_file():
        return []
    text = path.read_text("utf-8", errors="replace")
    lines = text.split("\n")
    # A workbook is no text, and a tool may have put a whole file on one line.
    if "\0" in text or finding.location.line > len(lines):
        return []
    if len(lines[finding.location.line - 1]) > _LONGEST:
        return []
    line = lines[finding.location.line - 1].expandtabs(1)
    margin = f"  {finding.location.line:>4} | "
    return [f"{margin}{line}", " " * (len(margin) + finding.location.column - 1) + "^"]

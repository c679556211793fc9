import io
import json
from pathlib import Path

import pytest
from rich.console import Console

from manualkit.model.finding import Finding, Location, Severity
from manualkit.report.findings import as_json, as_text, print_findings, summary

ERROR = Finding("unknown-key", Location("a.yml", 2, 3), "What is wrong.", "What to do.")
WARNING = Finding("old", Location("b.yml"), "Old.", "Look.", Severity.WARNING)


def printed(finding: Finding, root: Path) -> str:
    out = io.StringIO()
    print_findings([finding], Console(file=out, width=200), root)
    return out.getvalue()


def test_text_tells_where_what_and_what_to_do() -> None:
    assert as_text(ERROR) == "a.yml:2:3  error  unknown-key\n  What is wrong.\n  What to do."


def test_json_holds_everything() -> None:
    assert json.loads(as_json([ERROR])) == [
        {
            "code": "unknown-key",
            "location": {"file": "a.yml", "line": 2, "column": 3},
            "message": "What is wrong.",
            "hint": "What to do.",
            "severity": "error",
        }
    ]


@pytest.mark.parametrize(
    ("findings", "text"),
    [
        ([], "No findings."),
        ([ERROR], "1 error."),
        ([ERROR, ERROR, WARNING], "2 errors, 1 warning."),
    ],
)
def test_summary_counts(findings: list[Finding], text: str) -> None:
    assert summary(findings) == text


def test_print_shows_the_line_and_points_at_the_column(tmp_path: Path) -> None:
    (tmp_path / "a.yml").write_text("one: 1\n\ttwo: 2\n")
    lines = printed(ERROR, tmp_path).splitlines()
    assert lines[1:3] == ["     2 |  two: 2", "           ^"]
    assert lines[-1] == "1 error."


def test_print_survives_a_file_that_is_gone_or_short(tmp_path: Path) -> None:
    assert "What is wrong." in printed(ERROR, tmp_path)
    (tmp_path / "a.yml").write_text("one")
    assert "What is wrong." in printed(ERROR, tmp_path)


def test_print_shows_no_control_characters(tmp_path: Path) -> None:
    (tmp_path / "a.yml").write_text("one\n\x1b[2K\u202ewo\n")
    found = Finding("x", Location("a.yml", 2), 'Found "\x1b[31m".', "h")
    text = printed(found, tmp_path)
    assert "\x1b" not in text
    assert "\u202e" not in text
    assert "\N{MIDDLE DOT}[2K\N{MIDDLE DOT}wo" in text


def test_print_shows_no_line_of_a_file_that_is_no_text_or_has_one_endless_line(
    tmp_path: Path,
) -> None:
    for content in (b"PK\x00\x03\nshown\n", b"one\n" + b"shown" * 500):
        (tmp_path / "a.yml").write_bytes(content)
        text = printed(Finding("x", Location("a.yml", 2), "What is wrong.", "h"), tmp_path)
        assert "What is wrong." in text
        assert "shown" not in text

from datetime import date

import pytest
import yaml

from manualkit.approvals.rows import UnknownShapeError, appended
from manualkit.model.approval import Approval, ApprovalsFile

ROW = Approval.model_validate(
    {
        "scope": "translation",
        "language": "fr",
        "decision": "approved",
        "hash": "012345678901",
        "role": "translator",
        "date": date(2026, 3, 1),
        "reference": 'Minutes "4": point 7 \\ done',
        "front": "aaaaaaaaaaaa",
        "pages": {"group/session-1": "bbbbbbbbbbbb"},
    }
)
OTHER = """\
  # What the board said.
  - scope: edition
    decision: submitted
    hash: "aaaaaaaaaaaa"
    role: funder
    date: 2026-02-01
"""


def read(text: str) -> ApprovalsFile:
    return ApprovalsFile.model_validate(yaml.load(text, yaml.BaseLoader))  # noqa: S506


def test_first_row_makes_the_file() -> None:
    text = appended("", ROW, "../../schemas/approvals.json")
    assert text.startswith("# yaml-language-server: $schema=../../schemas/approvals.json\n")
    assert read(text).approvals == [ROW]


@pytest.mark.parametrize(
    "before",
    [
        pytest.param(f"# Ours.\napprovals:\n{OTHER}", id="at-the-end"),
        pytest.param(f"approvals:   # the list\n{OTHER}\n\n# the end\n", id="comments"),
        pytest.param(f"approvals:\n{OTHER}needs:\n  edition: [clinician]\n", id="keys-behind"),
        pytest.param(f"needs: {{edition: []}}\n\napprovals:\n{OTHER}", id="keys-before"),
        pytest.param("approvals:\n" + OTHER.replace("\n  ", "\n")[2:], id="not-indented"),
        pytest.param("approvals: []\n", id="empty-list"),
        pytest.param("approvals: [ ]   # nobody yet\nneeds: {}\n", id="empty-list-and-more"),
        pytest.param("approvals:\n", id="no-list"),
        pytest.param("needs:\n  edition: [clinician]\n", id="no-key"),
    ],
)
def test_a_row_is_added_and_all_else_stays(before: str) -> None:
    text = appended(before, ROW, "x")
    assert read(text).approvals[-1] == ROW
    assert read(text).approvals[:-1] == (read(before).approvals if "- scope" in before else [])
    lines = [line for line in before.splitlines() if "[]" not in line and "[ ]" not in line]
    assert set(lines) <= set(text.splitlines())
    assert text.count("#") == before.count("#")


def test_a_second_row_stands_behind_the_first() -> None:
    once = appended("", ROW, "x")
    twice = appended(once, ROW, "x")
    assert twice.startswith(once)
    assert read(twice).approvals == [ROW, ROW]


def test_a_list_in_brackets_is_not_rewritten() -> None:
    with pytest.raises(UnknownShapeError):
        appended("approvals: [{scope: edition}]\n", ROW, "x")

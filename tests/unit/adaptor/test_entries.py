"""The cases of tests/cases/adaptor/entries.yml, and line ends."""

from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from manualkit.adaptor.entries import with_entry

FILE = Path(__file__).parents[2] / "cases" / "adaptor" / "entries.yml"
CASES = yaml.safe_load(FILE.read_text("utf-8"))["cases"]
ENTRY = ["id: DEM-002", "term: client"]


@pytest.mark.parametrize("case", CASES, ids=[case["title"] for case in CASES])
def test_entry_stands_at_the_end_of_its_list_and_the_rest_stays(
    case: dict[str, str], expect: Callable[[Path, str, str, str], None]
) -> None:
    result = with_entry(case["before"].encode(), "terms", ENTRY)
    expect(FILE, case["title"], "expected", "(none)" if result is None else result.decode())


def test_windows_line_ends_stay() -> None:
    result = with_entry(b"terms: []\r\n", "terms", ENTRY)
    assert result == b"terms:\r\n  - id: DEM-002\r\n    term: client\r\n"

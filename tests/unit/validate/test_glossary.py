"""Cases of `tests/cases/glossary/validate.yml`, and the real glossaries."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from manualkit.load import load_glossaries
from manualkit.validate import validate_glossary

CASES = Path(__file__).parents[2] / "cases/glossary/validate.yml"


def cases() -> list[dict[str, Any]]:
    """Read the cases; to add one, add some lines to the file."""
    read: list[dict[str, Any]] = yaml.safe_load(CASES.read_text("utf-8"))["cases"]
    return read


@pytest.mark.parametrize("case", cases(), ids=lambda case: case["title"])
def test_golden_case(
    case: dict[str, Any], tmp_path: Path, expect: Callable[[Path, str, str, str], None]
) -> None:
    path = tmp_path / "locale/fr/glossary.yml"
    path.parent.mkdir(parents=True)
    path.write_text(case["glossary"], "utf-8")
    documents, findings = load_glossaries(tmp_path)
    glossary, faults = validate_glossary(documents["fr"])
    told = [f"{f.location} {f.code}\n  {f.message}\n  {f.hint}" for f in (*findings, *faults)]
    assert (glossary is None) <= bool(told)
    expect(CASES, case["title"], "findings", "\n".join(told))


def test_a_glossary_that_is_not_in_utf_8_is_told(tmp_path: Path) -> None:
    path = tmp_path / "locale/fr/glossary.yml"
    path.parent.mkdir(parents=True)
    path.write_bytes(b"terms: [\xe9]")
    documents, (finding,) = load_glossaries(tmp_path)
    assert (finding.code, finding.location.file) == ("not-utf-8", "locale/fr/glossary.yml")
    assert validate_glossary(documents["fr"]) == (None, [])


def test_the_glossaries_of_the_manual_are_sound(root: Path) -> None:
    documents, findings = load_glossaries(root)
    assert findings == []
    for code, document in documents.items():
        glossary, faults = validate_glossary(document)
        assert faults == [], code
        assert glossary is not None
        assert glossary.negation
        # Nobody has approved a rendering yet; who does so changes this with the file.
        assert {term.status for term in glossary.terms} == {"machine-drafted"}
